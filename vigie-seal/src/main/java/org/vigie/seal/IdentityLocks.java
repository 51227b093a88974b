package org.vigie.seal;

import java.security.SecureRandom;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.vigie.kernel.Secret;

/**
 * Locks and unlocks members' keys. Protects against guessing by the cost of {@link ArgonPolicy},
 * and against learning from time or size whether a name exists or which slot was tried; does not
 * protect against a secret that is short or known. At most two runs at a time, in the order of
 * asking, so memory stays within twice the policy's. Safe for use by several threads.
 */
public final class IdentityLocks {

  private static final int RUNS = 2;
  private static final String LABEL = "vigie/v1/kek";

  private final ArgonPolicy policy;
  private final List<ArgonPolicy> former;
  private final SecureRandom random;
  private final Semaphore runs = new Semaphore(RUNS, true);
  private final LockedIdentity nobody;
  private final MemberKeys decoy;

  /** Locks at the cost of {@code policy}, which was never another. */
  public IdentityLocks(ArgonPolicy policy, SecureRandom random) {
    this(policy, List.of(), random);
  }

  /**
   * Locks at the cost of {@code policy}.
   *
   * @param former what policy was before: records may have it still, so every try, for any name,
   *     does the work of all of these as well
   */
  public IdentityLocks(ArgonPolicy policy, List<ArgonPolicy> former, SecureRandom random) {
    this.policy = policy;
    this.former = List.copyOf(former);
    this.random = random;
    this.nobody = LockedIdentity.nobodys(policy, random);
    this.decoy = MemberKeys.generate(random);
  }

  /**
   * Locks {@code keys} under each secret given; every other place is filled with random bytes. One
   * Argon2id run a secret.
   *
   * @throws IllegalArgumentException if no secret is given
   */
  public LockedIdentity lock(MemberKeys keys, Map<Slot, Secret> secrets) {
    if (secrets.isEmpty()) {
      throw new IllegalArgumentException("nothing would open it");
    }
    var locked = LockedIdentity.nobodys(policy, random);
    for (var entry : secrets.entrySet()) {
      locked = replaceSlot(locked, keys, entry.getKey(), entry.getValue());
    }
    return locked;
  }

  /**
   * The member's keys, if {@code secret} is that of any slot. One Argon2id run for each cost that
   * policy has and had, then all four places in the same order, whichever opens.
   */
  public Optional<MemberKeys> unlock(LockedIdentity locked, Secret secret) {
    var found = new byte[0];
    var costs = new LinkedHashSet<ArgonPolicy>();
    costs.add(policy);
    costs.addAll(former);
    costs.addAll(locked.costs());
    for (var cost : costs) {
      try (var cipher = cipher(locked, secret, cost)) {
        for (var i = 0; i < Slot.COUNT; i++) {
          found = cipher.open(locked.place(i), locked.context(i, cost)).orElse(found);
        }
      }
    }
    // A wrong secret costs what a right one does: keys are made up and thrown away.
    var opened = found.length == MemberKeys.BUNDLE;
    try (var decoys = decoy.bundle();
        var bundle = opened ? Secret.take(found) : decoys) {
      var keys = bundle.use(MemberKeys::ofBundle);
      if (!opened) {
        keys.close();
      }
      return opened ? Optional.of(keys) : Optional.empty();
    }
  }

  /** The same work as {@link #unlock} for a name that does not exist. */
  public void unlockNobody(Secret secret) {
    unlock(nobody, secret).ifPresent(MemberKeys::close);
  }

  /**
   * The same identity with one slot under another secret, or under the same at what policy asks
   * today; the other slots are as they were, byte for byte.
   *
   * @param keys what {@code locked} opens to
   */
  public LockedIdentity replaceSlot(
      LockedIdentity locked, MemberKeys keys, Slot slot, Secret secret) {
    var raised = upgradeNeeded(locked) ? locked.dearer(policy) : locked;
    var cost = raised.policy();
    var index = keys.position(slot);
    try (var cipher = cipher(raised, secret, cost);
        var bundle = keys.bundle()) {
      return raised.with(
          index, bundle.use(bytes -> cipher.seal(bytes, raised.context(index, cost))));
    }
  }

  /** The same identity with one slot that nothing opens any more. */
  public LockedIdentity emptySlot(LockedIdentity locked, MemberKeys keys, Slot slot) {
    return locked.with(
        keys.position(slot), LockedIdentity.randomBytes(LockedIdentity.PLACE, random));
  }

  /**
   * Whether a guess at the passphrase of {@code locked} costs less than policy asks. Then {@link
   * #replaceSlot} while the passphrase is at hand. What is printed keeps its cost: nobody can type
   * it for us, and it is long enough at any.
   */
  public boolean upgradeNeeded(LockedIdentity locked) {
    return policy.work() > locked.policy().work()
        && locked.costs().size() < LockedIdentity.MOST_COSTS;
  }

  private Xaes cipher(LockedIdentity locked, Secret secret, ArgonPolicy cost) {
    runs.acquireUninterruptibly();
    try (var stretched = Argon.stretch(secret, locked.salt(), cost);
        var key = Hkdf.derive(stretched, LABEL, 32)) {
      return new Xaes(key);
    } finally {
      runs.release();
    }
  }
}
