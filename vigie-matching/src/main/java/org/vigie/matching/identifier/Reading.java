package org.vigie.matching.identifier;

/** What came of reading something a person gave as an identifier. */
public sealed interface Reading {

  /**
   * It could be read.
   *
   * @param identifier what it is
   */
  record Read(Identifier identifier) implements Reading {}

  /**
   * It could not, so it must not be turned into a token; the person should be told.
   *
   * @param key message key: {@code identifier.number-unreadable}, {@code
   *     identifier.number-needs-region}, {@code identifier.invisible-characters}, {@code
   *     identifier.malformed}, {@code identifier.tells-nothing} or {@code identifier.unknown-kind}
   */
  record Unreadable(String key) implements Reading {}
}
