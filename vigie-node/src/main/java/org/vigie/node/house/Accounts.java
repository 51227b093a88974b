package org.vigie.node.house;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.vigie.kernel.MemberId;
import org.vigie.kernel.RegisterId;
import org.vigie.kernel.Secret;
import org.vigie.node.house.HouseRows.Kind;
import org.vigie.node.shell.Role;
import org.vigie.node.shell.SignedIn;
import org.vigie.register.RegisterRefused;
import org.vigie.register.Registers;
import org.vigie.seal.IdentityLocks;
import org.vigie.seal.LockedIdentity;
import org.vigie.seal.MemberKeys;
import org.vigie.seal.Passphrases;
import org.vigie.seal.RecoveryShare;
import org.vigie.seal.RecoveryShares;
import org.vigie.seal.SealRefused;
import org.vigie.seal.Slot;

/**
 * Accounts: locked identities under names nobody stores. Protects members' keys by the cost of
 * every guess, does the same work and gives the same answer whether a name exists or not (S-24);
 * does not protect an account whose passphrase is short or known. Safe for several threads.
 */
public final class Accounts {

  private final HouseRows rows;
  private final Pepper pepper;
  private final IdentityLocks locks;
  private final Registers registers;
  private final SecureRandom random;
  private final SecondFactor secondFactor;
  private final Turnstile turnstile = new Turnstile();
  private final Map<MemberId, String> lookups = new ConcurrentHashMap<>();

  Accounts(
      HouseRows rows,
      Pepper pepper,
      IdentityLocks locks,
      Registers registers,
      SecureRandom random,
      InstantSource clock) {
    this.rows = rows;
    this.pepper = pepper;
    this.locks = locks;
    this.registers = registers;
    this.random = random;
    this.secondFactor = new SecondFactor(rows, random, clock);
  }

  /** An account opened by a secret of its member; the keys are the caller's to close. */
  record Opened(String lookup, LockedIdentity locked, MemberKeys keys, Profile profile) {}

  /** How a secret is told from the same words in another slot. */
  private enum Door {
    PASSPHRASE(""),
    RECOVERY_CODE("recovery code ");

    private final String before;

    Door(String before) {
      this.before = before;
    }

    Secret secret(String typed) {
      return Passphrases.secretOf(before + typed);
    }
  }

  /** Whether there is no account yet: the house waits to be founded. */
  public boolean none() {
    return rows.none(Kind.ACCOUNT);
  }

  /**
   * Signs in; nothing if the name, the passphrase or the code is not right, without saying which.
   *
   * @param code of the authenticator app, if the account has one
   */
  public Optional<SignedIn> signIn(String name, String passphrase, String code)
      throws HouseRefused, RegisterRefused {
    try (var secret = Door.PASSPHRASE.secret(passphrase)) {
      var opened = open(pepper.lookup(name), secret);
      if (!secondFactor.allows(opened.orElse(null), code)) {
        opened.ifPresent(it -> it.keys().close());
        return Optional.empty();
      }
      return Optional.of(enter(raised(opened.orElseThrow(), secret)));
    }
  }

  /**
   * Locks the passphrase at what a guess should cost today, while it is at hand (S-20). On an
   * evening when everyone is at the door, the next sign-in does it.
   */
  private Opened raised(Opened opened, Secret secret) {
    if (!locks.upgradeNeeded(opened.locked())) {
      return opened;
    }
    try (var _ = turnstile.enterAsMember()) {
      var raised = locks.replaceSlot(opened.locked(), opened.keys(), Slot.PASSPHRASE, secret);
      secondFactor.alone(
          opened.lookup(), () -> exchange(opened.lookup(), opened.locked(), raised.encoded()));
      return opened;
    } catch (HouseRefused busy) {
      return opened;
    }
  }

  /** Replaces a locked identity that is still as it was read; what lies behind it stays. */
  private void exchange(String lookup, LockedIdentity was, byte[] fresh) {
    var row = rows.find(Kind.ACCOUNT, lookup).orElse(new byte[0]);
    var length = LockedIdentity.lengthIn(row);
    if (row.length > length && MessageDigest.isEqual(Arrays.copyOf(row, length), was.encoded())) {
      var behind = Arrays.copyOfRange(row, length, row.length);
      rows.put(Kind.ACCOUNT, lookup, joined(fresh, behind));
    }
  }

