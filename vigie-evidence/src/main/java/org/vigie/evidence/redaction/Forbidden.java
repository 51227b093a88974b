package org.vigie.evidence.redaction;

/**
 * Something that must not occur in a package.
 *
 * @param kind how it is looked for
 * @param words the name, number or handle itself; never printed
 */
public record Forbidden(Kind kind, String words) {

  /** How something is looked for. */
  public enum Kind {
    /** A name: whatever its case, accents and spacing. */
    NAME,
    /** A telephone or identity number: its last eight digits, whatever their spacing and script. */
    NUMBER,
    /** A handle, e-mail address or link: whatever its case, with or without a leading {@code @}. */
    HANDLE
  }

  /**
   * Checks that there is something to look for.
   *
   * @throws IllegalArgumentException if nothing would be left to look for: no letter or digit, or a
   *     number with fewer than four digits
   */
  public Forbidden {
    var digits = words.codePoints().filter(Character::isDigit).count();
    if (kind == Kind.NUMBER
        ? digits < 4
        : words.codePoints().noneMatch(Character::isLetterOrDigit)) {
      throw new IllegalArgumentException("too little to look for");
    }
  }

  /** Never the words. */
  @Override
  public String toString() {
    return "Forbidden[" + kind + "]";
  }
}
