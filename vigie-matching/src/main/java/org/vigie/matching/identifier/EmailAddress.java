package org.vigie.matching.identifier;

/**
 * An e-mail address.
 *
 * @param address lower-case, the domain in its ASCII (punycode) form
 */
public record EmailAddress(String address) implements Identifier {

  @Override
  public String canonical() {
    return NORM + "|mail|" + address;
  }
}
