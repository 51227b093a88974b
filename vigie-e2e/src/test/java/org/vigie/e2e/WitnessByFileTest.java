package org.vigie.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.ledger.CustodyLog;
import org.vigie.ledger.PublicationSchedule;

/** Two houses witness each other's custody logs with files that keepers carry, without scripts. */
@Tag("slow")
class WitnessByFileTest {

  @TempDir private Path home = Path.of("");

  @Test
  void J5_a_keeper_has_the_log_cosigned_by_another_house_through_pages_and_files_alone()
      throws Exception {
    try (var north = published("north");
        var south = published("south");
        var keeper = Resident.found(north, "lantern");
        var other = Resident.found(south, "lighthouse")) {
      var here = keeper.walk();
      var there = other.walk();
      var witness = there.to("/witnesses").look("J5-witnesses").page.locator("pre.receipt").nth(1);
      here.to("/witnesses").sees("no other house cosigns it yet");
      var log = here.page.locator("pre.receipt").first().innerText();

      here.follow("Ask another house").look("J5-witness-ask");
      here.fill("What you call", "The lighthouse").fill("Its witness key", witness.innerText());
      here.press("Ask this house").sees("This house is asked from now on");
      var question = home.resolve("witness-request.txt");
      Files.copy(here.download(() -> here.follow("Take the question along")), question);

      there.to("/witnesses/logs/add").fill("What you call", "The lantern");
      there.fill("The key of its log", log).press("Cosign this log").sees("We cosign this log");
      there.attach("A question that a partner brought", question).press("Read the question");
      there.sees("Cosigned. Take the answer along.").look("J5-witness-log");
      var answer = home.resolve("witness-answer.txt");
      Files.copy(there.download(() -> there.follow("Take the answer along")), answer);

      here.attach("The answer of that house", question).press("Read the answer");
      here.seesNot("The cosignature is kept");
      here.attach("The answer of that house", answer).press("Read the answer");
      here.sees("The cosignature is kept").look("J5-witness-answer");
      assertThat(here.to("/witnesses").find("(Has cosigned everything)")).isNotEmpty();
    }
  }

  /** A house whose log has something in it. */
  private TurnedNode published(String name) throws Exception {
    var node = TurnedNode.start(home.resolve(name));
    node.later(Duration.ofHours(1));
    assertThat(node.part(CustodyLog.class).publishIfDue(PublicationSchedule.HOURLY)).isPresent();
    return node;
  }
}
