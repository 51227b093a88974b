package org.vigie.evidence.redaction;

/** A reason not to release a package. It never repeats what was looked for. */
public sealed interface Finding {

  /** The file of the package it is about; parts inside it after {@code !}. */
  String file();

  /**
   * A forbidden item occurs.
   *
   * @param file where
   * @param item its place in the list of forbidden items, from 0
   * @param how in which writing it was found, such as {@code utf-8} or {@code base64 utf-16le}
   */
  record Occurs(String file, int item, String how) implements Finding {}

  /**
   * The file could not be looked into to the end, so nothing can be said about it.
   *
   * @param file which
   * @param reason {@code archive}, {@code archive-too-deep}, {@code archive-too-large}, {@code
   *     document}
   */
  record Unreadable(String file, String reason) implements Finding {}
}
