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

  @Test
  void J4_two_people_reached_by_one_caller_meet_and_neither_sees_the_case_of_the_other()
      throws Exception {
    try (var node = TurnedNode.start(home);
        var keeper = Resident.found(node, "lantern")) {
      var first = Side.of(keeper, "swallow");
      var second = Side.of(keeper, "linden");
      first.wasCalledFrom("+33 6 39 98 40 17");
      second.wasCalledFrom("0033 (0)6.39.98.40.17");
      for (var side : new Side[] {first, second}) {
        side.helper().walk().to(side.path("/links")).look("J4-what-takes-part");
        side.compared();
      }
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
