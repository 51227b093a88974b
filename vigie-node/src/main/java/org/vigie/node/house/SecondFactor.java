package org.vigie.node.house;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.vigie.kernel.MemberId;
import org.vigie.kernel.Secret;
import org.vigie.node.house.HouseRows.Kind;
import org.vigie.seal.LockedIdentity;
import org.vigie.seal.MemberKeys;
import org.vigie.seal.SealRefused;
import org.vigie.seal.Totp;

/**
 * The code of an authenticator app. Protects an account whose passphrase is known: a code works
 * once, also for two who send it at the same moment, and after ten wrong ones in an hour even a
 * right one is refused; the answer and the work are the same as for a wrong passphrase. Does not
 * protect against whoever holds the app as well. Forgets its counts when the node stops.
 */
final class SecondFactor {

  static final int MOST_WRONG = 10;

  private static final Duration WINDOW = Duration.ofHours(1);
  private static final int LOCKS = 64;
  private static final String NOBODY = "nobody";

  private final HouseRows rows;
  private final InstantSource clock;
  private final Map<String, Wrong> wrong = new ConcurrentHashMap<>();
  private final Object[] locks = new Object[LOCKS];
  private final MemberKeys nobodysKeys;
  private final byte[] nobodysRow;

  /** Wrong codes after the right passphrase. */
  private record Wrong(Instant since, int count) {}

  SecondFactor(HouseRows rows, SecureRandom random, InstantSource clock) {
    this.rows = rows;
    this.clock = clock;
    Arrays.setAll(locks, _ -> new Object());
    nobodysKeys = MemberKeys.generate(random);
    var id = MemberId.random(random).value();
    var totp = new byte[20];
    random.nextBytes(totp);
    var profile =
        new Profile(
            id, id, id, java.util.List.of(), HexFormat.of().formatHex(totp), Long.MAX_VALUE);
    var sealed = profile.seal(nobodysKeys, NOBODY);
    nobodysRow =
        Arrays.copyOf(new byte[LockedIdentity.LENGTH], LockedIdentity.LENGTH + sealed.length);
    System.arraycopy(sealed, 0, nobodysRow, LockedIdentity.LENGTH, sealed.length);
  }

  /**
   * Whether {@code code} lets the owner of {@code opened} in; an account without an app needs none.
   * Null, for a name or passphrase that opened nothing, costs the same and is never let in.
   */
  boolean allows(Accounts.@Nullable Opened opened, String code) {
    if (opened != null && opened.profile().totp().isEmpty()) {
      return true;
    }
    var lookup = opened == null ? NOBODY : opened.lookup();
    synchronized (locks[Math.floorMod(lookup.hashCode(), LOCKS)]) {
      return right(lookup, opened, code);
    }
  }

  /** Does {@code work} on an account's row while no code of it is being used. */
  void alone(String lookup, Runnable work) {
    synchronized (locks[Math.floorMod(lookup.hashCode(), LOCKS)]) {
      work.run();
    }
  }

  /** The work of reading an account that opened, for one that did not. */
  void readNobody() {
    profile(nobodysRow, nobodysKeys, NOBODY);
  }

  private boolean right(String lookup, Accounts.@Nullable Opened opened, String code) {
    var keys = opened == null ? nobodysKeys : opened.keys();
    // Read again: another sign-in may have used the code since the passphrase was tried.
    var found = rows.find(Kind.ACCOUNT, lookup);
    var row = found.orElse(nobodysRow);
    var profile = profile(row, keys, lookup);
    var step = step(profile, code);
    var spent = spent(lookup);
    if (opened == null || found.isEmpty()) {
      return false;
    }
    if (step < 0 || spent) {
      wrong.merge(
          lookup,
          new Wrong(clock.instant(), 1),
          (old, one) -> new Wrong(old.since(), old.count() + 1));
      return false;
    }
    wrong.remove(lookup);
    rows.put(
        Kind.ACCOUNT, lookup, Accounts.content(lookup, opened.locked(), keys, profile.used(step)));
    return true;
  }

  private static Profile profile(byte[] row, MemberKeys keys, String lookup) {
    try {
      var sealed = Arrays.copyOfRange(row, LockedIdentity.lengthIn(row), row.length);
      return Profile.open(sealed, keys, lookup);
    } catch (SealRefused changed) {
      throw new IllegalStateException("an account's row was changed", changed);
    }
  }

  /** The step the code is right for and was not used before; -1 for none. */
  private long step(Profile profile, String code) {
    try (var secret = Secret.take(HexFormat.of().parseHex(profile.totp()));
        var totp = Totp.ofSecret(secret)) {
      return totp.check(code, clock.instant(), profile.lastStep()).orElse(-1);
    }
  }

  private boolean spent(String lookup) {
    var tried = wrong.get(lookup);
    if (tried == null) {
      return false;
    }
    if (clock.instant().isAfter(tried.since().plus(WINDOW))) {
      wrong.remove(lookup, tried);
      return false;
    }
    return tried.count() >= MOST_WRONG;
  }
}
