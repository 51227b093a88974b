package org.vigie.imports;

/**
 * Something that a file says of itself, or what came out when that was checked. Nothing here is
 * believed: the values are words of the file, to be shown as such, escaped and isolated.
 *
 * @param about what it is about: {@code manifest}, {@code photo}, {@code recording}, {@code bundle}
 *     or {@code mail}, with {@code #2} and so on where there are several
 * @param name which statement, such as {@code c2pa.generator}; names that begin with {@code place}
 *     tell where somebody was and are shown only when asked for
 * @param value words of the file, or a code that the name knows
 */
public record Claim(String about, String name, String value) {

  /** The longest value. */
  public static final int LONGEST = 300;

  /** Cuts what is endless and drops what steers a screen. */
  public Claim {
    var plain = value.replaceAll("[\\p{Cntrl}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]+", " ");
    value = plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain.strip();
  }

  /** Whether it tells where somebody was. */
  public boolean tellsPlace() {
    return name.startsWith("place");
  }
}
