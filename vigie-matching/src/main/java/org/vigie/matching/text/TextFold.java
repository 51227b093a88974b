package org.vigie.matching.text;

import java.util.List;
import org.vigie.matching.identifier.Found;
import org.vigie.matching.identifier.Identifiers;

/**
 * Folds a text to its bare letters, so that case, width, accents, look-alike letters, spacing,
 * punctuation, emoji, invisible characters, digits in place of letters and stretched letters do not
 * part two copies of one script. Folding a folded text changes nothing.
 */
public final class TextFold {

  /** The rules and the tables they were filled from; kept with every sketch. */
  public static final int VERSION = 2;

  private static final CharTable TABLE = new CharTable(TextFold::fold);

  private TextFold() {}

  /** An l, an i, their capitals, a bar and the digit one are one stroke to the eye: one letter. */
  private static String fold(int character) {
    return FoldTable.fold(character).replace('l', 'i');
  }

  /** The bare letters of {@code text}, with its links, addresses, handles and numbers cut out. */
  public static String fold(String text) {
    return letters(withoutIdentifiers(text, Identifiers.findIn(text, null)));
  }

  /** As {@link #fold(String)}, where the identifiers are known already. */
  public static String fold(String text, List<Found> identifiers) {
    return letters(withoutIdentifiers(text, identifiers));
  }

  /** The text with a space in place of every identifier. */
  static String withoutIdentifiers(String text, List<Found> identifiers) {
    if (identifiers.isEmpty()) {
      return text;
    }
    var left = new StringBuilder(text);
    for (var found : identifiers) {
      for (var i = found.start(); i < found.end(); i++) {
        left.setCharAt(i, ' ');
      }
    }
    return left.toString();
  }

  /** The bare letters of all of {@code text}. */
  static String letters(String text) {
    return lettersOf(text).toString();
  }

  static Letters lettersOf(String text) {
    return Letters.of(text, TABLE).squeezed();
  }
}
