package org.vigie.node.shell;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.vigie.kernel.MemberId;
import org.vigie.node.TestBrowser;
import org.vigie.node.TestNode;
import org.vigie.register.EntryTypes;
import org.vigie.register.RegisterRefused;
import org.vigie.register.Registers;
import org.vigie.register.store.MemoryBlobs;
import org.vigie.register.store.MemoryRows;
import org.vigie.seal.MemberKeys;
import org.vigie.seal.SigningKey;

/** Signs somebody in without a house: a member whose keys are a flag. */
final class TestMember {

  private static final MemberId ID = new MemberId("00112233445566778899aabbccddeeff");

  final AtomicBoolean wiped = new AtomicBoolean();

  SignedIn signedIn(Set<Role> roles) {
    var random = new SecureRandom();
    var registers =
        new Registers(
            new MemoryRows(),
            new MemoryBlobs(),
            leaves -> {},
            new EntryTypes(),
            SigningKey.generate(random),
            random,
            Clock.systemUTC());
    try {
      var keys = registers.unlock(ID, MemberKeys.generate(random));
      return new SignedIn(ID, roles, keys, new FlagBox(wiped));
    } catch (RegisterRefused impossible) {
      throw new AssertionError(impossible);
    }
  }

  TestBrowser in(TestNode node, Set<Role> roles) {
    var begun = node.part(Sessions.class).signIn("", signedIn(roles));
    var browser = node.browser().cookie("vigie", begun.token());
    browser.get("/");
    return browser;
  }

  /** Not a seal: turns every byte, which is enough to see that nothing is kept as it was typed. */
  private record FlagBox(AtomicBoolean wiped) implements SealingBox {

    @Override
    public byte[] seal(byte[] plain) {
      var sealed = plain.clone();
      for (var i = 0; i < sealed.length; i++) {
        sealed[i] ^= 0x5a;
      }
      return sealed;
    }

    @Override
    public byte[] open(byte[] sealed) {
      return seal(sealed);
    }

    @Override
    public void close() {
      wiped.set(true);
    }
  }
}
