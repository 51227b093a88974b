package org.vigie.node.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.kernel.MemberId;
import org.vigie.register.store.Bytes;
import org.vigie.seal.MemberKeys;

/** What the smaller stores do on either database. */
abstract class SmallStoresContract {

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
