package org.vigie.node.link;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.kernel.Language;
import org.vigie.kernel.Refusal;
import org.vigie.kernel.SuppressForbidden;
import org.vigie.matching.identifier.PhoneNumber;
import org.vigie.matching.share.ShareHost;
import org.vigie.matching.share.ShareRefused;
import org.vigie.matching.share.ShareSocket;
import org.vigie.node.house.Accounts;
import org.vigie.node.share.ShareProcess;
import org.vigie.node.store.SettingStore;
import org.vigie.register.Registers;
import org.vigie.register.store.Bytes;
import org.vigie.seal.OprfElement;

/** A house whose share host answers at a socket, where somebody else may be one day. */
class ShareElsewhereTest {

  private static final List<PhoneNumber> NUMBER = List.of(new PhoneNumber("+33639984017"));

  @TempDir private Path folder = Path.of("");

  @Test
  void S_51_a_key_that_nothing_proves_is_not_used_until_a_keeper_compared_it() throws Exception {
    try (var house = LinkedHouse.found(folder.resolve("house"));
        var line = ShareProcess.at(socket(), "")) {
      house.keeper().get("/links");
      var desk = desk(house, line);
      try (var host = host("first", new SecureRandom());
          var listening = ShareSocket.listen(host, socket(), "")) {
        assertThat(listening.socket()).exists();
        assertThat(desk.tokens("heron", "incident", NUMBER)).hasSize(1);
      }
      var agreed = desk.pin().orElseThrow().key();
      try (var host = host("second", new SecureRandom());
          var listening = ShareSocket.listen(host, socket(), "")) {
        assertThat(listening.socket()).exists();
        host.found(1);
        host.begin(2);
        host.finish(2);
        assertThat(desk.tokens("heron", "incident", NUMBER)).isEmpty();
        desk.want();
        assertThatThrownBy(desk::begin).hasMessage(ShareRefused.UNPROVEN);
        assertThat(desk.pin().orElseThrow().key()).isEqualTo(agreed);
        var shown = desk.unproven().orElseThrow();
        assertThat(shown).isEqualTo(host.status().publicKey()).isNotEqualTo(agreed);
        assertThat(Files.readAllLines(folder.resolve("second/words")))
            .contains(String.join(" ", shown.fingerprintWords(Language.EN)))
            .contains(String.join(" ", shown.fingerprintWords(Language.FR)));
        assertThat(desk.accept(HexFormat.of().formatHex(agreed.bytes()))).isFalse();
        assertThat(desk.accept(HexFormat.of().formatHex(shown.bytes()))).isTrue();
        assertThat(desk.pin().orElseThrow().key()).isEqualTo(shown);
        assertThat(desk.unproven()).isEmpty();
      }
    }
  }

  @Test
  void S_51_a_share_host_put_back_from_before_the_last_change_gets_a_key_that_never_was()
      throws Exception {
    try (var house = LinkedHouse.found(folder.resolve("house"));
        var line = ShareProcess.at(socket(), "")) {
      house.keeper().get("/links");
      var desk = desk(house, line);
      OprfElement before;
      try (var host = host("first", new SecureRandom());
          var listening = ShareSocket.listen(host, socket(), "")) {
        assertThat(listening.socket()).exists();
        assertThat(desk.tokens("heron", "incident", NUMBER)).hasSize(1);
        before = desk.pin().orElseThrow().key();
        Files.createDirectories(folder.resolve("copy"));
        Files.copy(folder.resolve("first/key"), folder.resolve("copy/key"));
        desk.want();
        desk.finish(desk.begin());
        assertThat(desk.pin().orElseThrow().epoch()).isEqualTo(2);
      }
      try (var host = host("copy", new SecureRandom());
          var listening = ShareSocket.listen(host, socket(), "")) {
        assertThat(listening.socket()).exists();
        assertThat(host.status().publicKey()).isEqualTo(before);
        assertThat(desk.tokens("heron", "incident", NUMBER)).isEmpty();
        desk.want();
        assertThatThrownBy(desk::begin).isInstanceOf(ShareRefused.class);
        var shown = desk.unproven().orElseThrow();
        assertThat(shown).isEqualTo(host.status().publicKey()).isNotEqualTo(before);
        assertThat(desk.tokens("heron", "incident", NUMBER)).isEmpty();
        assertThat(desk.accept(HexFormat.of().formatHex(shown.bytes()))).isTrue();
        assertThat(desk.pin().orElseThrow().epoch()).isEqualTo(3);
        assertThat(desk.tokens("heron", "incident", NUMBER)).hasSize(1);
      }
      try (var host = host("empty", new SecureRandom());
          var listening = ShareSocket.listen(host, socket(), "")) {
        assertThat(listening.socket()).exists();
        assertThatThrownBy(() -> desk.finish(desk.begin())).isInstanceOf(ShareRefused.class);
        desk.want();
        assertThatThrownBy(desk::begin).hasMessage(ShareRefused.UNPROVEN);
        assertThat(desk.unproven()).as("lost while it changed").isPresent();
      }
    }
  }

