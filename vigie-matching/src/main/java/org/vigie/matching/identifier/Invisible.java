package org.vigie.matching.identifier;

/** Characters that show nothing (general category Cf and variation selectors). */
final class Invisible {

  private Invisible() {}

  static boolean is(int character) {
    return Character.getType(character) == Character.FORMAT
        || (character >= 0xFE00 && character <= 0xFE0F)
        || character == 0x034F
        || character == 0x115F
        || character == 0x3164;
  }

  static boolean within(String text) {
    return text.codePoints().anyMatch(Invisible::is);
  }

  /** Without those at both ends, where copying from a bidirectional text leaves them. */
  static String trimmed(String text) {
    var start = 0;
    var end = text.length();
    while (start < end && skipped(text.codePointAt(start))) {
      start += Character.charCount(text.codePointAt(start));
    }
    while (end > start && skipped(text.codePointBefore(end))) {
      end -= Character.charCount(text.codePointBefore(end));
    }
    return text.substring(start, end);
  }

  static String removed(String text) {
    if (!within(text)) {
      return text;
    }
    var kept = new StringBuilder(text.length());
    text.codePoints().filter(c -> !is(c)).forEach(kept::appendCodePoint);
    return kept.toString();
  }

  private static boolean skipped(int character) {
    return is(character) || Character.isWhitespace(character) || character == 0xA0;
  }
}
