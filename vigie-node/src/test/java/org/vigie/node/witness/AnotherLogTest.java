package org.vigie.node.witness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.evidence.CheckResult;
import org.vigie.evidence.PackageCheck;
import org.vigie.evidence.Receipt;
import org.vigie.kernel.SuppressForbidden;
import org.vigie.ledger.CustodyLog;
import org.vigie.ledger.LeafCommitment;
import org.vigie.ledger.LogSuccession;
import org.vigie.ledger.NoteKey;
import org.vigie.ledger.PublicationSchedule;
import org.vigie.ledger.store.FileLogStore;
import org.vigie.node.TestNode;
import org.vigie.node.backup.Backup;
import org.vigie.node.backup.Restore;
import org.vigie.node.cli.CommandLineOfVigie;
import org.vigie.node.doctor.HomeAudit;
import org.vigie.node.doctor.Observation;
import org.vigie.node.house.Founder;
import org.vigie.node.house.Founder.Person;
import org.vigie.node.ops.Home;
import org.vigie.node.store.HouseLogs;
import org.vigie.node.store.NodeKeys;
import org.vigie.node.witness.Standing.Trouble;

/** The way on after two histories of a house's custody log showed. */
@SuppressWarnings("NullAway.Init")
class AnotherLogTest {

  private static final Pattern KNOWN = Pattern.compile("href=\"(/witnesses/known/[0-9a-f]{16})\"");

  @TempDir Path folder;

  private final SecureRandom random = new SecureRandom();
  private final LeafCommitment early = LeafCommitment.dummy(random);
  private final LeafCommitment late = LeafCommitment.dummy(random);
  private Person keeper;
  private NoteKey oldKey;

  private static void publish(TestNode node) {
    node.later(Duration.ofHours(1));
    assertThat(node.part(CustodyLog.class).publishIfDue(PublicationSchedule.HOURLY)).isPresent();
  }

  private static Standing tick(TestNode house) throws InterruptedException {
    house.later(Duration.ofHours(7));
    house.part(WitnessTicker.class).tick();
    return house.part(Witnesses.class).all().getFirst().standing();
  }

  private Path receipt(TestNode house, LeafCommitment entry, String name) throws Exception {
    var log = house.part(CustodyLog.class);
    var proof = log.proveEarliest(log.find(entry).orElseThrow());
    var text = Receipt.of(entry, log.keys(), proof, List.of()).text();
    return Files.writeString(folder.resolve(name), text);
  }

  private void backup(String home, Path to) throws Exception {
    var from = new Home(folder.resolve(home));
    try (var out = Files.newOutputStream(to)) {
      Backup.write(from, from.blobs(), folder.resolve("copy"), out, Clock.systemUTC());
    }
  }

  /** A house restored from a backup that lacked an hour; its witness saw that hour. */
  private void split(TestNode witness) throws Exception {
    var backup = folder.resolve("house.vigie");
    try (var house = TestNode.start(folder.resolve("house"))) {
      var key = witness.part(WatchedLogs.class).key().orElseThrow().text();
      var line = "http://127.0.0.1:" + witness.port() + "/witness";
      house.part(Witnesses.class).add(key, line);
      house.part(Witnesses.class).need(1);
      oldKey = house.part(Witnesses.class).logKey();
      assertThat(witness.part(WatchedLogs.class).add(oldKey.text())).isEmpty();
      keeper = Founder.found(house, "lamp keeper");
      house.part(CustodyLog.class).submit(early);
      publish(house);
      assertThat(tick(house).size()).isEqualTo(16);
      backup("house", backup);
      publish(house);
      assertThat(tick(house).size()).isEqualTo(32);
    }
    Restore.into(folder.resolve("again"), backup, random, witness::now);
    try (var house = TestNode.start(folder.resolve("again"))) {
      house.later(Duration.ofDays(1));
      house.part(Witnesses.class).resume();
      house.part(CustodyLog.class).submit(late);
      publish(house);
      assertThat(tick(house).trouble()).isEqualTo(Trouble.SPLIT);
      receipt(house, early, "early.txt");
      receipt(house, late, "late.txt");
      var in = signedIn(house);
      assertThat(in.browser().get(known(in)).text()).contains("Begin another log", "begin-log");
      assertThat(vigie("begin-log", "--home", home()).said()).contains("a node is running on it");
    }
  }

