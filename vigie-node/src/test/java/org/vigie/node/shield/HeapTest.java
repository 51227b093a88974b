package org.vigie.node.shield;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  /** Longer than a browser's connection is kept open. */
  private static final int QUIET_SECONDS = 25;

  @TempDir private Path home = Path.of("");
  @TempDir private Path temporary = Path.of("");

  @Test
  void S_05_after_leaving_no_living_object_holds_words_names_or_passphrases() throws Exception {
    assumeTrue(Files.isExecutable(jcmd()), "jcmd is missing: a JDK is needed");
    try (var node = ServedNode.quick(home, temporary)) {
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
      assertThat(found(node, secrets)).as("one paused, one left").isEmpty();
      browser.get("/unlock");
      assertThat(browser.post("/unlock", "passphrase", person.passphrase()).status())
          .isEqualTo(303);
      assertThat(browser.get("/kept").text()).contains("half said");
      browser.post("/leave");
      Thread.sleep(QUIET_SECONDS * 1_000L);
      assertThat(found(node, secrets)).as("both left").isEmpty();
    }
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
    var found = new ArrayList<String>();
    try (var channel = FileChannel.open(dump)) {
      var heap = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
      secrets.forEach((what, secret) -> {
        for (Charset charset :
            List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
          var places = places(heap, secret.getBytes(charset));
          if (!places.isEmpty()) {
            found.add(what + " as " + charset + " at " + places.size() + " places, near " + near(heap, places.getFirst()));
          }
        }
        var form = java.net.URLEncoder.encode(secret, StandardCharsets.UTF_8);
        var places = places(heap, form.getBytes(StandardCharsets.UTF_8));
        if (!form.equals(secret) && !places.isEmpty()) {
          found.add(what + " as it was sent at " + places.size() + " places, near " + near(heap, places.getFirst()));
        }
      });
    }
    return found;
  }

  private static String near(ByteBuffer heap, int at) {
    var bytes = new byte[160];
    heap.get(Math.max(0, at - 80), bytes);
    return new String(bytes, StandardCharsets.ISO_8859_1).replaceAll("[^\\x20-\\x7e]", ".");
  }

  private static List<Integer> places(ByteBuffer heap, byte[] needle) {
    var places = new ArrayList<Integer>();
    var last = heap.limit() - needle.length;
    for (var i = 0; i <= last; i++) {
      if (heap.get(i) == needle[0] && matches(heap, i, needle)) {
        places.add(i);
      }
    }
    return places;
  }

  private static boolean matches(ByteBuffer heap, int at, byte[] needle) {
    for (var i = 1; i < needle.length; i++) {
      if (heap.get(at + i) != needle[i]) {
        return false;
      }
    }
    return true;
  }
}
