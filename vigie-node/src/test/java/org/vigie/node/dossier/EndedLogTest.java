package org.vigie.node.dossier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.evidence.CheckResult;
import org.vigie.evidence.PackageCheck;
import org.vigie.evidence.Receipt;
import org.vigie.ledger.CustodyLog;
import org.vigie.ledger.NoteKey;
import org.vigie.ledger.PublicationSchedule;
import org.vigie.node.TestNode;
import org.vigie.node.house.Founder;
import org.vigie.node.ops.Home;
import org.vigie.node.witness.AnotherLog;

/** What a person holds and takes along after their house began another custody log. */
@SuppressWarnings("NullAway.Init")
class EndedLogTest {

  private static final PublicationSchedule WHOLE =
      new PublicationSchedule(Duration.ofSeconds(1), 256);

  @TempDir Path folder;

  private static long publish(TestNode node) throws Exception {
    var log = node.part(CustodyLog.class);
    node.later(Duration.ofSeconds(2));
    assertThat(log.publishIfDue(WHOLE)).isPresent();
    return log.checkpoint().checkpoint().size();
  }

  private String origin(Author author, String exhibit) throws Exception {
    var page = author.base + "/exhibits/" + exhibit + "/receipt.txt";
    var text = author.browser().get(page).body();
    var file = Files.writeString(folder.resolve(exhibit + ".txt"), text);
    assertThat(PackageCheck.check(file)).noneMatch(CheckResult::isFailure);
    return Receipt.parse(text).proof().note().checkpoint().origin();
  }

  @Test
  void S_72_receipts_and_packages_from_before_and_after_another_log_was_begun_check()
      throws Exception {
    var home = folder.resolve("home");
    Author before;
    NoteKey old;
    long shared;
    String first;
    String second;
    try (var node = TestNode.start(home)) {
      var keeper = Founder.found(node, "keeper");
      var person = Founder.invite(node, keeper, "person", "swallow");
      before = Author.tell(person, "Un homme a appelé.", "fr").agree("un", "yes");
      first = before.attach("first.txt", "invented words".getBytes(UTF_8));
      shared = publish(node);
      second = before.attach("second.txt", "other invented words".getBytes(UTF_8));
      publish(node);
      old = node.part(CustodyLog.class).keys().getFirst();
    }
    var next = AnotherLog.of(new Home(home), new SecureRandom(), Clock.systemUTC()).begin(shared);
    try (var node = TestNode.start(home)) {
      node.later(Duration.ofMinutes(2));
      var author = before.again(node);
      author.attach("third.txt", "words after it".getBytes(UTF_8));
      publish(node);
      assertThat(origin(author, first)).as("its witnesses share it").isEqualTo(old.name());
      assertThat(origin(author, second)).as("carried over").isEqualTo(next.name());
      var dossier = author.begin("Special Rapporteur", "en");
      author.chooseAll(dossier);
      var zip =
          Files.write(folder.resolve("dossier.zip"), author.release(dossier, "package").bytes());
      var trusted = List.of(old.text(), next.text());
      var results = PackageCheck.check(List.of(zip), trusted);
      assertThat(results).noneMatch(CheckResult::isFailure);
      assertThat(results)
          .filteredOn(one -> one.key().equals("proof"))
          .extracting(one -> one.details().get(0) + " " + one.details().get(1))
          .contains("P-001 " + old.name(), "P-002 " + old.name(), "P-002 " + next.name())
          .contains("P-003 " + next.name())
          .doesNotContain("P-001 " + next.name(), "P-003 " + old.name());
      assertThat(PackageCheck.check(List.of(zip), List.of(next.text())))
          .as("whoever knows only the new key sees that another vouches, too")
          .filteredOn(CheckResult::isFailure)
          .extracting(CheckResult::key)
          .containsOnly("key.unknown");
    }
  }
}
