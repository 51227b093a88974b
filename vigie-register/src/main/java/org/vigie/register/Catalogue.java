package org.vigie.register;

import java.util.List;

/**
 * The entry types one capability brings.
 *
 * @param types no two of the same name in the whole node
 */
public record Catalogue(List<EntryType<?>> types) {

  /** The types in {@code types}. */
  public static Catalogue of(EntryType<?>... types) {
    return new Catalogue(List.of(types));
  }
}
