package org.vigie.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class LinkAndIntroductionTest {

  @TempDir private Path home = Path.of("");

  /** Someone with a case of their own, and who accompanies them. */
  private record Side(Resident person, Resident helper, String file) {

    static Side of(Resident keeper, String name) {
      var person = keeper.invite(name, "Person");
      var helper = keeper.invite(name + "-helper", "Caseworker");
      keeper.walk().to("/members");
      person.walk().to("/tell").fill("In your own words", "Someone called me at night.");
      person.walk().press("Keep this and go on");
      person.walk().to("/cases");
      person.walk().page.locator("main a[href^='/cases/']").first().click();
      var file = person.walk().page.url().replaceFirst(".*/cases/", "");
      var side = new Side(person, helper, file);
      person.walk().to(side.path("/consent"));
      person.walk().page.locator("input[name='answer.keep'][value=yes]").check();
      person.walk().page.getByText("More questions, now or another day").click();
      person.walk().page.locator("input[name='answer.match'][value=yes]").check();
      person.walk().press("Keep these answers");
      ((TurnedNode) person.node()).later(Duration.ofSeconds(31));
      person.enter();
      person.walk().to(side.path("/people"));
      var whom = person.walk().page.getByLabel("Who?").first();
      whom.selectOption(
          new com.microsoft.playwright.options.SelectOption().setLabel("N. " + name + "-helper"));
      person.walk().press("Give them a key");
      ((TurnedNode) person.node()).later(Duration.ofSeconds(31));
      helper.enter();
      return side;
    }

    String path(String below) {
      return "/cases/" + file + below;
    }

    void wasCalledFrom(String number) {
      person.walk().to(path("/incidents/new"));
      person.walk().page.locator("textarea[name=original]").fill("He called from " + number);
      person.walk().submit();
      helper.walk().to(path("/links")).look("J4-what-takes-part");
      helper.walk().press("I have read it; it may be compared");
    }

    void yes(Resident who) {
      who.walk().to(path("/links")).tick("Yes").press("Keep this answer");
    }
  }

  @Test
  void J4_two_people_reached_by_one_caller_meet_and_neither_sees_the_case_of_the_other()
      throws Exception {
    try (var node = TurnedNode.start(home);
        var keeper = Resident.found(node, "lantern")) {
      var first = Side.of(keeper, "swallow");
      var second = Side.of(keeper, "linden");
      first.wasCalledFrom("+33 6 39 98 40 17");
      second.wasCalledFrom("0033 (0)6.39.98.40.17");
      node.later(Duration.ofDays(16));
      for (var one : new Resident[] {keeper, first.person(), first.helper(), second.person()}) {
        one.enter();
      }
      node.later(Duration.ofSeconds(31));
      second.helper().enter();
      keeper.walk().to("/links").look("J4-keeper").sees("A link is proposed between two cases");
      keeper.walk().seesNot("39 98").seesNot("swallow").seesNot("linden");
      keeper.walk().tick("Yes: ask the side").press("Keep this decision");
      first.helper().walk().to(first.path("/links")).look("J4-notice").sees("same telephone");
      second.helper().walk().to(second.path("/links")).sees("Nothing to tell");
      first.yes(first.helper());
      first.yes(first.person());
      second.yes(second.helper());
      second.yes(second.person());
      talk(first, second);
    }
  }

  private static void talk(Side first, Side second) {
    var here = second.person().walk();
    here.to(second.path("/links")).follow("Go to the introduction");
    var introduction = here.page.url().replaceFirst(".*(/introductions/)", "$1");
    here.fill("Your message", "Did he also speak of the institute?").press("Write it to the other");
    var there = first.person().walk();
    there.to(introduction).look("J4-introduction").sees("Did he also speak of the institute?");
    there.to(second.path("")).sees("There is nothing at this address");
    here.to(first.path("")).sees("There is nothing at this address");
    assertThat(introduction).doesNotContain(first.file()).doesNotContain(second.file());
  }
}
