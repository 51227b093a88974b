package org.vigie.node.shield;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.node.ServedNode;
import org.vigie.node.TestBrowser;

/**
 * {@code kill -9} of the whole server in the middle of what people send, again and again: one
 * tells, one writes incidents down, one sends small files, and one a file without end.
 */
class KilledServerTest {

  private static final int ROUNDS = Integer.getInteger("vigie.kills", 3);
  private static final String CUT = "cut-in-the-middle.bin";
  private static final int MEGABYTE = 1 << 20;

  @TempDir private Path home = Path.of("");
  @TempDir private Path temporary = Path.of("");

  /** What three people do. */
  private enum Kind {
    TELLING,
    INCIDENT,
    FILE
  }

  /**
   * One of three people with a case of their own.
   *
   * @param acknowledged what the server said it keeps: the words, and the address of what came of
   *     them
   */
  private record Own(
      Kind kind, Journey.Person person, String base, Map<String, String> acknowledged) {}

  private final List<Own> people = new ArrayList<>();
  private long largestCut;

  @Test
  void S_09_what_three_people_were_told_is_kept_is_there_after_every_kill_and_no_cut_file_is()
      throws Exception {
    var seed = System.nanoTime();
    var chance = new java.util.SplittableRandom(seed);
    for (var round = 0; round < ROUNDS; round++) {
      var node = ServedNode.quick(home, temporary);
      try {
        if (people.isEmpty()) {
          found(node);
        }
        nothingOfTheCutFileIsThere();
        for (var own : people) {
          everythingIsThere(node, own, seed);
        }
        writeUntilKilled(node, round, chance.nextInt(1_000));
      } finally {
        node.kill();
      }
      largestCut = Math.max(largestCut, largestBlob());
    }
    assertThat(largestCut).as("a file was cut in the middle").isGreaterThan(MEGABYTE);
    for (var own : people) {
      if (own.kind() != Kind.FILE) {
        assertThat(own.acknowledged()).as("enough to lose").hasSizeGreaterThan(ROUNDS);
      }
    }
    try (var node = ServedNode.quick(home, temporary)) {
      nothingOfTheCutFileIsThere();
      for (var own : people) {
        everythingIsThere(node, own, seed);
        eachIncidentIsThere(node, own, seed);
      }
      assertThat(node.output()).doesNotContain("error", "Exception");
    }
    assertThat(leftovers()).isEmpty();
  }

  private void found(ServedNode node) {
    var keeper = node.browser();
    Journey.found(node, keeper, "keeper");
    for (var kind : Kind.values()) {
      var browser = node.browser();
      var person = Journey.invite(node, keeper, browser, "swallow " + kind);
      var base = "/cases/" + Journey.tell(browser, "the first words");
      people.add(new Own(kind, person, base, new ConcurrentHashMap<>()));
    }
  }

  private void writeUntilKilled(ServedNode node, int round, int millis) throws Exception {
    var writers = new ArrayList<Thread>();
    for (var own : people) {
      var browser = signedIn(node, own);
      var name = "round-" + round + "-" + own.kind() + "-";
      writers.add(Thread.ofVirtual().start(() -> write(browser, own, name)));
    }
    var first = people.getFirst();
    var sender = signedIn(node, first);
    var cut = Thread.ofVirtual().start(() -> sendWithoutEnd(sender, first));
    writers.add(cut);
    while (!everybodyWasToldSomething(round) && writers.stream().anyMatch(Thread::isAlive)) {
      Thread.sleep(10);
    }
    // One round at least that cuts a file which is long enough to be seen.
    while (cut.isAlive() && Math.max(largestCut, largestBlob()) <= MEGABYTE) {
      Thread.sleep(10);
    }
    Thread.sleep(millis);
    node.kill();
    for (var writer : writers) {
      assertThat(writer.join(Duration.ofSeconds(30))).isTrue();
    }
  }

  /** Small files wait for the cage, and may be killed before the first is answered. */
  private boolean everybodyWasToldSomething(int round) {
    return people.stream()
        .filter(own -> own.kind() != Kind.FILE)
        .allMatch(own -> own.acknowledged().size() > 2 * round + 1);
  }

