package org.vigie.seal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.util.Objects;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Opens an age payload chunk by chunk. Each chunk is verified before any of it is handed out, and
 * the next is read ahead because only a chunk with nothing behind it may be the last.
 */
final class OpeningStream extends InputStream {

  private final InputStream in;
  private final ChunkCipher cipher;
  private final byte[] plain = new byte[ChunkCipher.PLAIN];
  private byte[] ahead = new byte[ChunkCipher.SEALED];
  private byte[] current = new byte[ChunkCipher.SEALED];
  private int aheadLength;
  private int position;
  private int limit;
  private boolean ended;
  private @Nullable SealRefused refused;

  OpeningStream(InputStream in, SecretKeySpec key) throws IOException {
    this.in = in;
    this.cipher = ChunkCipher.opening(key);
    this.aheadLength = in.readNBytes(ahead, 0, ahead.length);
  }

  @Override
  public int read() throws IOException {
    return fill() ? plain[position++] & 0xff : -1;
  }

  @Override
  public int read(byte[] to, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, to.length);
    if (length == 0) {
      return 0;
    }
    if (position == limit && length >= ChunkCipher.PLAIN && !ended) {
      var opened = open(to, offset);
      return opened == 0 ? -1 : opened;
    }
    if (!fill()) {
      return -1;
    }
    var part = Math.min(length, limit - position);
    System.arraycopy(plain, position, to, offset, part);
    position += part;
    return part;
  }

  @Override
  public long transferTo(OutputStream out) throws IOException {
    var total = 0L;
    while (fill()) {
      out.write(plain, position, limit - position);
      total += limit - position;
      position = limit;
    }
    return total;
  }

  /** How many bytes are at hand without opening another chunk. */
  @Override
  public int available() {
    return limit - position;
  }

  @Override
  public void close() throws IOException {
    java.util.Arrays.fill(plain, (byte) 0);
    position = limit;
    ended = true;
    in.close();
  }

  private boolean fill() throws IOException {
    if (position < limit) {
      return true;
    }
    if (refused != null) {
      throw new BrokenSealException(refused);
    }
    if (ended) {
      return false;
    }
    position = 0;
    limit = 0;
    limit = open(plain, 0);
    return limit > 0;
  }

  private int open(byte[] to, int offset) throws IOException {
    var sealed = ahead;
    var length = aheadLength;
    ahead = current;
    current = sealed;
    aheadLength = length == sealed.length ? in.readNBytes(ahead, 0, ahead.length) : 0;
    var last = aheadLength == 0;
    if (length < ChunkCipher.TAG) {
      throw refuse(SealRefused.truncated());
    }
    // Only an empty file has an empty chunk (age.md).
    if (length == ChunkCipher.TAG && !cipher.atStart()) {
      throw refuse(SealRefused.tampered());
    }
    try {
      var opened = cipher.next(sealed, 0, length, to, offset, last);
      ended = last;
      return opened;
    } catch (GeneralSecurityException forged) {
      var cutShort = last && length == sealed.length && cipher.wasMiddle(sealed);
      throw refuse(cutShort ? SealRefused.truncated() : SealRefused.tampered());
    }
  }

  private BrokenSealException refuse(SealRefused why) {
    refused = why;
    ended = true;
    return new BrokenSealException(why);
  }
}
