package org.vigie.imports;

import java.util.List;
import java.util.random.RandomGenerator;

/** Random names and texts of invented people, in many scripts. */
public final class Words {

  private static final List<String> NAMES =
      List.of(
          "+852 5555 0134",
          "+33 6 39 98 00 01",
          "Élodie (café)",
          "ئالىم",
          "བསྟན་འཛིན",
          "王伟",
          "Ann: work",
          "O'Neill, \"Nur\"");

  private static final List<String> PIECES =
      List.of(
          "come",
          "home",
          "où",
          "ты",
          "ئۆيۈڭ",
          "گھر",
          "家",
          "བོད",
          "😀",
          "18:04",
          "15/01/2026",
          "https://example.org/a?b=c:d&e",
          "so: what",
          "<b>",
          "&amp;",
          "\"quoted\"",
          "\\",
          "\t",
          "-",
          "[x]",
          "a - b: c",
          "{\"a\":1}",
          "\u200Fصلى",
          "'",
          "é",
          "Ã©",
          ";",
          ",",
          "]]>",
          "--");

  private Words() {}

  /** A name. */
  public static String name(RandomGenerator random) {
    return NAMES.get(random.nextInt(NAMES.size()));
  }

  /** A text that begins and ends with a letter. */
  public static String text(RandomGenerator random) {
    var text = new StringBuilder("x");
    for (var i = random.nextInt(12); i > 0; i--) {
      text.append(random.nextInt(5) == 0 ? "\n" : " ");
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.append(" y").toString();
  }

  /** A string of JSON, with or without anything but ASCII in it. */
  public static String quoted(String text, boolean ascii) {
    var out = new StringBuilder("\"");
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < 0x20 || (ascii && c >= 0x7F)) {
            out.append("\\u").append(hex(c));
          } else {
            out.append(c);
          }
        }
      }
    }
    return out.append('"').toString();
  }

  private static String hex(char c) {
    var digits = Integer.toHexString(c);
    return "0".repeat(4 - digits.length()) + digits;
  }
}