  private String home() {
    return folder.resolve("again").toString();
  }

  private static String known(Person in) {
    var link = KNOWN.matcher(in.browser().get("/witnesses").body());
    assertThat(link.find()).isTrue();
    return link.group(1);
  }

  private Person signedIn(TestNode node) {
    var browser = node.browser();
    var in =
        new Person(
            node, browser, keeper.name(), keeper.passphrase(), keeper.app(), keeper.papers());
    browser.get("/sign-in");
    var words = keeper.passphrase();
    var sent =
        browser.post("/sign-in", "name", keeper.name(), "passphrase", words, "code", in.code(0));
    assertThat(sent.status()).isEqualTo(303);
    return in;
  }

  /** What a command said, and how it ended. */
  private record Ran(int code, String said) {}

  @SuppressForbidden(reason = "what a command prints is what is tested")
  private static Ran vigie(String... words) {
    var usualOut = System.out;
    var usualErr = System.err;
    var said = new ByteArrayOutputStream();
    System.setOut(new PrintStream(said, true, UTF_8));
    System.setErr(new PrintStream(said, true, UTF_8));
    try {
      var code = CommandLineOfVigie.run(words);
      return new Ran(code, said.toString(UTF_8));
    } finally {
      System.setOut(usualOut);
      System.setErr(usualErr);
    }
  }

  @Test
  void S_72_after_two_histories_another_log_is_begun_and_witnessed_and_old_receipts_hold()
      throws Exception {
    try (var witness = TestNode.start(folder.resolve("witness"))) {
      split(witness);
      saysWhatItWouldDo();
      var done = vigie("begin-log", "--home", home(), "--yes");
      assertThat(done.code()).isZero();
      assertThat(done.said()).contains("Begun: the log vigie.invalid/", "hand each partner");
      assertThat(vigie("begin-log", "--home", home(), "--yes").said())
          .contains("no witness holds another state");
      isWholeAndKeepsNoOldKey();
      try (var house = TestNode.start(folder.resolve("again"))) {
        house.later(Duration.ofDays(3));
        goesOn(house, witness);
        showsIt(house);
      }
      travelsInABackup();
    }
  }

  private void saysWhatItWouldDo() {
    var plan = vigie("begin-log", "--home", home());
    assertThat(plan.code()).isZero();
    assertThat(plan.said())
        .contains(oldKey.name() + " has 32 entries", "the first 16.", "Nothing was changed.");
    assertThat(vigie("begin-log", "--home", home(), "--agreed", "32", "--yes").said())
        .contains("a witness shares only the first 16 entries");
    assertThat(vigie("begin-log", "--home", home(), "--agreed", "5", "--yes").said())
        .contains("no checkpoint of 5 entries");
    assertThat(folder.resolve("again/log/after")).doesNotExist();
    assertThat(vigie("begin-log", "--home", folder.resolve("none").toString()).code()).isEqualTo(2);
  }

  private void isWholeAndKeepsNoOldKey() {
    assertThat(folder.resolve("again/keys/log.key")).doesNotExist();
    var audit = new HomeAudit(new Home(folder.resolve("again"))).look(random, Clock.systemUTC());
    assertThat(audit)
        .filteredOn(one -> !one.key().startsWith("doctor.witness"))
        .allMatch(Observation::good)
        .extracting(Observation::key)
        .contains("doctor.log", "doctor.log.ended");
  }

  private void goesOn(TestNode house, TestNode witness) throws Exception {
    var witnesses = house.part(Witnesses.class);
    assertThat(witnesses.logKey().name()).isNotEqualTo(oldKey.name());
    assertThat(witnesses.all().getFirst().standing()).isEqualTo(Standing.NEW);
    assertThat(witnesses.reach().grave()).isFalse();
    assertThat(witnesses.alarms()).isNotEmpty().allMatch(witnesses::isEarlier);
    assertThat(house.part(CustodyLog.class).find(late)).as("carried over").isPresent();
    assertThat(tick(house).trouble()).isEqualTo(Trouble.UNKNOWN_LOG);
    assertThat(witness.part(WatchedLogs.class).add(witnesses.logKey().text())).isEmpty();
    publish(house);
    assertThat(tick(house).trouble()).isEqualTo(Trouble.NONE);
    assertThat(witnesses.reach().witnessed()).isEqualTo(1 + 16 + 16);
  }

