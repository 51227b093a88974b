package org.vigie.e2e;

import com.microsoft.playwright.options.SelectOption;
import java.time.Duration;

/** Someone with a case of their own, and who accompanies them. */
record Side(Resident person, Resident helper, String file) {

  /** Both come to the house; the person tells, agrees to be compared and counted, lets in. */
  static Side of(Resident keeper, String name) {
    var node = (TurnedNode) keeper.node();
    var person = keeper.invite(name, "Person");
    var helper = keeper.invite(name + "-helper", "Caseworker");
    keeper.walk().to("/members");
    person.walk().to("/tell").fill("In your own words", "Someone called me at night.");
    person.walk().press("Keep this and go on");
    person.walk().to("/cases");
    person.walk().followFirst("a[href^='/cases/']");
    var file = person.walk().page.url().replaceFirst(".*/cases/", "");
    var side = new Side(person, helper, file);
    person.walk().to(side.path("/consent"));
    person.walk().page.locator("input[name='answer.keep'][value=yes]").check();
    person.walk().page.getByText("More questions, now or another day").click();
    for (var question : new String[] {"match", "statistics"}) {
      person.walk().page.locator("input[name='answer." + question + "'][value=yes]").check();
    }
    person.walk().press("Keep these answers");
    node.later(Duration.ofSeconds(31));
    person.enter();
    person.walk().to(side.path("/people"));
    var whom = person.walk().page.getByLabel("Who?").first();
    whom.selectOption(new SelectOption().setLabel("N. " + name + "-helper"));
    person.walk().press("Give them a key");
    node.later(Duration.ofSeconds(31));
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
  }

  /** The helper has read what waits, and lets it be compared. */
  void compared() {
    helper.walk().to(path("/links")).press("I have read it; it may be compared");
  }

  void yes(Resident who) {
    who.walk().to(path("/links")).tick("Yes").press("Keep this answer");
  }
}
