package org.vigie.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IdentityLocksTest {

  private final SecureRandom random = new SecureRandom();
  private final IdentityLocks locks = new IdentityLocks(new ArgonPolicy(64, 1, 1), random);

  @Test
  void unlocks_with_any_slot_and_nothing_else() throws SealRefused {
    try (var keys = MemberKeys.generate(random);
        var phrase = Passphrases.secretOf("one two");
        var code = Passphrases.secretOf("three four");
        var wrong = Passphrases.secretOf("five")) {
      var locked = locks.lock(keys, Map.of(Slot.PASSPHRASE, phrase, Slot.RECOVERY_CODE, code));
      var stored = LockedIdentity.parse(locked.encoded());
      assertThat(locks.unlock(stored, phrase).orElseThrow().publicKeys())
          .isEqualTo(keys.publicKeys());
      assertThat(locks.unlock(stored, code)).isPresent();
      assertThat(locks.unlock(stored, wrong)).isEmpty();
      locks.unlockNobody(wrong);
    }
  }
}
