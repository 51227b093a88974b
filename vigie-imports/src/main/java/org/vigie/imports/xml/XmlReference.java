package org.vigie.imports.xml;

import java.io.IOException;

/** What stands for a character: the five names of XML, {@code nbsp}, and numbers. */
final class XmlReference {

  private static final int LONGEST = 12;

  private XmlReference() {}

  /** Reads one whose {@code &} was taken. */
  static void read(XmlBytes bytes, XmlCharacters into) throws IOException {
    var from = new StringBuilder();
    while (bytes.more()
        && from.length() < LONGEST
        && bytes.next() > ' '
        && "&;<\"'".indexOf(bytes.next()) < 0) {
      from.append((char) bytes.take());
    }
    var known = bytes.more() && bytes.next() == ';' ? value(from.toString()) : -1;
    if (known < 0) {
      into.unknown(from);
    } else {
      bytes.take();
      into.character(known);
    }
  }

  private static int value(String word) {
    return switch (word) {
      case "amp" -> '&';
      case "lt" -> '<';
      case "gt" -> '>';
      case "quot" -> '"';
      case "apos" -> '\'';
      case "nbsp" -> '\u00A0';
      default -> number(word);
    };
  }

  private static int number(String word) {
    if (word.length() < 2 || word.charAt(0) != '#') {
      return -1;
    }
    var hex = word.charAt(1) == 'x' || word.charAt(1) == 'X';
    try {
      var number = Integer.parseInt(word.substring(hex ? 2 : 1), hex ? 16 : 10);
      return Character.isValidCodePoint(number) ? number : -1;
    } catch (NumberFormatException e) {
      return -1;
    }
  }
}
