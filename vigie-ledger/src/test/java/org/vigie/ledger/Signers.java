package org.vigie.ledger;

import java.util.Arrays;
import org.vigie.kernel.Secret;

/** Keys for tests, one a number. */
final class Signers {

  static final String ORIGIN = "vigie.example/custody/1";

  private Signers() {}

  static NoteSigner log() {
    return of(ORIGIN, SignatureType.ED25519, 1);
  }

  static NoteSigner of(String name, SignatureType type, int number) {
    var seed = new byte[NoteSigner.SEED_LENGTH];
    Arrays.fill(seed, (byte) number);
    try (var secret = Secret.take(seed)) {
      return NoteSigner.ofSeed(name, type, secret);
    }
  }
}
