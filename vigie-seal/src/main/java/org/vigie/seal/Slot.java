package org.vigie.seal;

import java.security.SecureRandom;

/**
 * What a member can unlock with. Which place in a {@link LockedIdentity} belongs to which, and
 * whether it is used at all, is written only inside the member's sealed keys.
 */
public enum Slot {
  /** What the member types every day. */
  PASSPHRASE(0),
  /** Eight printed words. */
  RECOVERY_CODE(1),
  /** A key that trustees hold in shares. */
  TRUSTEES(2),
  /** Kept free. */
  SPARE(3);

  static final int COUNT = 4;

  private final int number;

  Slot(int number) {
    this.number = number;
  }

  /** Where a layout says this slot's place. */
  int number() {
    return number;
  }

  /** A random order of the places: the slot's number gives its place. */
  static byte[] shuffled(SecureRandom random) {
    var places = new byte[] {0, 1, 2, 3};
    for (var i = COUNT - 1; i > 0; i--) {
      var j = random.nextInt(i + 1);
      var kept = places[i];
      places[i] = places[j];
      places[j] = kept;
    }
    return places;
  }
}
