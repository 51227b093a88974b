package org.vigie.node.house;

import org.vigie.register.EntryType;

/**
 * The house was founded.
 *
 * @param name what the house is called
 * @param keepers id of the keepers' register
 */
public record HouseFounded(String name, String keepers) {

  /** Its entry type. */
  public static final EntryType<HouseFounded> TYPE =
      new EntryType<>("house.founded", 1, HouseFounded.class);
}