  @Test
  void S_51_the_key_of_a_house_from_before_is_handed_to_its_own_process_only() throws Exception {
    try (var house = LinkedHouse.found(folder.resolve("house"));
        var line = ShareProcess.at(socket(), "");
        var host = host("first", new SecureRandom());
        var listening = ShareSocket.listen(host, socket(), "")) {
      assertThat(listening.socket()).exists();
      house.keeper().get("/links");
      house.node.part(SettingStore.class).put("links.shared", Bytes.of("no".getBytes(UTF_8)));
      assertThat(desk(house, line).tokens("heron", "incident", NUMBER)).isEmpty();
      assertThat(host.status().epoch()).isZero();
    }
  }

  @Test
  void S_53_what_is_asked_twice_because_an_answer_was_lost_is_in_the_journal_twice()
      throws Exception {
    var random = new Failing();
    try (var house = LinkedHouse.found(folder.resolve("house"));
        var line = ShareProcess.at(socket(), "");
        var host = host("first", random);
        var listening = ShareSocket.listen(host, socket(), "")) {
      assertThat(listening.socket()).exists();
      house.keeper().get("/links");
      var desk = desk(house, line);
      assertThat(desk.tokens("heron", "incident", NUMBER)).hasSize(1);
      random.fails = true;
      assertThat(desk.tokens("heron", "another", NUMBER)).hasSize(1);
      assertThat(random.fails).isFalse();
      assertThat(desk.answered()).as("what was lost was counted").contains(3L);
      assertThat(journal(house)).isEqualTo(3);
    }
  }

  /** How many tokens the journal says may have been made with the first key. */
  private static long journal(LinkedHouse house) throws Refusal {
    house.node.later(Duration.ofSeconds(31));
    var keeper = house.keeper;
    var accounts = house.node.part(Accounts.class);
    var session = accounts.signIn(keeper.name(), keeper.passphrase(), keeper.code(0)).orElseThrow();
    try {
      var office =
          house
              .node
              .part(Registers.class)
              .open(session.keys(), house.node.part(OfficeAddress.class).register().orElseThrow())
              .orElseThrow();
      return office.fold(OfficeBook.FOLD).key().asked().getOrDefault(1, Tally.NONE).due();
    } finally {
      session.keys().close();
    }
  }

  /** Fails once, after what is asked was counted and before it is answered. */
  private static final class Failing extends SecureRandom {

    private static final long serialVersionUID = 1L;
    private transient volatile boolean fails;

    @Override
    public void nextBytes(byte[] bytes) {
      if (fails) {
        fails = false;
        throw new IllegalStateException("lost");
      }
      super.nextBytes(bytes);
    }
  }

  private Path socket() {
    return folder.resolve("line");
  }

  @SuppressForbidden(reason = "a day passes in no test here")
  private ShareHost host(String name, SecureRandom random) throws IOException {
    return ShareHost.telling(
        Files.createDirectories(folder.resolve(name)), Clock.systemUTC(), random);
  }

  private static ShareDesk desk(LinkedHouse house, ShareProcess line) {
    return new ShareDesk(
        line,
        house.node.part(LinkKeys.class),
        house.node.part(OfficeAddress.class),
        house.node.part(Registers.class),
        house.node.part(SettingStore.class),
        new SecureRandom());
  }
}
