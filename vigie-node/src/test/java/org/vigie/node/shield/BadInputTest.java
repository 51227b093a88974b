package org.vigie.node.shield;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.node.TestBrowser.Answer;
import org.vigie.node.TestNode;
import org.vigie.node.house.Founder;
import org.vigie.node.house.Founder.Person;
import org.vigie.node.house.Told;

/**
 * Whatever goes wrong, the answer is a calm page: what happened, what was kept, what to do; what
 * somebody typed is never lost.
 */
class BadInputTest {

  private static final String TYPED =
      "What I typed for a quarter of an hour, caf\u00e9 \u0641\u0648\u0646";

  @TempDir private Path home = Path.of("");

  private static Told scene(TestNode node) {
    var keeper = Founder.found(node, "lamp keeper");
    return Told.by(Founder.invite(node, keeper, "person", "swallow"), "the first words");
  }

  private static Answer add(Told told, String words) {
    return told.person().browser().post(told.base() + "/tell", "words", words);
  }

  /** A calm page and no trace of how the node is made. */
  private static void calm(Answer answer, int... statuses) {
    assertThat(answer.status()).isIn(java.util.Arrays.stream(statuses).boxed().toList());
    assertThat(answer.text()).contains("That did not work");
    noTrace(answer);
  }

  private static void noTrace(Answer answer) {
    assertThat(answer.body())
        .doesNotContain("Exception", "java.", "org.vigie", "springframework", "Tomcat", "\tat ");
  }

  private static void signIn(Person person, int ahead) {
    var browser = person.browser();
    browser.get("/sign-in");
    var name = List.of("name", person.name(), "passphrase", person.passphrase());
    var all = new java.util.ArrayList<>(name);
    all.addAll(List.of("code", person.code(ahead)));
    assertThat(browser.post("/sign-in", all.toArray(String[]::new)).status()).isEqualTo(303);
  }

  @Test
  void a_session_that_locked_in_mid_form_keeps_what_was_told_and_sends_it_after_unlocking() {
    try (var node = TestNode.start(home)) {
      var told = scene(node);
      var browser = told.person().browser();
      browser.get(told.base() + "/tell");
      node.later(Duration.ofMinutes(11));
      assertThat(add(told, TYPED).location()).isEqualTo("/unlock");
      browser.get("/unlock");
      var opened = browser.post("/unlock", "passphrase", told.person().passphrase());
      assertThat(opened.location()).isEqualTo("/kept");
      assertThat(browser.get("/kept").text()).contains(TYPED);
      assertThat(add(told, TYPED).status()).isEqualTo(303);
      assertThat(told.text("/account")).contains(TYPED);
    }
  }

  @Test
  void a_session_that_ended_in_mid_form_keeps_what_was_told_for_the_next() {
    try (var node = TestNode.start(home)) {
      var told = scene(node);
      var browser = told.person().browser();
      browser.get(told.base() + "/tell");
      node.later(Duration.ofHours(3));
      assertThat(add(told, TYPED).location()).isEqualTo("/sign-in");
      signIn(told.person(), 0);
      assertThat(browser.get("/kept").text()).contains(TYPED);
    }
  }

  @Test
  void a_session_nobody_remembers_gives_back_what_was_typed() {
    try (var node = TestNode.start(home)) {
      var told = scene(node);
      told.person().browser().get(told.base() + "/tell");
      told.person().browser().cookie("vigie", "ab".repeat(32));
      var answer = add(told, TYPED);
      calm(answer, 403);
      assertThat(answer.text()).contains(TYPED, "no longer valid");
    }
  }

  @Test
  void S_86_a_full_disk_is_said_and_loses_nothing() throws Exception {
    assumeTrue(mount(home), "only root may mount a small disk: run as root to try a full one");
    try {
      try (var node = TestNode.start(home)) {
        var told = scene(node);
        var filler = home.resolve("filler");
        fill(filler);
        Answer answer = add(told, TYPED);
        for (var i = 0; i < 50 && answer.status() == 303; i++) {
          told.person().browser().get(told.base() + "/tell");
          answer = add(told, TYPED + " " + i + " " + "x".repeat(20_000));
        }
        calm(answer, 507);
        assertThat(answer.text()).contains("no more room", "was not saved", TYPED);
        var upload =
            told.person()
                .browser()
                .postFile(
                    told.base() + "/exhibits",
                    TYPED,
                    "a.ogg",
                    new ByteArrayInputStream(new byte[3_000_000]));
        noTrace(upload);
        assertThat(upload.status()).isNotEqualTo(500);
        assertThat(told.person().browser().get("/help").status()).isEqualTo(200);
        Files.delete(filler);
        told.person().browser().get(told.base() + "/tell");
        assertThat(add(told, "there is room again").status()).isEqualTo(303);
        assertThat(told.text("/account")).contains("the first words", "there is room again");
      }
      try (var node = TestNode.start(home)) {
        assertThat(node.browser().get("/readyz").status()).isEqualTo(200);
      }
    } finally {
      run("umount", "-l", home.toString());
    }
  }

  private static void fill(Path filler) throws Exception {
    try (var out = Files.newOutputStream(filler)) {
      for (var size = 1 << 20; size >= 1; size /= 2) {
        var piece = new byte[size];
        try {
          while (true) {
            out.write(piece);
          }
        } catch (java.io.IOException full) {
          // A smaller piece may still have room.
        }
      }
    }
  }

