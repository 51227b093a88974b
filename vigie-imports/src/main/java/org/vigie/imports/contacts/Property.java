package org.vigie.imports.contacts;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Set;
import org.vigie.imports.text.QuotedPrintable;

/** One property of a card, which may go on over several lines. */
final class Property {

  private static final Set<String> BINARY = Set.of("photo", "logo", "sound", "key");
  private static final int LONGEST_BINARY = 200;

  private final StringBuilder text;
  private final boolean quoted;
  private final boolean binary;

  Property(String line) {
    this.text = new StringBuilder(line);
    var colon = line.indexOf(':');
    var head = (colon < 0 ? line : line.substring(0, colon)).toUpperCase(Locale.ROOT);
    this.quoted = head.contains("QUOTED-PRINTABLE");
    this.binary =
        head.contains("BASE64") || head.contains("ENCODING=B") || isBinaryName(head, line);
  }

  private static boolean isBinaryName(String head, String line) {
    var name = head.split("[;:]", 2)[0];
    name = name.substring(name.indexOf('.') + 1).toLowerCase(Locale.ROOT);
    return BINARY.contains(name) && line.contains("data:");
  }

  /** Whether {@code line} belongs to it: folded, or after a soft line break. */
  boolean goesOn(String line) {
    return line.startsWith(" ")
        || line.startsWith("\t")
        || (quoted && !text.isEmpty() && text.charAt(text.length() - 1) == '=');
  }

  /** Takes the next line. */
  void more(String line) {
    if (quoted) {
      if (text.charAt(text.length() - 1) == '=') {
        text.setLength(text.length() - 1);
      }
      text.append(line);
    } else if (!binary || text.length() < LONGEST_BINARY) {
      text.append(line, 1, line.length());
    }
  }

  /** Whether it holds a picture, a sound or a key. */
  boolean isBinary() {
    return binary;
  }

  /** As a line to show; empty for the version. */
  String shown() {
    var line = text.toString();
    if (line.isBlank() || line.toUpperCase(Locale.ROOT).startsWith("VERSION:")) {
      return "";
    }
    var colon = line.indexOf(':');
    if (!quoted || colon < 0) {
      return line;
    }
    var head = line.substring(0, colon);
    return name(head) + ":" + QuotedPrintable.decode(line.substring(colon + 1), charset(head));
  }

  /** The head without what was undone. */
  private static String name(String head) {
    return head.replaceAll("(?i);(ENCODING=)?QUOTED-PRINTABLE|;CHARSET=[^;]*", "");
  }

  private static Charset charset(String head) {
    var upper = head.toUpperCase(Locale.ROOT);
    var at = upper.indexOf("CHARSET=");
    if (at < 0) {
      return StandardCharsets.UTF_8;
    }
    try {
      return Charset.forName(upper.substring(at + 8).split(";", 2)[0]);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return StandardCharsets.UTF_8;
    }
  }
}
