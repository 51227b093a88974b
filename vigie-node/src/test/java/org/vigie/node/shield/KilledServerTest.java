package org.vigie.node.shield;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.node.ServedNode;
import org.vigie.node.TestBrowser;

/** {@code kill -9} of the whole server in the middle of what people send, again and again. */
class KilledServerTest {

  private static final int ROUNDS = Integer.getInteger("vigie.kills", 3);
  private static final int WRITERS = 2;

  @TempDir private Path home = Path.of("");
  @TempDir private Path temporary = Path.of("");

  private final List<String> acknowledged = new ArrayList<>();

  @Test
  void S_09_what_people_were_told_is_kept_is_there_after_every_kill() throws Exception {
    var seed = System.nanoTime();
    var chance = new java.util.SplittableRandom(seed);
    Journey.Person person;
    String caseId;
    try (var node = ServedNode.quick(home, temporary)) {
      var keeper = node.browser();
      Journey.found(node, keeper, "keeper");
      var browser = node.browser();
      person = Journey.invite(node, keeper, browser, "swallow");
      caseId = Journey.tell(browser, "the first words");
    }
    for (var round = 0; round < ROUNDS; round++) {
      var node = ServedNode.quick(home, temporary);
      try {
        everythingIsThere(node, person, caseId, seed);
        writeUntilKilled(node, person, caseId, round, 100 + chance.nextInt(1_500));
      } finally {
        node.kill();
      }
    }
    assertThat(acknowledged).as("enough was written to lose something").hasSizeGreaterThan(ROUNDS);
    try (var node = ServedNode.quick(home, temporary)) {
      everythingIsThere(node, person, caseId, seed);
      assertThat(node.output()).doesNotContain("error", "Exception");
    }
    assertThat(leftovers()).isEmpty();
  }

  private void writeUntilKilled(
      ServedNode node, Journey.Person person, String caseId, int round, int millis)
      throws Exception {
    var writers = new ArrayList<Thread>();
    for (var writer = 0; writer < WRITERS; writer++) {
      var browser = node.browser();
      Journey.signIn(browser, person);
      var name = "round-" + round + "-writer-" + writer + "-";
      writers.add(Thread.ofVirtual().start(() -> write(browser, caseId, name)));
    }
    Thread.sleep(millis);
    node.kill();
    for (var writer : writers) {
      assertThat(writer.join(java.time.Duration.ofSeconds(30))).isTrue();
    }
  }

  private void write(TestBrowser browser, String caseId, String name) {
    try {
      for (var i = 0; i < 1_000; i++) {
        browser.get("/cases/" + caseId + "/tell");
        var words = name + i + ".";
        var answer = browser.post("/cases/" + caseId + "/tell", "words", words);
        if (answer.status() == 303) {
          synchronized (acknowledged) {
            acknowledged.add(words);
          }
        }
      }
    } catch (RuntimeException gone) {
      // The server was killed; whoever waited for an answer got none.
    }
  }

  private void everythingIsThere(ServedNode node, Journey.Person person, String caseId, long seed) {
    var browser = node.browser();
    Journey.signIn(browser, person);
    var account = browser.get("/cases/" + caseId + "/account").text();
    assertThat(account).as("seed %d", seed).contains("the first words");
    synchronized (acknowledged) {
      assertThat(acknowledged).as("seed %d", seed).allMatch(account::contains);
    }
    browser.post("/leave");
  }

  /** Files that only an unfinished step leaves. */
  private List<String> leftovers() throws Exception {
    try (var files = Files.walk(home)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".part") || name.endsWith(".tmp"))
          .toList();
    }
  }
}
