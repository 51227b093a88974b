package org.vigie.imports.text;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Text with bytes as {@code =E9} (RFC 2045, section 6.7), read kindly. */
public final class QuotedPrintable {

  private QuotedPrintable() {}

  /** The characters of {@code text}; what is no code stays as it stands. */
  public static String decode(String text, Charset charset) {
    return new String(bytes(text), charset);
  }

  /** The bytes of {@code text}; soft line breaks are gone. */
  public static byte[] bytes(String text) {
    var in = text.getBytes(StandardCharsets.UTF_8);
    var out = new ByteArrayOutputStream(in.length);
    for (var i = 0; i < in.length; i++) {
      if (in[i] != '=') {
        out.write(in[i]);
        continue;
      }
      var lineEnd = lineEnd(in, i + 1);
      if (lineEnd > 0) {
        i = lineEnd - 1;
      } else if (i + 2 < in.length && digit(in[i + 1]) >= 0 && digit(in[i + 2]) >= 0) {
        out.write(digit(in[i + 1]) << 4 | digit(in[i + 2]));
        i += 2;
      } else {
        out.write('=');
      }
    }
    return out.toByteArray();
  }

  /** Writes the bytes that {@code in} stands for, line by line; longer lines are cut in pieces. */
  public static void decode(InputStream in, OutputStream out, int longest) throws IOException {
    var line = new ByteArrayOutputStream();
    for (var c = in.read(); c >= 0; c = in.read()) {
      line.write(c);
      if (c == '\n' || line.size() >= longest) {
        out.write(bytes(line.toString(StandardCharsets.UTF_8)));
        line.reset();
      }
    }
    out.write(bytes(line.toString(StandardCharsets.UTF_8)));
  }

  /** The place after a soft line break; 0 when there is none. */
  private static int lineEnd(byte[] in, int from) {
    var at = from;
    while (at < in.length && (in[at] == ' ' || in[at] == '\t' || in[at] == '\r')) {
      at++;
    }
    if (at == in.length) {
      return at;
    }
    return in[at] == '\n' ? at + 1 : 0;
  }

  private static int digit(byte c) {
    return Character.digit(c, 16);
  }
}
