package org.vigie.node.house.web;

import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.kernel.Language;
import org.vigie.kernel.Secret;
import org.vigie.node.house.NewAccount;
import org.vigie.node.house.Papers;
import org.vigie.node.house.Roles;
import org.vigie.node.shell.Role;
import org.vigie.seal.Passphrases;
import org.vigie.seal.Totp;

/**
 * An account in the making, between the pages of founding or joining; in memory only, forgotten
 * with the session. Not for several threads: one person fills one form after the other.
 */
final class Enrolment {

  static final int SHORTEST_OWN = 20;

  private final String invitation;
  private final Set<Role> roles;
  private String house = "";
  private String signInName = "";
  private String shownName = "";
  private String passphrase = "";
  private boolean own;
  private String totp = "";
  private int needed = 2;
  private int shares = 3;
  private @Nullable Papers papers;

  /** Founding, if {@code invitation} is blank; joining otherwise. */
  Enrolment(String invitation, Set<Role> roles, SecureRandom random) {
    this.invitation = invitation;
    this.roles = EnumSet.copyOf(roles);
    try (var fresh = Totp.generate(random);
        var secret = fresh.secret()) {
      totp = secret.use(HexFormat.of()::formatHex);
    }
  }

  boolean founding() {
    return invitation.isEmpty();
  }

  String invitation() {
    return invitation;
  }

  Set<Role> roles() {
    return roles;
  }

  boolean staff() {
    return Roles.staff(roles);
  }

  void call(String houseName, String toSignIn, String shown) {
    house = houseName;
    signInName = toSignIn;
    shownName = shown;
  }

  void unlockWith(String chosen, boolean ownChoice) {
    passphrase = chosen;
    own = ownChoice;
  }

  void share(int someNeeded, int all) {
    needed = someNeeded;
    shares = all;
  }

  String house() {
    return house;
  }

  String signInName() {
    return signInName;
  }

  String shownName() {
    return shownName;
  }

  boolean own() {
    return own;
  }

  String passphrase() {
    return passphrase;
  }

  int needed() {
    return needed;
  }

  int shares() {
    return shares;
  }

  /** Whether what was typed is the passphrase, however it was spaced or capitalised. */
  boolean repeats(String typed) {
    try (var mine = Passphrases.secretOf(passphrase);
        var theirs = Passphrases.secretOf(typed)) {
      return mine.sameAs(theirs);
    }
  }

  Totp app() {
    try (var secret = Secret.take(HexFormat.of().parseHex(totp))) {
      return Totp.ofSecret(secret);
    }
  }

  NewAccount account(boolean withApp, Language language) {
    return new NewAccount(
        signInName,
        shownName,
        passphrase,
        withApp ? totp : "",
        founding() ? needed : 0,
        founding() ? shares : 0,
        language);
  }

  void done(Papers printed) {
    papers = printed;
    passphrase = "";
    totp = "";
  }

  @Nullable Papers papers() {
    return papers;
  }
}
