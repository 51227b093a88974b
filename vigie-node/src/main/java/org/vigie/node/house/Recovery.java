package org.vigie.node.house;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.vigie.kernel.RegisterId;
import org.vigie.node.house.HouseRows.Kind;
import org.vigie.node.shell.SignedIn;
import org.vigie.register.RegisterRefused;
import org.vigie.register.Registers;
import org.vigie.seal.SealRefused;

/**
 * Ways back into an account whose passphrase is lost. The member's own printed code opens it at
 * once; joined shares open it 72 hours after everyone in the house could see that somebody asked,
 * so that trustees who agree behind a member's back are noticed in time.
 */
public final class Recovery {

  /** How long the house sees that somebody joined shares before anything happens. */
  public static final Duration DELAY = Duration.ofDays(3);

  private final Accounts accounts;
  private final HouseRows rows;
  private final Registers registers;
  private final InstantSource clock;

  Recovery(Accounts accounts, HouseRows rows, Registers registers, InstantSource clock) {
    this.accounts = accounts;
    this.rows = rows;
    this.registers = registers;
    this.clock = clock;
  }

  /**
   * Sets a new passphrase with the printed code and signs in; nothing if the name or the code is
   * wrong. The second factor is taken off, to be set anew.
   */
  public Optional<SignedIn> byCode(String name, String code, String fresh)
      throws HouseRefused, RegisterRefused {
    var opened = accounts.openByCode(name, code);
    return opened.isEmpty() ? Optional.empty() : Optional.of(accounts.reset(opened.get(), fresh));
  }

  /**
   * Joins shares. The first time it tells the house and answers when to come back; from then on,
   * with the same shares, {@link #byShares} works.
   *
   * @return the instant before which nothing happens
   * @throws HouseRefused {@code house.wrong-secret} if the shares are not of this name's account
   */
  public Instant ask(String name, List<String> shares)
      throws HouseRefused, RegisterRefused, SealRefused {
    var opened = accounts.openByShares(name, shares).orElseThrow(HouseRefused::wrongSecret);
    try (var _ = opened.keys()) {
      var waiting = rows.find(Kind.RECOVERY, opened.lookup());
      if (waiting.isPresent()) {
        return notBefore(waiting.get());
      }
      var notBefore = clock.instant().plus(DELAY);
      rows.put(
          Kind.RECOVERY,
          opened.lookup(),
          ByteBuffer.allocate(Long.BYTES).putLong(notBefore.toEpochMilli()).array());
      var asked = new RecoveryAsked(opened.profile().member(), notBefore.toString());
      registers.deposit(new RegisterId(opened.profile().house()), RecoveryAsked.TYPE, asked);
      return notBefore;
    }
  }

  /**
   * Sets a new passphrase with joined shares, once the delay is over, and signs in.
   *
   * @throws HouseRefused {@code house.recovery-not-yet}, or {@code house.not-waiting} if its member
   *     stopped it, or {@code house.wrong-secret}
   */
  public SignedIn byShares(String name, List<String> shares, String fresh)
      throws HouseRefused, RegisterRefused, SealRefused {
    var opened = accounts.openByShares(name, shares).orElseThrow(HouseRefused::wrongSecret);
    var done = false;
    try {
      var waiting = rows.find(Kind.RECOVERY, opened.lookup()).orElseThrow(HouseRefused::notWaiting);
      if (clock.instant().isBefore(notBefore(waiting))) {
        throw HouseRefused.notYet();
      }
      var member = accounts.reset(opened, fresh);
      done = true;
      rows.delete(Kind.RECOVERY, opened.lookup());
      tell(opened.profile().house(), opened.profile().member(), "done");
      return member;
    } finally {
      if (!done) {
        opened.keys().close();
      }
    }
  }

  /** A member stops a recovery of their own account: it was not they who asked. */
  public void stop(SignedIn member, House house, String houseId) throws RegisterRefused {
    var stopped = rows.delete(Kind.RECOVERY, accounts.lookupOf(member.id()));
    if (stopped || house.recoveries().containsKey(member.id())) {
      tell(houseId, member.id().value(), "stopped");
    }
  }

  private void tell(String house, String member, String how) throws RegisterRefused {
    registers.deposit(new RegisterId(house), RecoveryEnded.TYPE, new RecoveryEnded(member, how));
  }

  private static Instant notBefore(byte[] row) {
    return Instant.ofEpochMilli(ByteBuffer.wrap(row).getLong());
  }
}
