package org.vigie.node.witness;

import org.vigie.register.EntryType;

/**
 * How the keepers call a partner; kept sealed in their register, apart from its key and address.
 *
 * @param id of the witness or of the log
 * @param name their word for it
 */
public record WitnessNamed(String id, String name) {

  /** Its entry type. */
  public static final EntryType<WitnessNamed> TYPE =
      new EntryType<>("witness.named", 1, WitnessNamed.class);
}