  /** Opens the keys of a locked session again; nothing if the passphrase is not right. */
  public Optional<SignedIn> unlock(MemberId member, String passphrase)
      throws HouseRefused, RegisterRefused {
    var opened = open(member, passphrase);
    return opened.isEmpty() ? Optional.empty() : Optional.of(enter(opened.get()));
  }

  /** Whether {@code passphrase} is that of {@code member}. */
  public boolean opens(MemberId member, String passphrase) throws HouseRefused {
    var opened = open(member, passphrase);
    opened.ifPresent(it -> it.keys().close());
    return opened.isPresent();
  }

  /** Whether {@code member}'s account asks for a code of an app; needs the passphrase. */
  public Optional<Boolean> hasSecondFactor(MemberId member, String passphrase) throws HouseRefused {
    var opened = open(member, passphrase);
    opened.ifPresent(it -> it.keys().close());
    return opened.map(it -> !it.profile().totp().isEmpty());
  }

  /** Replaces the passphrase; the other ways in stay as they are. False if {@code now} is wrong. */
  public boolean changePassphrase(MemberId member, String now, String fresh) throws HouseRefused {
    var opened = open(member, now);
    if (opened.isEmpty()) {
      return false;
    }
    try (var keys = opened.get().keys();
        var secret = Door.PASSPHRASE.secret(fresh);
        var _ = turnstile.enterAsMember()) {
      var changed = locks.replaceSlot(opened.get().locked(), keys, Slot.PASSPHRASE, secret);
      write(opened.get().lookup(), changed, keys, opened.get().profile());
      return true;
    }
  }

  /**
   * Sets or, with a blank secret, takes away the second factor. False if the passphrase is wrong.
   */
  public boolean setSecondFactor(MemberId member, String passphrase, String totp)
      throws HouseRefused {
    var opened = open(member, passphrase);
    if (opened.isEmpty()) {
      return false;
    }
    try (var keys = opened.get().keys()) {
      var it = opened.get();
      write(it.lookup(), it.locked(), keys, it.profile().withTotp(totp));
      return true;
    }
  }

  /** The account of {@code name}, opened by its printed recovery code. */
  Optional<Opened> openByCode(String name, String code) throws HouseRefused {
    try (var secret = Door.RECOVERY_CODE.secret(code)) {
      return open(pepper.lookup(name), secret);
    }
  }

  /** The account of {@code name}, opened by the secret that its shares join to. */
  Optional<Opened> openByShares(String name, List<String> shares) throws HouseRefused, SealRefused {
    try (var secret = RecoveryShares.joinTexts(shares)) {
      return open(pepper.lookup(name), secret);
    }
  }

  /** Gives an opened account a new passphrase and no second factor, and signs its member in. */
  SignedIn reset(Opened opened, String fresh) throws RegisterRefused, HouseRefused {
    try (var secret = Door.PASSPHRASE.secret(fresh);
        var _ = turnstile.enter()) {
      var changed = locks.replaceSlot(opened.locked(), opened.keys(), Slot.PASSPHRASE, secret);
      var profile = opened.profile().withTotp("");
      write(opened.lookup(), changed, opened.keys(), profile);
      return enter(new Opened(opened.lookup(), changed, opened.keys(), profile));
    }
  }

  /** Whether nobody has this name yet. */
  boolean free(String name) {
    return rows.find(Kind.ACCOUNT, pepper.lookup(name)).isEmpty();
  }

