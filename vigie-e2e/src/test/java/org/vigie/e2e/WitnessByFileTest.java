package org.vigie.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.evidence.CheckResult;
import org.vigie.evidence.PackageCheck;
import org.vigie.ledger.Checkpoint;
import org.vigie.ledger.CustodyLog;
import org.vigie.ledger.Hash;
import org.vigie.ledger.SignedNote;
import org.vigie.ledger.WitnessRequest;
import org.vigie.node.ops.Home;
import org.vigie.node.store.NodeKeys;
import org.vigie.node.witness.AnotherLog;

/** Two houses witness each other's custody logs with files that keepers carry, without scripts. */
@Tag("slow")
class WitnessByFileTest {

  @TempDir private Path home = Path.of("");

  @Test
  void J5_keepers_witness_each_others_logs_through_pages_and_files_alone_and_see_two_histories()
      throws Exception {
    Resident left;
    try (var north = published("north");
        var south = published("south");
        var keeper = Resident.found(north, "lantern");
        var other = Resident.found(south, "lighthouse")) {
      left = keeper;
      var here = keeper.walk();
      var there = other.walk();
      var witness = there.to("/witnesses").look("J5-witnesses").page.locator("pre.receipt").nth(1);
      here.to("/witnesses").sees("no other house cosigns it yet");
      var log = here.page.locator("pre.receipt").first().innerText();

      here.follow("Ask another house").look("J5-witness-ask");
      here.fill("What you call", "The lighthouse").fill("Its witness key", witness.innerText());
      here.press("Ask this house").sees("This house is asked from now on");
      var question = home.resolve("witness-request.txt");
      Files.copy(here.download("Take the question along"), question);

      there.to("/witnesses/logs/add").fill("What you call", "The lantern");
      there.fill("The key of its log", log).press("Cosign this log").sees("We cosign this log");
      there.attach("A question that a partner brought", question).press("Read the question");
      there.sees("Cosigned. Take the answer along.").look("J5-witness-log");
      var answer = home.resolve("witness-answer.txt");
      Files.copy(there.download("Take the answer along"), answer);

      here.attach("The answer of that house", question).press("Read the answer");
      here.seesNot("The cosignature is kept");
      here.attach("The answer of that house", answer).press("Read the answer");
      here.sees("The cosignature is kept").look("J5-witness-answer");
      assertThat(here.to("/witnesses").find("(Has cosigned everything)")).isNotEmpty();
      twoHistories(north, here, there);
    }
    anotherLog(left);
  }

  /** The node is stopped, the log ended and another begun; its keeper sees what to hand over. */
  private void anotherLog(Resident keeper) throws Exception {
    var place = new Home(home.resolve("north"));
    var another = AnotherLog.of(place, new SecureRandom(), Clock.systemUTC());
    assertThat(another.plan().shared()).as("what the lighthouse cosigned").isEqualTo(16);
    another.begin(16);
    try (var north = TurnedNode.start(place.folder());
        var walk = Walk.with(north, "en", 390)) {
      north.later(Duration.ofHours(3));
      walk.to("/sign-in").fill("Name", keeper.name()).fill("Passphrase", keeper.passphrase());
      walk.fill("Code of your app", Resident.code(north, keeper.app())).press("Sign in");
      walk.to("/witnesses").sees("Earlier logs of this house").look("J5-another-log");
      var file = walk.download("Take along what shows");
      assertThat(PackageCheck.check(file)).extracting(CheckResult::key).contains("begun");
      walk.follow("What is known, and what to do").look("J5-another-log-known");
      walk.sees("another was begun in its place");
    }
  }

  /** The key of the first house signs another list of the same length, as a copied disk would. */
  private void twoHistories(TurnedNode north, Walk here, Walk there) throws Exception {
    var key = new NodeKeys(new Home(home.resolve("north")), new SecureRandom()).log(0);
    var size = north.part(CustodyLog.class).checkpoint().checkpoint().size();
    var other = new Checkpoint(key.key().name(), size, Hash.sha256("other".getBytes(UTF_8)));
    var note = SignedNote.sign(other.text(), List.of(key), north.now());

    var shown = Files.writeString(home.resolve("shown.txt"), note.encoded());
    here.follow("The lighthouse").attach("The answer of that house", shown);
    here.press("Read the answer").sees("holds another state of our log");
    here.to("/witnesses").sees("holds another history of our log").look("J5-split-own");
    here.follow("What is known, and what to do").look("J5-split-own-known");
    here.tick("A backup was restored").fill("What happened", "A rehearsal ran beside this node");
    here.submit().look("J5-split-own-told").sees("A rehearsal ran beside this node");

    var asked = new WitnessRequest(size, List.of(), note).encoded();
    var question = Files.writeString(home.resolve("asked.txt"), asked);
    there.to("/witnesses").attach("A question that a partner brought", question);
    there.press("Read the question").sees("This log has shown two histories").look("J5-split-log");
    there.follow("What is known, and what to do").look("J5-split-log-known");
  }

  /** A house whose log has something in it. */
  private TurnedNode published(String name) throws Exception {
    var node = TurnedNode.atTheHour(home.resolve(name));
    assertThat(node.part(CustodyLog.class).checkpoint().checkpoint().size()).isEqualTo(16);
    return node;
  }
}
