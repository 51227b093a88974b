package org.vigie.imports.json;

import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import org.vigie.imports.text.Utf8;

/** Writes JSON as UTF-8 through one large buffer, without an object in between. */
final class JsonBytes {

  private static final int SIZE = 128 * 1024;
  private static final int ROOM = 64;
  private static final byte[] HEX = {
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'
  };

  private final OutputStream out;
  private final byte[] buffer = new byte[SIZE];
  private int at;

  JsonBytes(OutputStream out) {
    this.out = out;
  }

  /** Bytes that need no quoting, 64 at most. */
  JsonBytes raw(byte[] ascii) throws IOException {
    room();
    System.arraycopy(ascii, 0, buffer, at, ascii.length);
    at += ascii.length;
    return this;
  }

  JsonBytes raw(char ascii) throws IOException {
    room();
    buffer[at++] = (byte) ascii;
    return this;
  }

  JsonBytes number(long value) throws IOException {
    room();
    if (value < 0) {
      throw new IllegalArgumentException("negative");
    }
    var digits = 1;
    for (var rest = value / 10; rest > 0; rest /= 10) {
      digits++;
    }
    var rest = value;
    for (var i = at + digits - 1; i >= at; i--) {
      buffer[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    at += digits;
    return this;
  }

  /** A number with leading zeros. */
  JsonBytes digits(int value, int width) throws IOException {
    room();
    var rest = value;
    for (var i = at + width - 1; i >= at; i--) {
      buffer[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    at += width;
    return this;
  }

  JsonBytes string(@Nullable String value) throws IOException {
    room();
    if (value == null) {
      buffer[at++] = 'n';
      buffer[at++] = 'u';
      buffer[at++] = 'l';
      buffer[at++] = 'l';
      return this;
    }
    buffer[at++] = '"';
    var length = value.length();
    var i = 0;
    while (i < length) {
      var until = Math.min(length, i + (SIZE - ROOM - at));
      while (i < until) {
        var c = value.charAt(i);
        if (c < 0x20 || c >= 0x80 || c == '"' || c == '\\') {
          break;
        }
        buffer[at++] = (byte) c;
        i++;
      }
      room();
      if (i < length && i < until) {
        i += special(value, i);
      }
    }
    buffer[at++] = '"';
    return this;
  }

  /** Writes the character at {@code i} that is no plain ASCII; returns its length. */
  private int special(String value, int i) {
    var c = value.charAt(i);
    if (c < 0x80) {
      escaped(c);
      return 1;
    }
    var whole = value.codePointAt(i);
    if (Character.isSurrogate(c) && !Character.isSupplementaryCodePoint(whole)) {
      unicode(c);
      return 1;
    }
    at = Utf8.put(buffer, at, whole);
    return Character.charCount(whole);
  }

  private void escaped(char c) {
    switch (c) {
      case '\n' -> pair('n');
      case '\r' -> pair('r');
      case '\t' -> pair('t');
      case '"', '\\' -> pair(c);
      default -> unicode(c);
    }
  }

  private void pair(char c) {
    buffer[at++] = '\\';
    buffer[at++] = (byte) c;
  }

  private void unicode(char c) {
    pair('u');
    for (var shift = 12; shift >= 0; shift -= 4) {
      buffer[at++] = HEX[c >> shift & 15];
    }
  }

  private void room() throws IOException {
    if (at > SIZE - ROOM - 1) {
      flush();
    }
  }

  void flush() throws IOException {
    out.write(buffer, 0, at);
    at = 0;
  }
}
