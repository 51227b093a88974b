package org.vigie.register;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A kind of entry: its name, its present version and the record that holds it. Bodies are read
 * tolerantly: unknown fields are passed over; missing ones are null, zero, or an empty list, set or
 * map, so a record's components that came with a later version must allow that.
 *
 * @param name lower-case ASCII letters, digits, dots and hyphens; at most 80; unique; names that
 *     begin with {@code register.} are the register's own
 * @param version from 1; raise it when the meaning of a field changes, not when one is added
 * @param body the record that JSON is read into
 * @param earlier how bodies of earlier versions become the present one
 */
public record EntryType<T>(String name, int version, Class<T> body, List<Earlier<?, T>> earlier) {

  /**
   * How one earlier version is read.
   *
   * @param version the version that was written
   * @param body the record of that version
   * @param upgrade turns it into the present one
   */
  public record Earlier<U, T>(int version, Class<U> body, Function<U, T> upgrade) {}

  /** Checks the name and the version. */
  public EntryType {
    if (!name.matches("[a-z][a-z0-9.-]{0,79}") || version < 1) {
      throw new IllegalArgumentException("not a name and version of an entry type");
    }
    earlier = List.copyOf(earlier);
  }

  /** A type of which only one record was ever written. */
  public EntryType(String name, int version, Class<T> body) {
    this(name, version, body, List.of());
  }

  /** This type, reading also what was written as {@code version} into {@code former}. */
  public <U> EntryType<T> reading(int version, Class<U> former, Function<U, T> upgrade) {
    var all = new ArrayList<Earlier<?, T>>(earlier);
    all.add(new Earlier<>(version, former, upgrade));
    return new EntryType<>(name, this.version, body, all);
  }
}
