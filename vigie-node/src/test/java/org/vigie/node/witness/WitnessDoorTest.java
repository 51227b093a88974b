package org.vigie.node.witness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.kernel.Secret;
import org.vigie.ledger.Checkpoint;
import org.vigie.ledger.CustodyLog;
import org.vigie.ledger.Hash;
import org.vigie.ledger.LedgerRefused;
import org.vigie.ledger.NoteSigner;
import org.vigie.ledger.PublicationSchedule;
import org.vigie.ledger.SignatureType;
import org.vigie.ledger.SignedNote;
import org.vigie.ledger.Witness;
import org.vigie.ledger.WitnessAnswer;
import org.vigie.ledger.WitnessRequest;
import org.vigie.ledger.store.MemoryLogStore;
import org.vigie.node.TestBrowser.Answer;
import org.vigie.node.TestNode;
import org.vigie.testkit.Trials;

/** The address at which logs ask, and hostile questions. */
class WitnessDoorTest {

  private static final String PATH = "/witness/add-checkpoint";

  private final NoteSigner signer = signer("vigie.invalid/log", SignatureType.ED25519, 3);
  private final CustodyLog log = log(signer);

  private static NoteSigner signer(String name, SignatureType type, int number) {
    var seed = new byte[NoteSigner.SEED_LENGTH];
    Arrays.fill(seed, (byte) number);
    return NoteSigner.ofSeed(name, type, Secret.take(seed));
  }