  private static TestBrowser signedIn(ServedNode node, Own own) {
    var browser = node.browser();
    Journey.signIn(browser, own.person());
    return browser;
  }

  private static void write(TestBrowser browser, Own own, String name) {
    try {
      for (var i = 0; i < 1_000; i++) {
        var words = name + i + ".";
        var answer = save(browser, own, words);
        if (answer.status() == 303) {
          own.acknowledged().put(words, answer.location());
        }
      }
    } catch (RuntimeException gone) {
      // The server was killed; whoever waited for an answer got none.
    }
  }

  private static TestBrowser.Answer save(TestBrowser browser, Own own, String words) {
    return switch (own.kind()) {
      case TELLING -> {
        browser.get(own.base() + "/tell");
        yield browser.post(own.base() + "/tell", "words", words);
      }
      case INCIDENT -> {
        browser.get(own.base() + "/incidents/new");
        yield browser.post(own.base() + "/incidents", "original", words);
      }
      case FILE -> send(browser, own, words + "txt", new ByteArrayInputStream(utf8(words)));
    };
  }

  private static TestBrowser.Answer send(
      TestBrowser browser, Own own, String name, InputStream bytes) {
    browser.get(own.base() + "/exhibits/add");
    var head =
        TestBrowser.part("_csrf", browser.token())
            + "--b7d1\r\nContent-Disposition: form-data; name=\"files\"; filename=\""
            + name
            + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
    var parts =
        List.of(
            new ByteArrayInputStream(utf8(head)),
            bytes,
            new ByteArrayInputStream(utf8("\r\n--b7d1--\r\n")));
    var body = new SequenceInputStream(Collections.enumeration(parts));
    return browser.postMultipart(own.base() + "/exhibits", body);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void sendWithoutEnd(TestBrowser browser, Own own) {
    try {
      var _ = send(browser, own, CUT, new WithoutEnd());
    } catch (RuntimeException gone) {
      // The server was killed in the middle of it.
    }
  }

  /** Bytes at the pace of a good line, some ten megabytes a second. */
  private static final class WithoutEnd extends InputStream {

    @Override
    public int read() {
      return 'x';
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      try {
        Thread.sleep(1);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw new IOException("stopped", stopped);
      }
      java.util.Arrays.fill(into, from, from + length, (byte) 'x');
      return length;
    }
  }

  private static void everythingIsThere(ServedNode node, Own own, long seed) {
    var browser = signedIn(node, own);
    var account = browser.get(own.base() + "/account").text();
    assertThat(account).as("seed %d", seed).contains("the first words");
    var exhibits = browser.get(own.base() + "/exhibits").text();
    assertThat(exhibits).as("seed %d", seed).doesNotContain(CUT);
    if (own.kind() == Kind.TELLING) {
      assertThat(own.acknowledged().keySet()).as("seed %d", seed).allMatch(account::contains);
    } else if (own.kind() == Kind.FILE) {
      assertThat(own.acknowledged().keySet())
          .as("seed %d", seed)
          .allMatch(words -> exhibits.contains(words + "txt"));
    }
    browser.post("/leave");
  }

  private static void eachIncidentIsThere(ServedNode node, Own own, long seed) {
    var browser = signedIn(node, own);
    for (var kept : own.acknowledged().entrySet()) {
      if (own.kind() == Kind.INCIDENT) {
        assertThat(browser.get(kept.getValue()).text()).as("seed %d", seed).contains(kept.getKey());
      }
    }
  }

  private void nothingOfTheCutFileIsThere() throws IOException {
    assertThat(largestBlob()).as("a start removes what was cut").isLessThan(MEGABYTE);
  }

  private long largestBlob() throws IOException {
    var largest = 0L;
    try (var files = Files.list(home.resolve("blobs"))) {
      for (var file : files.toList()) {
        largest = Math.max(largest, file.toFile().length());
      }
    }
    return largest;
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
