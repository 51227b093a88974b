package org.vigie.node.witness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.evidence.CheckResult;
import org.vigie.evidence.PackageCheck;
import org.vigie.ledger.CustodyLog;
import org.vigie.ledger.PublicationSchedule;
import org.vigie.ledger.SignatureType;
import org.vigie.node.TestNode;
import org.vigie.node.backup.Backup;
import org.vigie.node.backup.Restore;
import org.vigie.node.house.Founder;
import org.vigie.node.house.Founder.Person;
import org.vigie.node.ops.Home;
import org.vigie.node.witness.Standing.Trouble;
import org.vigie.testkit.FreePort;

/** Real nodes on this machine that cosign each other's logs. */
@SuppressWarnings("NullAway.Init")
class WitnessNodesTest {

  @TempDir Path folder;

  private static String line(TestNode node) {
    return "http://127.0.0.1:" + node.port() + "/witness";
  }

  private static void publish(TestNode node) {
    node.later(Duration.ofHours(1));
    assertThat(node.part(CustodyLog.class).publishIfDue(PublicationSchedule.HOURLY)).isPresent();
  }

  /** {@code house} asks {@code witness}, whose keeper names its log. */
  private static void introduce(TestNode house, TestNode witness) {
    var key = witness.part(WatchedLogs.class).key().orElseThrow().text();
    assertThat(house.part(Witnesses.class).add(key, line(witness)))
        .isInstanceOf(Witnesses.Typed.Added.class);
    house.part(Witnesses.class).need(1);
    var log = house.part(Witnesses.class).logKey().text();
    assertThat(witness.part(WatchedLogs.class).add(log)).isEmpty();
  }

  private static Standing tick(TestNode house) throws InterruptedException {
    house.later(Duration.ofHours(7));
    house.part(WitnessTicker.class).tick();
    return house.part(Witnesses.class).all().getFirst().standing();
  }

  @Test
  void two_houses_cosign_each_other_and_one_that_was_killed_catches_up() throws Exception {
    try (var north = TestNode.start(folder.resolve("north"))) {
      var port = FreePort.draw();
      var south = TestNode.at(port, folder.resolve("south"));
      introduce(north, south);
      introduce(south, north);
      publish(north);
      publish(south);
      assertThat(tick(north).trouble()).isEqualTo(Trouble.NONE);
      assertThat(tick(south).size()).isEqualTo(16);
      south.close();
      publish(north);
      var away = tick(north);
      assertThat(away.trouble()).isEqualTo(Trouble.UNREACHABLE);
      assertThat(away.size()).isEqualTo(16);
      publish(north);
      south = TestNode.at(port, folder.resolve("south"));
      var back = tick(north);
      assertThat(back.trouble()).isEqualTo(Trouble.NONE);
      assertThat(back.size()).isEqualTo(48);
      assertThat(north.part(Witnesses.class).reach().witnessed()).isEqualTo(48);
      assertThat(north.part(Witnesses.class).alarms()).isEmpty();
      var note = north.part(CustodyLog.class).witnessed(48);
      var witness = north.part(Witnesses.class).all().getFirst().key();
      assertThat(note.verify(List.of(witness))).hasSize(1);
      assertThat(witness.type()).isEqualTo(SignatureType.ED25519_COSIGNATURE);
      south.close();
    }
  }

  @Test
  void S_72_a_house_set_back_to_an_older_backup_is_noticed_on_both_sides() throws Exception {
    var backup = folder.resolve("house.vigie");
    try (var witness = TestNode.start(folder.resolve("witness"))) {
      try (var house = TestNode.start(folder.resolve("house"))) {
        introduce(house, witness);
        publish(house);
        assertThat(tick(house).size()).isEqualTo(16);
        Founder.found(house, "lamp keeper");
        back(house, backup);
        publish(house);
        assertThat(tick(house).size()).isEqualTo(32);
      }
      Restore.into(folder.resolve("again"), backup, new SecureRandom(), witness::now);
      try (var house = TestNode.start(folder.resolve("again"))) {
        house.later(Duration.ofDays(1));
        restsUntilAKeeperSaysSo(house);
        noticedAsSetBack(house);
        publish(house);
        noticedAsSplit(house, witness);
      }
    }
  }

  private void back(TestNode house, Path backup) throws Exception {
    var home = new Home(folder.resolve("house"));
    try (var out = Files.newOutputStream(backup)) {
      Backup.write(home, home.blobs(), folder.resolve("copy"), out, house::now);
    }
  }

  /** A rehearsal must not look to partners like a log that is rewritten. */
  private static void restsUntilAKeeperSaysSo(TestNode house) throws Exception {
    var witnesses = house.part(Witnesses.class);
    witnesses.ask(witnesses.all().getFirst());
    assertThat(witnesses.all().getFirst().standing().trouble()).isEqualTo(Trouble.NONE);
    assertThat(witnesses.alarms()).isEmpty();
    assertThat(witnesses.resting()).isTrue();
    witnesses.resume();
  }

