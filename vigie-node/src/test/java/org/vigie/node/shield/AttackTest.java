package org.vigie.node.shield;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.node.TestBrowser;
import org.vigie.node.TestNode;
import org.vigie.node.house.Founder;
import org.vigie.node.house.Founder.Person;

/** What an attacker sends who does not keep to the rules of HTTP. */
@SuppressWarnings("NullAway.Init")
class AttackTest {

  private static final Pattern STATUS = Pattern.compile("(?m)^HTTP/1\\.1 (\\d{3})");

  @TempDir static Path home;
  private static TestNode node;
  private static Person keeper;

  @BeforeAll
  static void found() {
    node = TestNode.start(home);
    keeper = Founder.found(node, "lamp keeper");
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  /** Everything that comes back for {@code lines}, until the server closes or is silent. */
  private static String raw(String lines) throws IOException {
    try (var line = new Socket(InetAddress.getLoopbackAddress(), node.port())) {
      line.setSoTimeout(lines.contains("Connection: close") ? 30_000 : 3_000);
      line.getOutputStream().write(lines.getBytes(StandardCharsets.ISO_8859_1));
      line.getOutputStream().flush();
      var answer = new StringBuilder();
      try {
        var buffer = new byte[8_192];
        for (var n = line.getInputStream().read(buffer);
            n >= 0;
            n = line.getInputStream().read(buffer)) {
          answer.append(new String(buffer, 0, n, StandardCharsets.ISO_8859_1));
        }
      } catch (IOException silent) {
        return answer.toString();
      }
      return answer.toString();
    }
  }

  private static List<Integer> statuses(String answer) {
    return STATUS.matcher(answer).results().map(found -> Integer.valueOf(found.group(1))).toList();
  }

  private static void says_nothing_of_itself(String answer) {
    assertThat(answer)
        .doesNotContainIgnoringCase("tomcat")
        .doesNotContainIgnoringCase("apache")
        .doesNotContain("Exception", "\tat ", "Server:");
  }

  @Test
  void two_lengths_or_a_length_beside_chunks_smuggle_no_second_request() throws IOException {
    var second = "GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n";
    var host = " HTTP/1.1\r\nHost: localhost\r\n";
    var form = "Content-Type: application/x-www-form-urlencoded\r\n";
    var chunked = "Transfer-Encoding: chunked\r\n";
    for (var attack :
        List.of(
            "POST /sign-in" + host + form + "Content-Length: 0\r\nContent-Length: 40\r\n\r\n",
            "POST /sign-in" + host + form + "Content-Length: 5\r\n" + chunked + "\r\n0\r\n\r\n",
            "POST /sign-in" + host + form + "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n",
            "POST /sign-in" + host + form + "Transfer-Encoding: x\r\n\r\n",
            "POST /sign-in" + host + form + "Content-Length: -1\r\n\r\n",
            "POST /sign-in" + host + form + "Content-Length: 99999999999999999999\r\n\r\n",
            "GET /help" + host + "X : a\r\n\r\n",
            "GET /help HTTP/1.1\r\nHost: localhost\r\nHost: b\r\n\r\n",
            "GET /help HTTP/1.1\r\n\r\n",
            "POST /sign-in" + host + form + chunked + "\r\nfffffffffffffffff\r\n",
            "POST /sign-in" + host + form + chunked + "\r\n5;x\r\nabc\r\n0\r\n\r\n")) {
      var answer = raw(attack + second);
      assertThat(statuses(answer)).as(attack).hasSizeLessThanOrEqualTo(1);
      assertThat(answer).as(attack).doesNotContain("\r\n\r\nok\n");
      says_nothing_of_itself(answer);
    }
  }

  @Test
  void a_request_line_or_header_too_long_is_refused_without_a_word_about_the_server()
      throws IOException {
    for (var attack :
        List.of(
            "GET /" + "a".repeat(20_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n",
            "GET /help HTTP/1.1\r\nHost: localhost\r\nX: " + "a".repeat(20_000) + "\r\n\r\n",
            "GET /help HTTP/1.1\r\nHost: localhost\r\n" + "X: a\r\n".repeat(5_000) + "\r\n",
            "GET /help HTTP/9.9\r\nHost: localhost\r\n\r\n",
            "\u0016\u0003\u0001\u0000\u00a5\u0001\u0000\u0000",
            "GET /<script> HTTP/1.1\r\nHost: localhost\r\n\r\n",
            "GET /help HTTP/1.1\r\nHost: a\u0000b\r\n\r\n")) {
      var answer = raw(attack);
      says_nothing_of_itself(answer);
      assertThat(statuses(answer)).allMatch(status -> status >= 400 && status < 600);
      assertThat(answer).doesNotContain("<script>");
    }
  }

  @Test
  void no_page_and_no_redirect_repeats_the_host_somebody_claims() throws IOException {
    for (var path : List.of("/", "/help", "/sign-in", "/account", "/cases", "/language/fr", "/x")) {
      var answer =
          raw(
              "GET "
                  + path
                  + " HTTP/1.1\r\nHost: 203.0.113.66\r\nX-Forwarded-Host: evil.example\r\n"
                  + "X-Original-URL: /evil\r\nForwarded: host=evil.example\r\n"
                  + "Connection: close\r\n\r\n");
      assertThat(statuses(answer)).hasSize(1);
      assertThat(answer).as(path).doesNotContain("evil", "203.0.113.66").doesNotContain(" 421 ");
    }
    var absolute = raw("GET http://evil.example/account HTTP/1.1\r\nHost: evil.example\r\n\r\n");
    assertThat(absolute).doesNotContain("evil.example");
  }

  @Test
  void methods_that_echo_or_list_are_not_there() throws IOException {
    for (var method :
        List.of("TRACE", "TRACK", "OPTIONS", "PUT", "DELETE", "PATCH", "CONNECT", "X")) {
      var answer =
          raw(
              method
                  + " /help HTTP/1.1\r\nHost: localhost\r\nX-Mark: ECHO-7781\r\n"
                  + "Content-Length: 0\r\nConnection: close\r\n\r\n");
      assertThat(statuses(answer)).as(method).allMatch(status -> status >= 400 && status < 600);
      assertThat(answer).as(method).doesNotContain("ECHO-7781");
      says_nothing_of_itself(answer);
    }
    var head = raw("HEAD /account HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    assertThat(statuses(head)).containsExactly(303);
  }

  @Test
  void a_method_hidden_in_a_field_or_header_changes_nothing() {
    keeper.fresh();
    keeper.browser().get("/account");
    var answer = keeper.browser().with("X-HTTP-Method-Override", "POST").get("/leave?_method=POST");
    assertThat(answer.status()).isIn(404, 405);
    assertThat(keeper.browser().get("/account").status()).isEqualTo(200);
  }

  @Test
  void the_error_page_cannot_be_made_to_say_anything() {
    for (var path :
        List.of(
            "/error",
            "/error?status=200&message=CANARY-7781",
            "/error?jakarta.servlet.error.message=CANARY-7781",
            "/CANARY-7781",
            "/help?name=%3Cscript%3ECANARY-7781")) {
      var answer = node.browser().with("X-Error", "CANARY-7781").get(path);
      // The switch of languages leads back to the same address; nobody reads it.
      assertThat(answer.text()).as(path).doesNotContain("CANARY-7781", "Whitelabel");
      assertThat(answer.body()).as(path).doesNotContain("<script>", "Exception");
    }
  }

  @Test
  void a_session_cannot_be_brought_along() {
    var planted = "cd".repeat(32);
    var browser = node.browser().cookie("vigie", planted);
    browser.get("/sign-in");
    assertThat(browser.cookie("vigie")).isNotEqualTo(planted);
    var mine = browser.cookie("vigie");
    browser.post(
        "/sign-in",
        "name",
        keeper.name(),
        "passphrase",
        keeper.passphrase(),
        "code",
        keeper.code(1));
    assertThat(browser.cookie("vigie")).isNotEqualTo(mine);
    assertThat(node.browser().cookie("vigie", mine).get("/account").location())
        .isEqualTo("/sign-in");
    var bySession = node.browser().get("/account;jsessionid=" + browser.cookie("vigie"));
    assertThat(bySession.status()).isIn(303, 400, 404);
  }

  @Test
  void the_words_of_an_invitation_are_not_found_by_trying() {
    var words = Founder.words(keeper, "person", "for somebody");
    var list = words.split(" ");
    var browser = node.browser();
    browser.get("/join");
    for (var i = 0; i < 300; i++) {
      // All words right but one: nothing tells how near it was.
      var near = list.clone();
      near[i % near.length] = i % 2 == 0 ? "abacus" : "zoom";
      var answer = browser.post("/join", "paper", String.join(" ", near));
      if (!String.join(" ", near).equals(words)) {
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("open no invitation");
      }
    }
    assertThat(list).hasSize(8);
  }

  @Test
  void a_case_cannot_be_found_by_its_number() {
    keeper.fresh();
    var browser = keeper.browser();
    TestBrowser.Answer first = browser.get("/cases/" + "0".repeat(32));
    for (var id : List.of("1", "0".repeat(31), "f".repeat(32), "g".repeat(32), "%27or%271")) {
      var answer = browser.get("/cases/" + id);
      assertThat(answer.status()).as(id).isEqualTo(first.status());
      assertThat(answer.text()).as(id).isEqualTo(first.text());
    }
  }

  @Test
  void S_88_what_strangers_announce_and_never_send_takes_no_memory() throws Exception {
    var lines = new java.util.ArrayList<Socket>();
    try {
      var refused = 0;
      for (var i = 0; i < 40; i++) {
        var line = new Socket(InetAddress.getLoopbackAddress(), node.port());
        // No answer means that it waits for the rest, as the first few do; the others are refused.
        line.setSoTimeout(refused == 0 ? 1_000 : 10_000);
        line.getOutputStream()
            .write(
                ("POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10000000\r\n"
                        + "Content-Type: application/x-www-form-urlencoded\r\n\r\na")
                    .getBytes(StandardCharsets.US_ASCII));
        line.getOutputStream().flush();
        lines.add(line);
        refused += answered(line) ? 1 : 0;
      }
      assertThat(refused).isBetween(30, 36);
      var browser = node.browser();
      browser.get("/sign-in");
      var answer = browser.post("/sign-in", "name", "nobody", "passphrase", "wrong");
      assertThat(answer.status()).isEqualTo(401);
    } finally {
      for (var line : lines) {
        line.close();
      }
    }
  }

  private static boolean answered(Socket line) throws IOException {
    try {
      var first = new String(line.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
      assertThat(first).isEqualTo("HTTP/1.1 503");
      return true;
    } catch (java.net.SocketTimeoutException waits) {
      return false;
    }
  }

  @Test
  void slow_lines_keep_nobody_out() throws Exception {
    var slow = new java.util.ArrayList<Socket>();
    try {
      for (var i = 0; i < 400; i++) {
        var line = new Socket(InetAddress.getLoopbackAddress(), node.port());
        line.getOutputStream()
            .write(
                "POST /sign-in HTTP/1.1\r\nHost: localhost\r\nX: "
                    .getBytes(StandardCharsets.US_ASCII));
        line.getOutputStream().flush();
        slow.add(line);
      }
      for (var i = 0; i < 400; i++) {
        var line = new Socket(InetAddress.getLoopbackAddress(), node.port());
        line.getOutputStream()
            .write(
                ("POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n"
                        + "Content-Type: application/x-www-form-urlencoded\r\n\r\na")
                    .getBytes(StandardCharsets.US_ASCII));
        line.getOutputStream().flush();
        slow.add(line);
      }
      var begun = System.nanoTime();
      assertThat(node.browser().get("/help").status()).isEqualTo(200);
      assertThat(System.nanoTime() - begun).isLessThan(15_000_000_000L);
    } finally {
      for (var line : slow) {
        line.close();
      }
    }
  }
}
