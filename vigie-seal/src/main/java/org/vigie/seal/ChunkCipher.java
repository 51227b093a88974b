package org.vigie.seal;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The payload of an age file in chunks of 64 KiB (C2SP age.md, "Payload"): ChaCha20-Poly1305 under
 * an 11-byte counter and a byte that marks the last chunk. Whole chunks go in and out in one call,
 * from offset 0, because the JDK copies anything else once more.
 */
final class ChunkCipher {

  static final int PLAIN = 64 * 1024;
  static final int TAG = 16;
  static final int SEALED = PLAIN + TAG;

  private final Cipher cipher;
  private final SecretKeySpec key;
  private final int mode;
  private long counter;

  private ChunkCipher(int mode, SecretKeySpec key) {
    this.mode = mode;
    this.key = key;
    try {
      cipher = Cipher.getInstance("ChaCha20-Poly1305");
    } catch (GeneralSecurityException missingAlgorithm) {
      throw new IllegalStateException(missingAlgorithm);
    }
  }

  static ChunkCipher sealing(SecretKeySpec key) {
    return new ChunkCipher(Cipher.ENCRYPT_MODE, key);
  }

  static ChunkCipher opening(SecretKeySpec key) {
    return new ChunkCipher(Cipher.DECRYPT_MODE, key);
  }

  /** Whether no chunk has been through yet. */
  boolean atStart() {
    return counter == 0;
  }

  /**
   * Seals or opens the next chunk.
   *
   * @return how many bytes were written to {@code to}
   * @throws GeneralSecurityException when opening, if the chunk is not what was sealed
   */
  int next(byte[] from, int offset, int length, byte[] to, int toOffset, boolean last)
      throws GeneralSecurityException {
    begin(counter, last);
    counter++;
    return cipher.doFinal(from, offset, length, to, toOffset);
  }

  /** Whether the full chunk that was just refused as the last would open with more behind it. */
  boolean wasMiddle(byte[] sealed) {
    try {
      begin(counter - 1, false);
      cipher.doFinal(sealed, 0, SEALED, new byte[PLAIN], 0);
      return true;
    } catch (GeneralSecurityException forged) {
      return false;
    }
  }

  private void begin(long number, boolean last) throws GeneralSecurityException {
    var nonce = ByteBuffer.allocate(12).putLong(3, number).put(11, (byte) (last ? 1 : 0));
    cipher.init(mode, key, new IvParameterSpec(nonce.array()));
  }
}