  /** Before it published anything else: the witness knows more of its log than it does. */
  private static void noticedAsSetBack(TestNode house) throws Exception {
    var witnesses = house.part(Witnesses.class);
    witnesses.ask(witnesses.all().getFirst());
    assertThat(witnesses.all().getFirst().standing().trouble()).isEqualTo(Trouble.AHEAD);
    var alarm = witnesses.alarms().getFirst();
    assertThat(alarm.proven()).isFalse();
    assertThat(alarm.ours()).isEqualTo(16);
    assertThat(alarm.theirs()).isEqualTo(32);
    assertThat(witnesses.reach().good()).isFalse();
  }

  private void noticedAsSplit(TestNode house, TestNode witness) throws Exception {
    assertThat(tick(house).trouble()).isEqualTo(Trouble.SPLIT);
    var own = house.part(Witnesses.class).alarms().getLast();
    assertThat(own.proven()).isTrue();
    var seen = witness.part(WatchedLogs.class).all().getFirst().splits().getFirst();
    assertThat(seen.holds()).isTrue();
    publish(house);
    tick(house);
    assertThat(house.part(Witnesses.class).reach().key()).isEqualTo("witness.reach.grave");
    var keeper = Founder.found(witness, "other keeper");
    var page = keeper.browser().get("/witnesses");
    assertThat(page.text()).contains("This log has shown two histories");
    assertThat(keeper.browser().get("/members").text()).contains("has shown two histories");
    keeper.browser().get("/witnesses");
    assertThat(keeper.browser().post("/witnesses/seen").status()).isEqualTo(303);
    keeper.browser().get("/witnesses");
    assertThat(keeper.browser().get("/members").text()).doesNotContain("two histories");
    var id = WatchedLogs.id(witness.part(WatchedLogs.class).all().getFirst());
    var proof = keeper.browser().get("/witnesses/logs/" + id + "/splits/0");
    var file = Files.writeString(folder.resolve("proof.txt"), proof.body());
    assertThat(PackageCheck.check(file)).extracting(CheckResult::key).contains("split");
    assertThat(own.proof().text()).contains(proof.body().lines().toList().get(4));
    explains(keeper, "/witnesses/logs/" + id, "called", "left");
  }

  /** What keepers know of it and did is kept; the proof stays. */
  private static void explains(Person keeper, String where, String... done) {
    var link = java.util.regex.Pattern.compile("href=\"(/witnesses/known/[0-9a-f]{16})\"");
    var found = link.matcher(keeper.browser().get(where).body());
    assertThat(found.find()).isTrue();
    var known = found.group(1);
    assertThat(keeper.browser().get(known).text()).contains("What to do", "Keep both signed");
    var fields = new java.util.ArrayList<>(List.of("cause", "restored", "words", "A test of ours"));
    for (var one : done) {
      fields.addAll(List.of("done", one));
    }
    assertThat(keeper.browser().post(known, "cause", "fault", "done", "any words").status())
        .as("only codes that are offered are kept")
        .isEqualTo(415);
    assertThat(keeper.browser().post(known, "cause", "any words").status()).isEqualTo(415);
    keeper.browser().get(known);
    keeper.browser().post(known, fields.toArray(String[]::new));
    assertThat(keeper.browser().get(known).text())
        .contains("A backup was restored", "A test of ours", "N. other keeper")
        .doesNotContain("Keepers call it ended.");
    keeper.browser().post(known, "cause", "restored", "ended", "yes");
    assertThat(keeper.browser().get(known).text()).contains("Keepers call it ended.");
    assertThat(keeper.browser().get(where).body()).contains(known, "/splits/0");
    assertThat(keeper.browser().get("/witnesses/known/0011223344556677").status()).isEqualTo(404);
  }

  @Test
  void S_72_a_house_that_went_on_past_its_witness_tells_it_what_it_holds() throws Exception {
    var backup = folder.resolve("house.vigie");
    try (var witness = TestNode.start(folder.resolve("witness"))) {
      try (var house = TestNode.start(folder.resolve("house"))) {
        introduce(house, witness);
        publish(house);
        tick(house);
        Founder.found(house, "lamp keeper");
        back(house, backup);
        publish(house);
        tick(house);
      }
      Restore.into(folder.resolve("again"), backup, new SecureRandom(), witness::now);
      try (var house = TestNode.start(folder.resolve("again"))) {
        house.later(Duration.ofDays(1));
        house.part(Witnesses.class).resume();
        publish(house);
        publish(house);
        publish(house);
        assertThat(tick(house).trouble()).isEqualTo(Trouble.SPLIT);
        assertThat(house.part(Witnesses.class).alarms().getFirst().proven()).isTrue();
        assertThat(witness.part(WatchedLogs.class).all().getFirst().splits()).hasSize(1);
      }
    }
  }