  private void showsIt(TestNode house) throws Exception {
    var in = signedIn(house);
    var page = in.browser().get("/witnesses").text();
    assertThat(page)
        .contains("Earlier logs of this house", oldKey.name(), "share the first 16")
        .contains("This is about an earlier log of this house");
    assertThat(in.browser().get(known(in)).text())
        .contains("another was begun in its place")
        .doesNotContain("begin-log");
    assertThat(in.browser().get("/witnesses/earlier/1").status()).isEqualTo(404);
    var given = in.browser().get("/witnesses/earlier/0").body();
    var said = LogSuccession.parse(given).verify();
    assertThat(said.old()).isEqualTo(oldKey);
    assertThat(said.agreed().size()).isEqualTo(16);
    var begun = Files.writeString(folder.resolve("another-log.txt"), given);
    var old = List.of(oldKey.text(), said.next().text());
    var early = PackageCheck.check(List.of(folder.resolve("early.txt"), begun), old);
    assertThat(early).noneMatch(CheckResult::isFailure);
    assertThat(early)
        .extracting(CheckResult::key)
        .contains("begun", "receipt.proof")
        .doesNotContain("begun.beyond");
    var late = PackageCheck.check(List.of(folder.resolve("late.txt"), begun), old);
    assertThat(late).noneMatch(CheckResult::isFailure);
    assertThat(late).extracting(CheckResult::key).contains("begun.beyond");
    var again = receipt(house, this.late, "again.txt");
    assertThat(PackageCheck.check(List.of(again, begun), old))
        .noneMatch(CheckResult::isFailure)
        .extracting(CheckResult::key)
        .doesNotContain("begun.beyond");
  }

  private void travelsInABackup() throws Exception {
    var file = folder.resolve("after.vigie");
    backup("again", file);
    var home = folder.resolve("third");
    Restore.into(home, file, random, Clock.systemUTC());
    var logs =
        HouseLogs.open(log(home), NodeKeys.in(keys(home), random), random, Clock.systemUTC());
    assertThat(logs.ended()).hasSize(1);
    assertThat(logs.succession(0).verify().old()).isEqualTo(oldKey);
  }

  private static FileLogStore log(Path home) {
    return new FileLogStore(new Home(home).log());
  }

  private static Path keys(Path home) {
    return new Home(home).keys();
  }

  @Test
  void a_second_and_a_third_log_lead_from_one_to_the_next_and_a_stop_halfway_does_not_count()
      throws Exception {
    var home = Home.prepare(folder.resolve("home"));
    var clock = Clock.systemUTC();
    var first = HouseLogs.open(log(home.folder()), new NodeKeys(home, random), random, clock);
    first.current().submit(early);
    assertThat(first.current().publishIfDue(PublicationSchedule.HOURLY)).isPresent();
    first.current().submit(late);
    var half = Files.createDirectories(home.log().resolve("after/1/tile"));
    Files.writeString(half.resolve("0"), "what a stop left");
    assertThat(HouseLogs.number(log(home.folder()))).as("a stop halfway").isZero();
    AnotherLog.of(home, random, clock).begin(16);
    assertThat(half.resolve("0")).as("wiped before").isDirectory();
    AnotherLog.of(home, random, clock).begin(0);
    var logs = HouseLogs.open(log(home.folder()), new NodeKeys(home, random), random, clock);
    assertThat(logs.ended()).hasSize(2);
    for (var i = 0; i < 2; i++) {
      assertThat(logs.succession(i).verify()).isEqualTo(logs.ended().get(i).said());
    }
    assertThat(logs.before(early).orElseThrow().log().keys()).isEqualTo(first.current().keys());
    assertThat(logs.current().waiting()).as("what waited waits still").isEqualTo(1);
    assertThat(home.keys().resolve("log-after-2.key")).exists();
    assertThat(home.keys().resolve("log.key")).doesNotExist();
    assertThat(home.keys().resolve("log-after-1.key")).doesNotExist();
  }
}
