package org.vigie.node.shield;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.node.LiveFiles;
import org.vigie.node.ServedNode;
import org.vigie.node.TestBrowser;

/**
 * A whole journey through {@code ./vigie serve}, with a marker in everything a person gives: their
 * name, words, numbers, files, the name of their browser, the address a proxy claims for them.
 * Afterwards nothing that was printed or written holds it.
 */
class JourneyTest {

  private static final String MARK = "QUAGGA7781";
  private static final String ADDRESS = "192.0.2.77";

  @TempDir private Path home = Path.of("");
  @TempDir private Path temporary = Path.of("");

  @Test
  void S_01_S_10_S_11_a_whole_journey_leaves_no_name_no_word_and_no_address() throws Exception {
    String printed;
    String url;
    try (var node = ServedNode.served(home, temporary)) {
      url = "127.0.0.1:" + node.port();
      walk(node);
      assertThat(traces(home, temporary)).as("while it runs").isEmpty();
      printed = node.output();
      node.process().destroy();
      node.process().onExit().get();
      printed = node.output();
    }
    assertThat(traces(home, temporary)).as("after it stopped").isEmpty();
    assertThat(printed).contains("vigie: ready at http://" + url);
    var rest = printed.replaceAll("vigie: (ready|set up).*\n", "");
    assertThat(rest.toLowerCase(Locale.ROOT))
        .doesNotContain(MARK.toLowerCase(Locale.ROOT), ADDRESS, "127.0.0.1", "mozilla")
        .doesNotContain("/cases/", "exception:", "vigie=");
  }

  private static void walk(ServedNode node) {
    var keeper = marked(node.browser());
    Journey.found(node, keeper, MARK + " keeper");
    var browser = marked(node.browser());
    var person = Journey.invite(node, keeper, browser, MARK + " person");
    var caseId = Journey.tell(browser, "They called me at work, " + MARK + ", twice");
    var base = "/cases/" + caseId;
    browser.get(base + "/tell");
    browser.post(base + "/tell", "words", "And again " + MARK);
    browser.post(base + "/never", "kind", "name", "text", MARK);
    browser.post(base + "/relatives", "handle", MARK, "relation", "sister", "caution", MARK);
    browser.post(base + "/names", "pseudonym", MARK, "name.complaint", MARK);
    browser.post(
        base + "/incidents", "original", MARK, "act", "proxy-relayed-message", "sender", MARK);
    for (var page : List.of("", "/account", "/people", "/never", "/names", "/relatives")) {
      assertThat(browser.get(base + page).status()).isEqualTo(200);
    }
    files(browser, base);
    mistakes(browser);
    browser.post("/pause", "_from", base + "/tell", "words", "half a sentence " + MARK);
    browser.get("/unlock");
    browser.post("/unlock", "passphrase", MARK);
    browser.post("/unlock", "passphrase", person.passphrase());
    browser.get("/kept");
    browser.post("/kept/drop");
    browser.get("/account");
    browser.post("/leave");
    var stranger = marked(node.browser());
    stranger.get("/sign-in");
    stranger.post("/sign-in", "name", MARK, "passphrase", MARK, "code", MARK);
    stranger.get("/recover");
    stranger.post("/recover", "name", MARK, "paper", MARK, "fresh", MARK + MARK + MARK);
    stranger.get("/join");
    stranger.post("/join", "paper", MARK);
  }

  private static void files(TestBrowser browser, String base) {
    for (var path : List.of(base + "/exhibits", base + "/exhibits/new", base + "/files")) {
      browser.get(path);
      browser.postFile(path, MARK, MARK + ".txt", bytes("19/01/2026, 21:02 - A: " + MARK));
      browser.postFile(path, MARK, MARK + ".jpg", bytes("not a picture " + MARK));
    }
  }

  private static void mistakes(TestBrowser browser) {
    browser.get("/" + MARK);
    browser.get("/cases/" + MARK);
    browser.get("/help?" + MARK + "=1");
    browser.get("/%00" + MARK);
    browser.postBare("/tell", "words", MARK);
    browser.postMultipart("/tell", bytes(MARK));
    browser.cookie("x", MARK);
    browser.get("/help");
  }

  private static ByteArrayInputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static TestBrowser marked(TestBrowser browser) {
    return browser
        .with("User-Agent", "Mozilla/5.0 " + MARK)
        .with("X-Forwarded-For", ADDRESS)
        .with("Forwarded", "for=" + ADDRESS)
        .with("Referer", "http://" + MARK + ".example/");
  }

  /** Files that hold the marker or the address in any of the usual encodings, or in their name. */
  static List<String> traces(Path... folders) throws IOException {
    var found = new ArrayList<String>();
    for (var folder : folders) {
      LiveFiles.each(
          folder,
          file -> {
            var name = folder.relativize(file).toString();
            if (name.contains(MARK) || holds(file, MARK) || holds(file, ADDRESS)) {
              found.add(name);
            }
          });
    }
    return found;
  }

  private static boolean holds(Path file, String needle) throws IOException {
    var content = Files.readString(file, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    for (Charset charset :
        List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      var text =
          new String(
              needle.toLowerCase(Locale.ROOT).getBytes(charset), StandardCharsets.ISO_8859_1);
      if (content.contains(text)) {
        return true;
      }
    }
    return false;
  }

  @Test
  void the_search_for_traces_can_find_them() throws IOException {
    Files.writeString(home.resolve("plain"), "x" + MARK.toLowerCase(Locale.ROOT));
    Files.write(home.resolve("wide"), ("x" + MARK).getBytes(StandardCharsets.UTF_16LE));
    assertThat(traces(home)).containsExactlyInAnyOrder("plain", "wide");
  }
}