  private static CustodyLog log(NoteSigner signer) {
    try {
      var clock = Clock.systemUTC();
      var log = CustodyLog.open(new MemoryLogStore(), List.of(signer), new SecureRandom(), clock);
      assertThat(log.publishIfDue(PublicationSchedule.HOURLY)).isPresent();
      return log;
    } catch (LedgerRefused impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static Answer ask(TestNode node, String body) {
    return node.browser().postRaw(PATH, "text/plain", body.getBytes(UTF_8));
  }

  private String other(long old, long size) {
    var text = new Checkpoint(signer.key().name(), size, Hash.ofLeaf("other")).text();
    var note = SignedNote.sign(text, List.of(signer), Clock.systemUTC().instant());
    return new WitnessRequest(old, List.of(), note).encoded();
  }

  @Test
  void answers_as_the_specification_says(@TempDir Path home) throws LedgerRefused {
    try (var node = TestNode.start(home)) {
      var question = new WitnessRequest(0, List.of(), log.checkpoint()).encoded();
      assertThat(ask(node, question).status()).as("off until a log is named").isEqualTo(404);
      assertThat(node.part(WatchedLogs.class).add(signer.key().text())).isEmpty();

      var signed = ask(node, question);
      assertThat(signed.status()).isEqualTo(200);
      assertThat(signed.header("Set-Cookie")).isEmpty();
      var line = org.vigie.ledger.NoteSignature.parse(signed.body().strip());
      var key = node.part(WatchedLogs.class).key().orElseThrow();
      assertThat(log.cosign(16, List.of(line), List.of(key)).signatures()).hasSize(2);

      var conflict = ask(node, question);
      assertThat(conflict.status()).isEqualTo(409);
      assertThat(conflict.body()).isEqualTo("16\n");
      assertThat(conflict.header("Content-Type")).startsWith("text/x.tlog.size");
      assertThat(conflict.header("Witness-Checkpoint")).isNotEmpty();
      assertThat(ask(node, other(16, 16)).status()).as("another root").isEqualTo(409);
      assertThat(ask(node, other(16, 32)).status()).as("no proof").isEqualTo(422);
      assertThat(ask(node, other(33, 32)).status()).as("old above new").isEqualTo(400);
      assertThat(ask(node, question.replace("\u2014 ", "- ")).status()).isEqualTo(400);
      assertThat(ask(node, question.replace("vigie.invalid/log", "vigie.invalid/lag")).status())
          .isEqualTo(404);
      var forged = log(signer("vigie.invalid/log", SignatureType.ED25519, 4)).checkpoint();
      assertThat(ask(node, new WitnessRequest(16, List.of(), forged).encoded()).status())
          .isEqualTo(403);
      refusesFloods(node, question);
    }
  }

  private void refusesFloods(TestNode node, String question) throws LedgerRefused {
    assertThat(ask(node, question + "x".repeat(40_000)).status()).isEqualTo(413);
    assertThat(
            node.browser()
                .with("Sec-Fetch-Site", "cross-site")
                .postRaw(PATH, "text/plain", question.getBytes(UTF_8))
                .status())
        .as("no page of another site sends it")
        .isEqualTo(403);
    assertThat(node.browser().get(PATH).status()).isEqualTo(405);
    flood(node, other(16, 32));
    var soon = new PublicationSchedule(Duration.ofSeconds(1), 16);
    assertThat(log.publishIfDue(soon)).isPresent();
    var next = new WitnessRequest(16, log.consistency(16, 32).path(), log.checkpoint());
    assertThat(ask(node, next.encoded()).status()).as("the log itself goes on").isEqualTo(200);
    goesOnAfterALostAnswer(node, next);
    node.later(Duration.ofMinutes(2));
    assertThat(ask(node, question).status()).isEqualTo(409);
  }

  /** Uses up what strangers may ask in the name of the log. */
  private static void flood(TestNode node, String question) {
    var last = 0;
    // On a slow machine some of what was used up is there again before the next one asks.
    for (var i = 0; last != 429 && i < 200; i++) {
      last = ask(node, question).status();
    }
    assertThat(last).as("too often").isEqualTo(429);
  }

  /** What came back for {@code lost} never reached the log, and strangers ask all the time. */
  private void goesOnAfterALostAnswer(TestNode node, WitnessRequest lost) throws LedgerRefused {
    flood(node, other(32, 48));
    var told = ask(node, lost.encoded());
    assertThat(told.status()).as("where it stands").isEqualTo(409);
    assertThat(told.body()).isEqualTo("32\n");
    var again = ask(node, new WitnessRequest(32, List.of(), lost.note()).encoded());
    assertThat(again.status()).as("once more").isEqualTo(200);
    var line = org.vigie.ledger.NoteSignature.parse(again.body().strip());
    var key = node.part(WatchedLogs.class).key().orElseThrow();
    assertThat(log.cosign(32, List.of(line), List.of(key)).signatures()).hasSize(2);
  }

  @Test
  void whatever_is_sent_only_what_the_log_signed_is_cosigned() throws LedgerRefused {
    var clock = Clock.systemUTC();
    var key = signer("vigie.invalid/witness", SignatureType.ED25519_COSIGNATURE, 5);
    var witness = Witness.open(key, new MemoryLogStore(), clock);
    witness.watch(signer.key());
    var question = new WitnessRequest(0, List.of(), log.checkpoint()).encoded().getBytes(UTF_8);
    Trials.forAll(
        2000,
        40,
        (random, size) -> {
          var sent = question.clone();
          for (var i = 0; i < 1 + size / 10; i++) {
            sent[random.nextInt(sent.length)] = (byte) random.nextInt(256);
          }
          var cut = Arrays.copyOf(sent, 1 + random.nextInt(sent.length));
          for (var body : List.of(sent, cut)) {
            // One that no pace holds back, for each try.
            var outcome = new WitnessDoor(new WatchedLogs(witness, null, clock)).ask(body);
            if (outcome instanceof WitnessDoor.Answered(WitnessAnswer.Cosigned _)) {
              assertThat(body).isEqualTo(question);
            }
          }
        });
    assertThat(witness.logs().getFirst().splits()).isEmpty();
  }

  @Test
  void goes_only_to_addresses_that_a_keeper_may_mean() {
    for (var good :
        List.of(
            "https://north.example/witness",
            "https://north.example:8443",
            "http://localhost:9001/witness",
            "http://127.0.0.1:9001")) {
      assertThat(WitnessAddress.parse(good + "/")).as(good).contains(good);
    }
    for (var bad :
        List.of(
            "",
            "ftp://north.example",
            "http://north.example/witness",
            "http://169.254.169.254/latest",
            "https://user@north.example",
            "https://north.example/?a=b",
            "https://north.example/#a",
            "https://north.example/../a",
            "https://north.example:0/a",
            "https://",
            "https://north.example/a b",
            "file:///etc/passwd",
            "https://" + "n".repeat(300))) {
      assertThat(WitnessAddress.parse(bad)).as(bad).isEmpty();
    }
    for (var inward : List.of("https://169.254.169.254/w", "https://0.0.0.0/w", "https://[::]/w")) {
      org.assertj.core.api.Assertions.assertThatExceptionOfType(java.io.IOException.class)
          .as(inward)
          .isThrownBy(() -> WitnessAddress.toAsk(inward));
    }
  }
}
