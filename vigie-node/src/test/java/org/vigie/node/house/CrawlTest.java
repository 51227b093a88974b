package org.vigie.node.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.vigie.kernel.Refusal;
import org.vigie.node.TestBrowser;
import org.vigie.node.TestBrowser.Answer;
import org.vigie.node.TestNode;
import org.vigie.node.house.Founder.Person;
import org.vigie.register.Registers;

/** Goes through every page that each role can reach, by its links and by its addresses. */
@SuppressWarnings("NullAway.Init")
class CrawlTest {

  private static final String CANARY = "CANARY-CASE-7781";
  private static final Pattern LINK = Pattern.compile("(?:href|action|src)=\"(/[^\"#]*)\"");
  private static final Pattern LABEL = Pattern.compile("<label[^>]* for=\"([^\"]*)\"");
  private static final Pattern FIELD =
      Pattern.compile("<(?:input|textarea|select) [^>]*id=\"([^\"]*)\"");

  @TempDir static Path home;
  private static TestNode node;
  private static Person keeper;
  private static Person person;
  private static String caseId = "";

  @BeforeAll
  static void found() throws Refusal {
    node = TestNode.start(home);
    keeper = Founder.found(node, "lamp keeper");
    person = Founder.invite(node, keeper, "person", "heron");
    var accounts = node.part(Accounts.class);
    var member = accounts.signIn(person.name(), person.passphrase(), person.code(1)).orElseThrow();
    var registers = node.part(Registers.class);
    var steward = org.vigie.register.Role.steward("person");
    var register = registers.create(member.keys(), "case", steward);
    register.append(HouseFounded.TYPE, new HouseFounded(CANARY, ""));
    caseId = register.id().value();
    member.keys().close();
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @Test
  void S_37_a_keeper_reaches_no_word_and_no_trace_of_a_case_they_are_not_in() {
    keeper.fresh();
    var pages = crawl(keeper.browser());
    assertThat(pages).hasSizeGreaterThan(10);
    assertThat(pages.values())
        .allSatisfy(page -> assertThat(page.body()).doesNotContain(CANARY, caseId));
  }

  @Test
  void S_33_an_address_that_names_a_case_looks_like_one_that_names_nothing() {
    keeper.fresh();
    for (var path : parameterised()) {
      var real = keeper.browser().get(path.replaceAll("\\{[^}]*}", caseId));
      var none = keeper.browser().get(path.replaceAll("\\{[^}]*}", "0".repeat(32)));
      assertThat(real.status()).as(path).isEqualTo(none.status());
    }
  }

  @Test
  void S_16_every_page_works_without_script_drawing_or_inline_style() {
    for (var who : List.of(keeper.browser(), person.browser(), node.browser())) {
      crawl(who)
          .forEach((path, page) ->
              assertThat(page.body())
                  .as(path)
                  .doesNotContain("<script", "<svg", "<math", " style=", "javascript:"));
    }
  }

  @Test
  void S_16_every_page_is_html_that_no_browser_has_to_mend() {
    keeper.fresh();
    for (var who : List.of(keeper.browser(), person.browser(), node.browser())) {
      crawl(who)
          .forEach((path, page) -> {
            if (page.body().startsWith("<!doctype html>")) {
              assertThat(HtmlFaults.of(page.body())).as(path).isEmpty();
            }
          });
    }
  }

  @Test
  void the_check_of_html_finds_what_a_browser_would_mend() {
    var page = "<!doctype html><html><body>%s</body></html>";
    for (var bad :
        List.of(
            "<form><form></form></form>",
            "<p><div></div></p>",
            "<ul><p>x</p></ul>",
            "<b><i>x</b></i>",
            "<section>",
            "</section>",
            "<i id=\"a\"></i><i id=\"a\"></i>",
            "<label for=\"nobody\">x</label>",
            "<a href=\"/\"><button>x</button></a>",
            "<button form=\"nobody\">x</button>",
            "<i class=\"a\" class=\"b\"></i>")) {
      assertThat(HtmlFaults.of(page.formatted(bad))).as(bad).isNotEmpty();
    }
    assertThat(HtmlFaults.of(page.formatted("<p>x<br>y <img src=\"/a\" alt=\"\"></p>"))).isEmpty();
  }

  @Test
  void every_field_has_its_label_and_every_page_leave_and_the_numbers_to_call() {
    keeper.fresh();
    crawl(keeper.browser())
        .forEach((path, page) -> {
          if (page.body().startsWith("<!doctype html>") && !path.equals("/away")) {
            var labels = LABEL.matcher(page.body()).results().map(m -> m.group(1)).toList();
            var fields = FIELD.matcher(page.body()).results().map(m -> m.group(1)).toList();
            assertThat(labels).as(path).containsAll(fields);
            assertThat(page.body()).as(path).contains("Leave", "tel:112", "tel:3114");
          }
        });
  }

  /** Every page the browser gets with a GET, by address; nothing is posted. */
  private static Map<String, Answer> crawl(TestBrowser browser) {
    var seen = new LinkedHashMap<String, Answer>();
    var open = new ArrayDeque<String>(plain());
    while (!open.isEmpty()) {
      var path = open.poll();
      if (seen.containsKey(path) || seen.size() > 400) {
        continue;
      }
      var page = browser.get(path);
      seen.put(path, page);
      LINK.matcher(page.body()).results().map(found -> found.group(1)).forEach(open::add);
      if (!page.location().isEmpty()) {
        open.add(page.location());
      }
    }
    return seen;
  }

  private static List<String> plain() {
    return routes().stream().filter(path -> !path.contains("{")).toList();
  }

  private static List<String> parameterised() {
    return routes().stream().filter(path -> path.contains("{")).toList();
  }

  private static List<String> routes() {
    var paths = new ArrayList<String>();
    node.part(RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .forEach((route, method) -> {
          if (route.getMethodsCondition().getMethods().contains(RequestMethod.GET)) {
            paths.addAll(route.getPatternValues());
          }
        });
    paths.removeIf(path -> path.startsWith("/probe/"));
    return paths;
  }
}
