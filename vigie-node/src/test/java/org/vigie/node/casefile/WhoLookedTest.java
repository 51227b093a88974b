package org.vigie.node.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.vigie.node.TestBrowser;
import org.vigie.node.TestNode;
import org.vigie.node.house.Founder;
import org.vigie.node.house.Founder.Person;

/** The person whose case it is sees everyone who came to it. */
class WhoLookedTest {

  @TempDir private Path folder = Path.of("");

  @Test
  void S_36_the_person_sees_that_staff_read_their_words() {
    try (var node = TestNode.start(folder)) {
      var scene = Scene.in(node);
      assertThat(scene.looks()).noneMatch(look -> look.contains("N. heron"));
      scene.staff().browser().get("/cases/" + scene.caseId() + "/account");
      assertThat(scene.looks())
          .anyMatch(look -> look.contains("N. heron") && look.contains("The account"));
    }
  }

  @Test
  void S_36_whatever_page_of_a_case_staff_open_the_person_sees_that_they_came() {
    try (var node = TestNode.start(folder)) {
      var scene = Scene.in(node);
      for (var path : pagesOfACase(node)) {
        var before = scene.looks().stream().filter(look -> look.contains("N. heron")).count();
        node.later(Duration.ofDays(1));
        signIn(scene.staff());
        scene.staff().browser().get(path.replaceFirst("\\{id}", scene.caseId()));
        var after = scene.looks().stream().filter(look -> look.contains("N. heron")).count();
        assertThat(after).as("seen after a visit to %s", path).isGreaterThan(before);
      }
    }
  }

  private static List<String> pagesOfACase(TestNode node) {
    var paths = new ArrayList<String>();
    node.part(RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .forEach((route, method) -> {
          if (route.getMethodsCondition().getMethods().contains(RequestMethod.GET)) {
            paths.addAll(route.getPatternValues());
          }
        });
    // What needs more than a case's id is reached over a page that needs no more.
    paths.removeIf(path -> !path.matches("/cases/\\{id}(/[a-z/]*)?"));
    assertThat(paths).hasSizeGreaterThan(6);
    return paths;
  }

  private static void signIn(Person person) {
    var browser = person.browser();
    browser.get("/sign-in");
    var fields =
        List.of("name", person.name(), "passphrase", person.passphrase(), "code", person.code(1));
    assertThat(browser.post("/sign-in", fields.toArray(String[]::new)).status()).isEqualTo(303);
  }

  /** A person who told something, and a caseworker whom they let read it. */
  private record Scene(Person person, Person staff, String caseId) {

    private static final Pattern CASE = Pattern.compile("/cases/([0-9a-f]{32})/consent");
    private static final Pattern CHOICE =
        Pattern.compile("value=\"([0-9a-f]{32})\"[^/]*N\\. heron");
    private static final Pattern ROW = Pattern.compile("(?s)<li><span>.*?</li>");

    static Scene in(TestNode node) {
      var keeper = Founder.found(node, "keeper");
      var person = Founder.invite(node, keeper, "person", "swallow");
      var staff = Founder.invite(node, keeper, "caseworker", "heron");
      keeper.browser().get("/members");
      signIn(person);
      signIn(staff);
      person.browser().get("/tell");
      var told = person.browser().post("/tell", "words", "He called again", "language", "en");
      var found = CASE.matcher(told.location());
      assertThat(found.matches()).isTrue();
      var people = "/cases/" + found.group(1) + "/people";
      var choice = CHOICE.matcher(person.browser().get(people).body());
      assertThat(choice.find()).isTrue();
      person.browser().post(people, "member", choice.group(1));
      return new Scene(person, staff, found.group(1));
    }

    /** The lines of "who looked", as the person reads them. */
    List<String> looks() {
      if (person.browser().get("/account").status() == 303) {
        signIn(person);
      }
      var page = person.browser().get("/cases/" + caseId + "/people");
      return ROW.matcher(page.body())
          .results()
          .map(row -> new TestBrowser.Answer(200, row.group(), page.headers()).text())
          .toList();
    }
  }
}