  private static boolean mount(Path folder) throws Exception {
    return run("mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", folder.toString()) == 0;
  }

  private static int run(String... command) throws Exception {
    try {
      var process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getInputStream().readAllBytes();
      return process.waitFor();
    } catch (java.io.IOException missing) {
      return -1;
    }
  }

  @Test
  void a_database_that_another_process_holds_is_said_and_loses_nothing() throws Exception {
    try (var node = TestNode.start(home)) {
      var told = scene(node);
      told.person().browser().get(told.base() + "/tell");
      var holder = DatabaseHolder.hold(home.resolve("vigie.db"));
      try {
        var answer = add(told, TYPED);
        calm(answer, 503);
        assertThat(answer.text()).contains("busy at this moment", "was not saved", TYPED);
      } finally {
        holder.destroyForcibly().waitFor();
      }
      told.person().browser().get(told.base() + "/tell");
      assertThat(add(told, TYPED).status()).isEqualTo(303);
      assertThat(told.text("/account")).contains(TYPED);
    }
  }

  @Test
  void ten_megabytes_in_one_field_and_ten_thousand_fields_are_refused_with_a_sentence() {
    try (var node = TestNode.start(home)) {
      var told = scene(node);
      var browser = told.person().browser();
      for (var megabytes : List.of(1, 4, 9, 11, 12, 20)) {
        browser.get(told.base() + "/tell");
        var answer = add(told, "x".repeat(megabytes * 1_000_000));
        if (answer.status() != 303) {
          calm(answer, 400, 413);
        }
      }
      browser.get(told.base() + "/tell");
      var many = new String[20_000];
      for (var i = 0; i < many.length; i += 2) {
        many[i] = "f" + i;
        many[i + 1] = "x";
      }
      calm(browser.post(told.base() + "/tell", many), 400, 413, 403);
      assertThat(told.text("/account")).contains("the first words");
    }
  }

  @Test
  void wrong_encodings_are_read_or_refused_and_never_break_anything() {
    try (var node = TestNode.start(home)) {
      var told = scene(node);
      var browser = told.person().browser();
      for (var raw :
          List.of(
              "%E9t%E9", "%FF%FE%00", "%zz", "%", "%ED%A0%80", "%C0%AF..", "a%00b", "+%u0041")) {
        browser.get(told.base() + "/tell");
        var answer =
            browser.postRaw(
                told.base() + "/tell",
                "application/x-www-form-urlencoded",
                ("_csrf=" + browser.token() + "&words=" + raw).getBytes(StandardCharsets.US_ASCII));
        if (answer.status() != 303) {
          calm(answer, 400, 403);
        }
      }
      for (var charset : List.of("utf-16", "x-nothing", "iso-8859-1", "\"")) {
        browser.get(told.base() + "/tell");
        var answer =
            browser.postRaw(
                told.base() + "/tell",
                "application/x-www-form-urlencoded; charset=" + charset,
                ("_csrf=" + browser.token() + "&words=caf%C3%A9+" + charset.charAt(0))
                    .getBytes(StandardCharsets.US_ASCII));
        if (answer.status() != 303) {
          calm(answer, 400, 403, 415);
        }
      }
      assertThat(told.text("/account")).contains("caf\u00e9 u", "the first words");
    }
  }

  @Test
  void a_form_of_another_type_is_refused_with_a_sentence() {
    try (var node = TestNode.start(home)) {
      var told = scene(node);
      var browser = told.person().browser();
      browser.get(told.base() + "/tell");
      for (var type :
          List.of(
              "application/json", "text/plain", "multipart/mixed", "multipart/form-data", "x")) {
        var body = "_csrf=" + browser.token() + "&words=x";
        var answer =
            browser.postRaw(told.base() + "/tell", type, body.getBytes(StandardCharsets.US_ASCII));
        calm(answer, 400, 403, 415);
      }
    }
  }

  @Test
  void names_and_addresses_that_lead_elsewhere_lead_nowhere() {
    try (var node = TestNode.start(home)) {
      var told = scene(node);
      var browser = told.person().browser();
      for (var path :
          List.of(
              "/assets/..%2f..%2fvigie.db",
              "/assets/%2e%2e/%2e%2e/vigie.db",
              "/assets/....//vigie.db",
              "/assets/vigie.css%00.png",
              "/cases/..%2f..%2fvigie.db",
              "/cases/%5c..%5cvigie.db",
              "/cases/" + "0".repeat(33),
              "/uploads/../../vigie.db",
              "/WEB-INF/web.xml",
              "/META-INF/MANIFEST.MF",
              "/;/account",
              "/account;x=y",
              "//evil.example/")) {
        var answer = browser.get(path);
        noTrace(answer);
        assertThat(answer.status()).as(path).isIn(400, 404);
        assertThat(answer.body()).as(path).doesNotContain("SQLite format");
      }
      for (var name : List.of("../../../etc/passwd", "C:\\boot.ini", "a\u202egnp.exe", "\u0000")) {
        browser.get(told.base() + "/tell");
        var bytes = new ByteArrayInputStream("x".getBytes(StandardCharsets.US_ASCII));
        noTrace(browser.postFile(told.base() + "/exhibits", "note", name, bytes));
      }
      assertThat(home.resolve("passwd")).doesNotExist();
    }
  }
}