  /**
   * Makes the account of {@code keys}; the name was free a moment ago.
   *
   * @throws HouseRefused {@code house.name-taken} if somebody was faster
   */
  Papers create(NewAccount chosen, MemberKeys keys, Profile profile) throws HouseRefused {
    var recoveryCode = Passphrases.recoveryCode(chosen.language(), random);
    var secrets = new EnumMap<Slot, Secret>(Slot.class);
    var shares = new ArrayList<String>();
    try {
      secrets.put(Slot.PASSPHRASE, Door.PASSPHRASE.secret(chosen.passphrase()));
      secrets.put(Slot.RECOVERY_CODE, Door.RECOVERY_CODE.secret(recoveryCode));
      if (chosen.needed() > 0) {
        var trustees = Secret.random(32, random);
        secrets.put(Slot.TRUSTEES, trustees);
        RecoveryShares.split(trustees, chosen.needed(), chosen.shares(), random).stream()
            .map(RecoveryShare::text)
            .forEach(shares::add);
      }
      var lookup = pepper.lookup(chosen.signInName());
      var content = content(lookup, locks.lock(keys, secrets), keys, profile);
      if (!rows.create(Kind.ACCOUNT, lookup, content)) {
        throw HouseRefused.nameTaken();
      }
      lookups.put(profile.memberId(), lookup);
      return new Papers(recoveryCode, chosen.needed(), shares);
    } finally {
      secrets.values().forEach(Secret::close);
    }
  }

  private SignedIn enter(Opened opened) throws RegisterRefused {
    return enter(opened.lookup(), opened.keys(), opened.profile());
  }

  /** Signs in whoever {@code keys} belong to; takes the keys over. */
  SignedIn enter(String lookup, MemberKeys keys, Profile profile) throws RegisterRefused {
    var box = new MemberBox(keys.encryption());
    var member = profile.memberId();
    var unlocked = registers.unlock(member, keys);
    lookups.put(member, lookup);
    var house = registers.open(unlocked, new RegisterId(profile.house()));
    Set<Role> roles =
        house.isEmpty()
            ? ownRole(profile)
            : house
                .get()
                .fold(new HouseFold())
                .member(member)
                .map(HouseMember::roles)
                .orElse(Set.of());
    return new SignedIn(member, roles, unlocked, box);
  }

  /**
   * Before a keeper let them in, and after they left, people who are helped keep what is theirs.
   */
  private static Set<Role> ownRole(Profile profile) {
    return profile.heldRoles().contains(Role.PERSON) ? Set.of(Role.PERSON) : Set.of();
  }

  /** The id under which the account of a signed-in member lies. */
  String lookupOf(MemberId member) {
    return Optional.ofNullable(lookups.get(member)).orElse("");
  }

  private Optional<Opened> open(MemberId member, String passphrase) throws HouseRefused {
    try (var secret = Door.PASSPHRASE.secret(passphrase)) {
      var lookup = lookups.getOrDefault(member, "");
      try (var _ = turnstile.enterAsMember()) {
        return tried(lookup, secret);
      }
    }
  }

  private Optional<Opened> open(String lookup, Secret secret) throws HouseRefused {
    try (var _ = turnstile.enter()) {
      return tried(lookup, secret);
    }
  }

  private Optional<Opened> tried(String lookup, Secret secret) {
    var row = lookup.isEmpty() ? Optional.<byte[]>empty() : rows.find(Kind.ACCOUNT, lookup);
    try {
      if (row.isEmpty()) {
        locks.unlockNobody(secret);
        secondFactor.readNobody();
        return Optional.empty();
      }
      var length = LockedIdentity.lengthIn(row.get());
      var locked = LockedIdentity.parse(Arrays.copyOf(row.get(), length));
      var keys = locks.unlock(locked, secret);
      if (keys.isEmpty()) {
        secondFactor.readNobody();
        return Optional.empty();
      }
      var sealed = Arrays.copyOfRange(row.get(), length, row.get().length);
      return Optional.of(
          new Opened(lookup, locked, keys.get(), Profile.open(sealed, keys.get(), lookup)));
    } catch (SealRefused changed) {
      throw new IllegalStateException("an account's row was changed", changed);
    }
  }

  private void write(String lookup, LockedIdentity locked, MemberKeys keys, Profile profile) {
    rows.put(Kind.ACCOUNT, lookup, content(lookup, locked, keys, profile));
  }

  static byte[] content(String lookup, LockedIdentity locked, MemberKeys keys, Profile profile) {
    return joined(locked.encoded(), profile.seal(keys, lookup));
  }

  private static byte[] joined(byte[] first, byte[] second) {
    var whole = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, whole, first.length, second.length);
    return whole;
  }
}
