package org.vigie.matching.identifier;

/**
 * A link.
 *
 * @param address host in ASCII form, path and the parameters that are not for tracking, sorted;
 *     without scheme, {@code www.}, fragment and last slash. Shorteners stay as they are: opening
 *     one would tell its owner.
 */
public record Link(String address) implements Identifier {

  @Override
  public String canonical() {
    return NORM + "|url|" + address;
  }
}
