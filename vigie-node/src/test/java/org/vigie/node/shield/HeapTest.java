package org.vigie.node.shield;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.node.ServedNode;

/**
 * What the memory of a running server still holds once nobody is signed in: every object that is
 * alive, from a dump of its heap. What was collected but not yet overwritten is not looked at, and
 * not promised (docs/threat-model.md).
 */
class HeapTest {

  private static final String WORDS = "OKAPI4412 told in confidence";
  private static final String NAME = "OKAPI4412 swallow";

  /** A browser's connection is closed so soon here, else after twenty seconds. */
  private static final String CLOSES = "-Dserver.tomcat.keep-alive-timeout=3s";

  /** Longer than a browser's connection is kept open. */
  private static final int QUIET_SECONDS = 5;

  private static final Map<String, byte[]> NONE = Map.of();

  @TempDir private Path home = Path.of("");
  @TempDir private Path temporary = Path.of("");

  @Test
  void S_05_after_leaving_no_living_object_holds_words_names_or_passphrases() throws Exception {
    assumeTrue(Files.isExecutable(jcmd()), "jcmd is missing: a JDK is needed");
    try (var node = ServedNode.quick(home, temporary, CLOSES)) {
      var keeper = node.browser();
      var founder = Journey.found(node, keeper, "keeper");
      var browser = node.browser();
      var person = Journey.invite(node, keeper, browser, NAME);
      var caseId = Journey.tell(browser, WORDS);
      browser.get("/cases/" + caseId + "/account");
      var secrets = new LinkedHashMap<String, String>();
      secrets.put("words", WORDS);
      secrets.put("name", NAME);
      secrets.put("passphrase", person.passphrase());
      secrets.put("keeper's passphrase", founder.passphrase());
      secrets.put("case", caseId);
      assertThat(found(node, secrets)).as("the search finds what is there").isNotEmpty();
      browser.post("/pause", "_from", "/tell", "words", WORDS + " half said");
      keeper.get("/account");
      keeper.post("/leave");
      Thread.sleep(QUIET_SECONDS * 1_000L);
      assertThat(left(node, secrets)).as("one paused, one left").isEmpty();
      browser.get("/unlock");
      assertThat(browser.post("/unlock", "passphrase", person.passphrase()).status())
          .isEqualTo(303);
      assertThat(browser.get("/kept").text()).contains("half said");
      browser.post("/leave");
      Thread.sleep(QUIET_SECONDS * 1_000L);
      assertThat(left(node, secrets)).as("both left").isEmpty();
    }
  }

  /** What is still found once the server had time to end what people left open. */
  private List<String> left(ServedNode node, Map<String, String> secrets) throws Exception {
    var left = found(node, secrets);
    for (var again = 0; again < 10 && !left.isEmpty(); again++) {
      Thread.sleep(3_000);
      left = found(node, secrets);
    }
    return left;
  }

  private List<String> found(ServedNode node, Map<String, String> secrets) throws Exception {
    var dump = temporary.resolve("heap.hprof");
    var process =
        new ProcessBuilder(
                jcmd().toString(),
                Long.toString(node.process().pid()),
                "GC.heap_dump",
                "-overwrite",
                dump.toString())
            .redirectErrorStream(true)
            .start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    try {
      return search(dump, secrets);
    } finally {
      Files.delete(dump);
    }
  }

  private static Path jcmd() {
    return Path.of(System.getProperty("java.home"), "bin", "jcmd");
  }

  private static List<String> search(Path dump, Map<String, String> secrets) throws IOException {
    var needles = new ArrayList<Map<String, byte[]>>(Collections.nCopies(1 << 16, NONE));
    secrets.forEach((what, secret) -> {
      for (var charset :
          List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
        look(needles, what + " as " + charset, secret.getBytes(charset));
      }
      var form = URLEncoder.encode(secret, StandardCharsets.UTF_8);
      if (!form.equals(secret)) {
        look(needles, what + " as it was sent", form.getBytes(StandardCharsets.UTF_8));
      }
    });
    var heap = Files.readAllBytes(dump);
    var found = new TreeMap<String, String>();
    for (var i = 0; i < heap.length - 1; i++) {
      // By two bytes, since every second one of a heap is zero, as the first of UTF-16 is.
      var begun = needles.get(pair(heap, i));
      if (!begun.isEmpty()) {
        note(heap, i, begun, found);
      }
    }
    return List.copyOf(found.values());
  }

  private static void look(List<Map<String, byte[]>> needles, String what, byte[] needle) {
    var begun = new HashMap<>(needles.get(pair(needle, 0)));
    begun.put(what, needle);
    needles.set(pair(needle, 0), begun);
  }

  private static int pair(byte[] bytes, int at) {
    return ((bytes[at] & 0xff) << 8) | (bytes[at + 1] & 0xff);
  }

  private static void note(
      byte[] heap, int at, Map<String, byte[]> begun, Map<String, String> found) {
    begun.forEach((what, needle) -> {
      var end = Math.min(heap.length, at + needle.length);
      if (Arrays.equals(heap, at, end, needle, 0, needle.length)) {
        var around = Arrays.copyOfRange(heap, Math.max(0, at - 80), Math.min(heap.length, at + 80));
        var text =
            new String(around, StandardCharsets.ISO_8859_1).replaceAll("[^\\x20-\\x7e]", ".");
        found.putIfAbsent(what, what + ", near " + text);
      }
    });
  }
}
