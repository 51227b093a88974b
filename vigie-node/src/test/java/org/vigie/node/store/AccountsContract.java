package org.vigie.node.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.kernel.MemberId;
import org.vigie.kernel.Secret;
import org.vigie.register.store.Bytes;
import org.vigie.seal.ArgonPolicy;
import org.vigie.seal.IdentityLocks;
import org.vigie.seal.LockedIdentity;
import org.vigie.seal.MemberKeys;
import org.vigie.seal.Slot;

/** What the smaller stores do on either database. */
abstract class AccountsContract {

  private final SecureRandom random = new SecureRandom();
  private @Nullable Database opened;

  abstract Database newDatabase() throws Exception;

  @BeforeEach
  void begin() throws Exception {
    opened = newDatabase();
  }

  @AfterEach
  void close() {
    database().close();
  }

  private Database database() {
    if (opened == null) {
      throw new IllegalStateException("not opened");
    }
    return opened;
  }

  private LockedIdentity locked() {
    var locks = new IdentityLocks(new ArgonPolicy(64, 1, 1), random);
    try (var keys = MemberKeys.generate(random);
        var secret = Secret.random(16, random)) {
      return locks.lock(keys, Map.of(Slot.PASSPHRASE, secret));
    }
  }

  @Test
  void accounts_are_found_by_the_keyed_hash_of_a_name() {
    var accounts = new AccountStore(database());
    var account = new Account(MemberId.random(random), "a".repeat(64), locked());
    assertThat(accounts.add(account)).isTrue();
    assertThat(accounts.add(new Account(MemberId.random(random), "a".repeat(64), locked())))
        .isFalse();
    assertThat(accounts.count()).isEqualTo(1);
    var found = accounts.find("a".repeat(64)).orElseThrow();
    assertThat(found.id()).isEqualTo(account.id());
    assertThat(found.identity().encoded()).isEqualTo(account.identity().encoded());
    assertThat(accounts.find("b".repeat(64))).isEmpty();
    assertThat(accounts.find(account.id())).isPresent();
  }

  @Test
  void an_identity_is_replaced_and_a_name_changed() {
    var accounts = new AccountStore(database());
    var account = new Account(MemberId.random(random), "a".repeat(64), locked());
    var other = new Account(MemberId.random(random), "b".repeat(64), locked());
    accounts.add(account);
    accounts.add(other);
    var fresh = locked();
    accounts.replace(account.id(), fresh);
    assertThat(accounts.find(account.id()).orElseThrow().identity().encoded())
        .isEqualTo(fresh.encoded());
    assertThat(accounts.rename(account.id(), "b".repeat(64))).isFalse();
    assertThat(accounts.rename(account.id(), "c".repeat(64))).isTrue();
    assertThat(accounts.find("c".repeat(64))).isPresent();
    accounts.remove(account.id());
    assertThat(accounts.find(account.id())).isEmpty();
    assertThat(accounts.count()).isEqualTo(1);
  }

  @Test
  void the_directory_keeps_the_first_keys_of_a_member() {
    var directory = new KeyDirectory(database());
    var member = MemberId.random(random);
    try (var keys = MemberKeys.generate(random);
        var others = MemberKeys.generate(random)) {
      assertThat(directory.add(member, keys.publicKeys())).isTrue();
      assertThat(directory.add(member, others.publicKeys())).isFalse();
      assertThat(directory.find(member)).contains(keys.publicKeys());
      directory.remove(member);
      assertThat(directory.find(member)).isEmpty();
    }
  }

  @Test
  void tokens_are_found_by_their_index() {
    var tokens = new TokenStore(database());
    var one = new TokenRow("1".repeat(32), "e".repeat(64), Bytes.of(new byte[] {1}));
    var two = new TokenRow("2".repeat(32), "e".repeat(64), Bytes.of(new byte[] {2}));
    var three = new TokenRow("3".repeat(32), "f".repeat(64), Bytes.of(new byte[] {3}));
    tokens.add(List.of(one, two, three));
    assertThat(tokens.find("e".repeat(64), 10)).containsExactly(one, two);
    assertThat(tokens.find("e".repeat(64), 1)).containsExactly(one);
    tokens.remove(List.of(one.id()));
    assertThat(tokens.find("e".repeat(64), 10)).containsExactly(two);
    assertThat(tokens.count()).isEqualTo(2);
  }

  @Test
  void a_setting_is_replaced() {
    var settings = new SettingStore(database());
    assertThat(settings.find("node.name")).isEmpty();
    settings.put("node.name", Bytes.of(new byte[] {1}));
    settings.put("node.name", Bytes.of(new byte[] {2}));
    assertThat(settings.find("node.name")).contains(Bytes.of(new byte[] {2}));
    assertThat(database().ready()).isTrue();
  }
}
