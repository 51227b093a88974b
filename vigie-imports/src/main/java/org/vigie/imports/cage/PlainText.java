package org.vigie.imports.cage;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.vigie.imports.Source;
import org.vigie.imports.text.Encoding;

/** A text as a page may show it: no control characters, no markup, not without end. */
final class PlainText {

  private static final int MOST = 2 << 20;
  private static final int HEAD = 4096;

  private PlainText() {}

  /** Writes the text as UTF-8; facts: encoding, cut. */
  static Map<String, String> show(Source source, boolean escape, OutputStream out)
      throws IOException {
    byte[] head;
    try (var in = source.open(0)) {
      head = in.readNBytes(HEAD);
    }
    var encoding = Encoding.of(head);
    var text = new StringBuilder();
    try (var reader =
        new BufferedReader(
            new InputStreamReader(encoding.toUtf8(source.open(0)), StandardCharsets.UTF_8))) {
      int c;
      while (text.length() < MOST && (c = reader.read()) >= 0) {
        append(text, (char) c, escape);
      }
      var cut = reader.read() >= 0;
      out.write(text.toString().getBytes(StandardCharsets.UTF_8));
      return Map.of(
          "encoding",
          encoding.name().toLowerCase(Locale.ROOT).replace('_', '-'),
          "cut",
          Boolean.toString(cut));
    }
  }

  private static void append(StringBuilder text, char c, boolean escape) {
    if (c == '\r' || c == '\uFEFF') {
      return;
    }
    if (Character.isISOControl(c) && c != '\n' && c != '\t') {
      text.append('\uFFFD');
      return;
    }
    switch (escape ? c : ' ') {
      case '<' -> text.append("&lt;");
      case '>' -> text.append("&gt;");
      case '&' -> text.append("&amp;");
      case '"' -> text.append("&#34;");
      case '\'' -> text.append("&#39;");
      default -> text.append(c);
    }
  }
}