  @Test
  void a_restored_house_is_a_new_witness_that_signs_for_nobody() throws Exception {
    var backup = folder.resolve("house.vigie");
    String before;
    try (var house = TestNode.start(folder.resolve("house"));
        var other = TestNode.start(folder.resolve("other"))) {
      introduce(other, house);
      before = house.part(WatchedLogs.class).key().orElseThrow().text();
      Founder.found(house, "lamp keeper");
      back(house, backup);
    }
    var again = folder.resolve("again");
    Restore.into(again, backup, new SecureRandom(), () -> java.time.Instant.EPOCH);
    try (var house = TestNode.start(again)) {
      assertThat(house.part(WatchedLogs.class).key().orElseThrow().text()).isNotEqualTo(before);
      assertThat(house.part(WatchedLogs.class).on()).isFalse();
    }
  }

  @Test
  void two_keepers_exchange_files_where_no_line_leads() {
    try (var house = TestNode.start(folder.resolve("house"));
        var witness = TestNode.start(folder.resolve("witness"))) {
      var asking = Founder.found(house, "lamp keeper");
      var signing = Founder.found(witness, "other keeper");
      assertThat(house.part(CustodyLog.class).publishIfDue(PublicationSchedule.HOURLY)).isPresent();
      var witnessKey = witness.part(WatchedLogs.class).key().orElseThrow().text();
      var logKey = house.part(Witnesses.class).logKey().text();
      assertThat(signing.browser().get("/witnesses").text()).contains(witnessKey);
      assertThat(asking.browser().get("/witnesses").text()).contains(logKey);

      var one = name(asking, "/witnesses/add", "CANARY north house", witnessKey);
      assertThat(one).startsWith("/witnesses/one/");
      assertThat(asking.browser().get(one).text())
          .contains("CANARY north house", "Waits for the file");
      name(signing, "/witnesses/logs/add", "café of the lamp", logKey);

      var question = asking.browser().get(one + "/request").body();
      assertThat(question).startsWith("old 0\n");
      var sent = file(signing, "/witnesses", "/witnesses/logs/request", question);
      assertThat(sent.text()).contains("Cosigned. Take the answer along");
      var log = "/witnesses/logs/" + WatchedLogs.id(logs(witness));
      var answer = signing.browser().get(log + "/answer").body();
      var done = file(asking, one, one + "/answer", answer.replace("\n", "\r\n"));
      assertThat(done.text()).contains("The cosignature is kept", "Last cosigned: 16 entries");
      assertThat(file(asking, one, one + "/answer", question).text())
          .contains("not a checkpoint of our log");
      assertThat(file(signing, log, "/witnesses/logs/request", answer).text())
          .contains("not a question for a witness");
      refusesWhatIsNoKey(asking, logKey);
      refusesWhatIsNoKey(signing, logKey);
      assertThat(strings(folder.resolve("house"))).doesNotContain("CANARY north house");
    }
  }

  private static org.vigie.ledger.Witness.Watched logs(TestNode witness) {
    return witness.part(WatchedLogs.class).all().getFirst();
  }

  private static void refusesWhatIsNoKey(Person keeper, String logKey) {
    keeper.fresh();
    var browser = keeper.browser();
    browser.get("/witnesses/add");
    assertThat(browser.post("/witnesses/add", "vkey", "x", "address", "").text())
        .contains("This is not a whole key");
    assertThat(browser.post("/witnesses/add", "vkey", logKey, "address", "").text())
        .contains("This is the key of a log");
    assertThat(browser.post("/witnesses/logs/add", "vkey", "x").text())
        .contains("This is not a whole key");
  }

  private static String name(Person keeper, String path, String name, String key) {
    keeper.fresh();
    keeper.browser().get(path);
    var spaced = key.substring(0, 30) + "\n " + key.substring(30);
    var answer = keeper.browser().post(path, "name", name, "vkey", spaced, "address", "");
    assertThat(answer.status()).isEqualTo(303);
    return answer.location();
  }

  private static org.vigie.node.TestBrowser.Answer file(
      Person keeper, String page, String path, String text) {
    keeper.browser().get(page);
    var bytes = new ByteArrayInputStream(text.getBytes(UTF_8));
    return keeper.browser().follow(keeper.browser().postFile(path, "", "a.txt", bytes));
  }

  private static String strings(Path home) {
    var all = new StringBuilder();
    try (var files = Files.walk(home)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        all.append(Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1));
      }
    } catch (java.io.IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    }
    return all.toString();
  }
}
