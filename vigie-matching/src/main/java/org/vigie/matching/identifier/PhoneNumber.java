package org.vigie.matching.identifier;

/**
 * A telephone number.
 *
 * @param e164 in E.164 form with its plus sign and no extension, such as {@code +85255550134}
 */
public record PhoneNumber(String e164) implements Identifier {

  /** Refuses what is not a plus sign and 5 to 17 ASCII digits. */
  public PhoneNumber {
    if (!e164.matches("\\+[0-9]{5,17}")) {
      throw new IllegalArgumentException("not an E.164 number");
    }
  }

  @Override
  public String canonical() {
    return NORM + "|tel|" + e164;
  }
}
