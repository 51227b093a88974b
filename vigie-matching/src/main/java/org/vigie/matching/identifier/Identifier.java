package org.vigie.matching.identifier;

/**
 * Something that leads back to whoever wrote or called, in one form whatever way it was written.
 * Two identifiers are the same exactly when their {@link #canonical()} forms are.
 */
public sealed interface Identifier permits PhoneNumber, Handle, EmailAddress, Link, PersonName {

  /** The version of the rules that make the canonical forms; see docs/formats/norm-v1.md. */
  String NORM = "norm-v1";

  /** The published form: version, kind and value, parted by {@code |}. */
  String canonical();
}
