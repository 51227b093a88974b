package org.vigie.node.house;

import org.vigie.kernel.Refusal;

/** Something the house refuses. */
public final class HouseRefused extends Refusal {

  private static final long serialVersionUID = 1L;

  private HouseRefused(String key, Object... details) {
    super(key, details);
  }

  static HouseRefused nameTaken() {
    return new HouseRefused("house.name-taken");
  }

  /** Asked for names that are taken until it looked like a search. */
  public static HouseRefused tooManyNames() {
    return new HouseRefused("house.too-many-names");
  }

  static HouseRefused busy() {
    return new HouseRefused("house.busy");
  }

  static HouseRefused foundedAlready() {
    return new HouseRefused("house.founded-already");
  }

  static HouseRefused lastKeeper() {
    return new HouseRefused("house.last-keeper");
  }

  static HouseRefused wrongSecret() {
    return new HouseRefused("house.wrong-secret");
  }

  static HouseRefused notLetIn() {
    return new HouseRefused("house.not-let-in");
  }

  static HouseRefused notYet() {
    return new HouseRefused("house.recovery-not-yet");
  }

  static HouseRefused notWaiting() {
    return new HouseRefused("house.not-waiting");
  }
}
