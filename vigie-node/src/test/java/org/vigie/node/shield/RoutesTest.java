package org.vigie.node.shield;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.vigie.node.TestBrowser.Answer;
import org.vigie.node.TestNode;
import org.vigie.node.house.Founder;
import org.vigie.node.house.Founder.Person;
import org.vigie.node.shell.Access;
import org.vigie.node.shell.MachineRoute;
import org.vigie.node.shell.Open;

/** What holds for every route there is, also for those that come later. */
@SuppressWarnings("NullAway.Init")
class RoutesTest {

  /** A route of the running node. */
  private record Route(RequestMethod verb, String path, boolean open, boolean asked) {

    String address() {
      return path.replaceAll("\\{[^}]*}", "0".repeat(32));
    }
  }

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

  private static List<Route> routes(RequestMethod wanted) {
    var routes = new ArrayList<Route>();
    node.part(RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .forEach((route, method) -> {
          var access = method.getMethodAnnotation(Access.class);
          for (var verb : route.getMethodsCondition().getMethods()) {
            for (var path : route.getPatternValues()) {
              if (verb == wanted && !path.startsWith("/probe/")) {
                routes.add(
                    new Route(
                        verb,
                        path,
                        method.hasMethodAnnotation(Open.class),
                        access != null && access.askAgain()));
              }
            }
          }
        });
    assertThat(routes).hasSizeGreaterThan(20);
    return routes;
  }

  @Test
  void S_17_no_form_of_any_page_is_taken_without_the_sessions_token() {
    keeper.fresh();
    // What machines sign needs no token, and touches no session: WitnessDoorTest.
    var signed = node.part(MachineRoute.class).path();
    for (var route : routes(RequestMethod.POST)) {
      if (route.path().equals(signed)) {
        continue;
      }
      var answers =
          List.of(
              keeper.browser().postBare(route.address(), "words", "x"),
              keeper.browser().postBare(route.address(), "_csrf", "0".repeat(64)),
              node.browser().postBare(route.address(), "words", "x"));
      assertThat(answers)
          .as(route.path())
          .allSatisfy(answer -> assertThat(answer.status()).isEqualTo(403));
    }
    assertThat(keeper.browser().get("/account").status()).isEqualTo(200);
  }

  @Test
  void S_17_no_form_of_any_page_is_taken_from_another_site() {
    keeper.fresh();
    keeper.browser().get("/account");
    for (var route : routes(RequestMethod.POST)) {
      for (var site : List.of("cross-site", "same-site")) {
        var answer = keeper.browser().with("Sec-Fetch-Site", site).post(route.address());
        assertThat(answer.status()).as(route.path()).isEqualTo(403);
      }
    }
    keeper.browser().with("Sec-Fetch-Site", "same-origin");
    assertThat(keeper.browser().get("/account").status()).isEqualTo(200);
  }

  @Test
  void S_14_every_answer_of_every_route_carries_the_headers() {
    keeper.fresh();
    for (var route : routes(RequestMethod.GET)) {
      for (var browser : List.of(keeper.browser(), node.browser())) {
        hasTheHeaders(route.path(), browser.get(route.address()));
      }
    }
    for (var route : routes(RequestMethod.POST)) {
      hasTheHeaders(route.path(), node.browser().postBare(route.address()));
    }
  }

  private static void hasTheHeaders(String path, Answer answer) {
    assertThat(answer.headers().allValues("Content-Security-Policy"))
        .as(path)
        .singleElement()
        .asString()
        .contains("default-src 'none'", "base-uri 'none'", "frame-ancestors 'none'")
        .doesNotContain("script-src", "unsafe");
    assertThat(answer.header("X-Content-Type-Options")).as(path).isEqualTo("nosniff");
    assertThat(answer.header("Referrer-Policy")).as(path).isEqualTo("same-origin");
    assertThat(answer.header("Cross-Origin-Opener-Policy")).as(path).isEqualTo("same-origin");
    assertThat(answer.header("Cross-Origin-Resource-Policy")).as(path).isEqualTo("same-origin");
    assertThat(answer.header("Permissions-Policy")).as(path).contains("camera=()");
    assertThat(answer.header("Cache-Control")).as(path).contains("no-store");
    assertThat(answer.headers().map())
        .as(path)
        .doesNotContainKeys("server", "x-powered-by", "etag");
  }

  @Test
  void S_27_everything_that_asks_the_passphrase_again_asks_it_after_five_minutes() {
    keeper.fresh();
    keeper.browser().get("/account");
    node.later(Duration.ofMinutes(6));
    var asked = 0;
    for (var verb : List.of(RequestMethod.GET, RequestMethod.POST)) {
      for (var route : routes(verb)) {
        if (route.asked()) {
          var browser = keeper.browser();
          var answer =
              verb == RequestMethod.GET
                  ? browser.get(route.address())
                  : browser.post(route.address());
          // A route of another role looks like none at all.
          assertThat(answer.status()).as(route.path()).isIn(303, 404);
          if (answer.status() == 303) {
            assertThat(answer.location()).as(route.path()).isEqualTo("/again");
            asked++;
          }
        }
      }
    }
    assertThat(asked).isGreaterThan(4);
  }

  @Test
  void S_27_a_key_is_changed_only_with_the_passphrase() {
    keeper.fresh();
    var browser = keeper.browser();
    browser.get("/account/passphrase");
    var fresh = "a passphrase of somebody at an open screen";
    assertThat(browser.post("/account/passphrase", "now", "not the words", "fresh", fresh).status())
        .isIn(400, 401);
    browser.get("/account/app");
    assertThat(browser.post("/account/app", "passphrase", "not the words", "code", "0").status())
        .isIn(400, 401);
    browser.post("/pause");
    browser.get("/unlock");
    assertThat(browser.post("/unlock", "passphrase", fresh).status()).isEqualTo(401);
    assertThat(browser.post("/unlock", "passphrase", keeper.passphrase()).status()).isEqualTo(303);
  }
}
