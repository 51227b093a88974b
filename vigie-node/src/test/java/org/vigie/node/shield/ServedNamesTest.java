package org.vigie.node.shield;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.node.TestNode;
import org.vigie.node.house.Founder;

/**
 * A page of others that points its own name at this machine (DNS rebinding) is the same site as the
 * node for the browser: only the Host header tells them apart.
 */
@SuppressWarnings("NullAway.Init")
class ServedNamesTest {

  private static final String ONION =
      "p53lf57qovyuvwsc6xnrppyply3vtqm7l6pcobkmyqsiofyeznfu5uqd.onion";

  @TempDir static Path home;
  private static TestNode node;
  private static String session;

  @BeforeAll
  static void found() throws Exception {
    Files.writeString(
        home.resolve("vigie.properties"),
        "http.names=https://House.example, " + ONION + " http://lan-name");
    node = TestNode.start(home);
    var keeper = Founder.found(node, "lamp keeper");
    assertThat(keeper.browser().get("/account").status()).isEqualTo(200);
    session = keeper.browser().cookie("vigie");
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  private static String ask(String request) throws IOException {
    try (var line = new Socket(InetAddress.getLoopbackAddress(), node.port())) {
      line.setSoTimeout(30_000);
      line.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      return new String(line.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String get(String path, String host, String... headers) throws IOException {
    var more = String.join("", headers);
    return ask(
        "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\n" + more + "Connection: close\r\n\r\n");
  }

  @Test
  void answers_nothing_of_the_node_to_a_name_it_does_not_serve() throws IOException {
    var cookie = "Cookie: vigie=" + session + "\r\n";
    for (var host :
        List.of(
            "evil.example",
            "evil.example:" + node.port(),
            "localhost.evil.example",
            "127.0.0.1.evil.example",
            "house.example.evil.example",
            "other.house.example",
            "evil.onion",
            "a")) {
      for (var path :
          List.of("/", "/account", "/healthz", "/help", "/assets/vigie.css", "/nowhere")) {
        var answer = get(path, host, cookie, "X-Forwarded-Host: localhost\r\n");
        assertThat(answer).as(host + path).startsWith("HTTP/1.1 421 ");
        assertThat(answer.toLowerCase(java.util.Locale.ROOT))
            .doesNotContain("vigie", "lamp", "set-cookie", "<html", "evil");
        assertThat(answer)
            .contains("Use the address you were given", "Utilisez l’adresse", "default-src 'none'");
      }
    }
  }

  @Test
  void changes_nothing_for_a_form_sent_under_a_name_it_does_not_serve() throws IOException {
    var answer =
        ask(
            "POST /leave HTTP/1.1\r\nHost: evil.example\r\nCookie: vigie="
                + session
                + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 5\r\n"
                + "Connection: close\r\n\r\na=b&c");
    assertThat(answer).startsWith("HTTP/1.1 421 ");
    assertThat(get("/account", "localhost", "Cookie: vigie=" + session + "\r\n"))
        .startsWith("HTTP/1.1 200 ");
  }

  @Test
  void serves_this_machine_addresses_in_figures_and_the_names_that_were_set() throws IOException {
    for (var host :
        List.of(
            "localhost",
            "LOCALHOST.:" + node.port(),
            "127.0.0.1:" + node.port(),
            "[::1]:" + node.port(),
            "192.0.2.7",
            "HOUSE.example",
            "lan-name:8484",
            ONION)) {
      assertThat(get("/healthz", host)).as(host).startsWith("HTTP/1.1 200 ").endsWith("ok\n");
    }
    assertThat(ask("GET /healthz HTTP/1.0\r\n\r\n")).startsWith("HTTP/1.1 200 ");
  }

  @Test
  void S_18_a_name_reached_over_TLS_has_secure_cookies_and_asks_for_TLS_from_then_on()
      throws IOException {
    for (var path : List.of("/sign-in", "/language/fr")) {
      var secure = get(path, "house.example");
      assertThat(secure).contains("; Secure", "Strict-Transport-Security: max-age=");
      assertThat(secure.lines().filter(line -> line.startsWith("Set-Cookie")))
          .isNotEmpty()
          .allMatch(line -> line.contains("; Secure"));
    }
    assertThat(get("/sign-in", "house.example")).contains("Set-Cookie: __Host-vigie=");
  }

  @Test
  void S_11_what_a_header_claims_of_TLS_is_not_believed() throws IOException {
    for (var host : List.of("127.0.0.1", ONION)) {
      var answer =
          get(
              "/sign-in",
              host,
              "X-Forwarded-Proto: https\r\n",
              "X-Forwarded-Host: house.example\r\n",
              "Forwarded: proto=https;host=house.example\r\n");
      assertThat(answer)
          .contains("Set-Cookie: vigie=")
          .doesNotContain("__Host-", "; Secure", "Strict-Transport");
    }
  }
}
