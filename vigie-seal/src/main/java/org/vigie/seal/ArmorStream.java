package org.vigie.seal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;

/**
 * Takes the armour of an age file off line by line. Strict, so that one sealed file has one text:
 * the label as it is, lines of 64 characters until a last one, canonical base64, line ends LF or
 * CRLF, and nothing but a little white space around.
 */
final class ArmorStream extends InputStream {

  private static final int COLUMNS = 64;

  private final InputStream in;
  private final byte[] line = new byte[COLUMNS + 1];
  private byte[] decoded = new byte[0];
  private int position;
  private boolean begun;
  private boolean lastLine;
  private boolean ended;
  private boolean broken;

  ArmorStream(InputStream in) {
    this.in = in;
  }

  @Override
  public int read() throws IOException {
    return fill() ? decoded[position++] & 0xff : -1;
  }

  @Override
  public int read(byte[] to, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, to.length);
    var done = 0;
    while (done < length && fill()) {
      var part = Math.min(length - done, decoded.length - position);
      System.arraycopy(decoded, position, to, offset + done, part);
      position += part;
      done += part;
    }
    return done == 0 && length > 0 ? -1 : done;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private boolean fill() throws IOException {
    if (broken) {
      throw new BrokenSealException(SealRefused.malformed());
    }
    while (position == decoded.length && !ended) {
      // Until the line is known to be right, the next read must not go on behind it.
      broken = true;
      next();
      broken = false;
    }
    return position < decoded.length;
  }

  private void next() throws IOException {
    if (!begun) {
      begin();
    }
    var length = line();
    if (is(length, Armor.END)) {
      end();
      return;
    }
    if (lastLine) {
      throw malformed();
    }
    decoded = decoded(length);
    position = 0;
    lastLine = length < COLUMNS;
  }

  private void begin() throws IOException {
    in.mark(Armor.MOST_WHITE + 1);
    var white = 0;
    while (Armor.isWhite(in.read())) {
      white++;
    }
    in.reset();
    in.skipNBytes(white);
    if (!is(line(), Armor.BEGIN)) {
      throw malformed();
    }
    begun = true;
  }

  private void end() throws IOException {
    ended = true;
    for (var i = 0; i <= Armor.MOST_WHITE; i++) {
      var octet = in.read();
      if (octet < 0) {
        return;
      }
      if (!Armor.isWhite(octet)) {
        throw malformed();
      }
    }
    throw malformed();
  }

  /** Reads a line into {@link #line} and answers its length without its end. */
  private int line() throws IOException {
    var length = 0;
    for (var octet = in.read(); octet != '\n'; octet = in.read()) {
      if (octet < 0 && is(length, Armor.END)) {
        return length;
      }
      if (octet < 0) {
        throw new BrokenSealException(SealRefused.truncated());
      }
      if (length == line.length) {
        throw malformed();
      }
      line[length++] = (byte) octet;
    }
    return length > 0 && line[length - 1] == '\r' ? length - 1 : length;
  }

  private boolean is(int length, String marker) {
    return marker.equals(new String(line, 0, length, StandardCharsets.ISO_8859_1));
  }

  private byte[] decoded(int length) throws BrokenSealException {
    if (length == 0 || length > COLUMNS || length % 4 != 0) {
      throw malformed();
    }
    var text = Arrays.copyOf(line, length);
    try {
      var bytes = Base64.getDecoder().decode(text);
      // The decoder takes spare bits that are not nought; the form does not.
      if (!Digests.same(Base64.getEncoder().encode(bytes), text)) {
        throw malformed();
      }
      return bytes;
    } catch (IllegalArgumentException foreign) {
      throw malformed();
    }
  }

  private static BrokenSealException malformed() {
    return new BrokenSealException(SealRefused.malformed());
  }
}
