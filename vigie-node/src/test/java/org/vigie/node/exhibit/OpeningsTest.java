package org.vigie.node.exhibit;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.vigie.kernel.Language;
import org.vigie.kernel.MemberId;
import org.vigie.node.shell.Messages;
import org.vigie.register.Author;

/** How many openings have no reason, and how the story of an exhibit says so. */
class OpeningsTest {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Author ONE = new Author.Member(MemberId.random(RANDOM));
  private static final Author OTHER = new Author.Member(MemberId.random(RANDOM));

  private static Exhibit.Step step(String at, Author by, String action) {
    var purpose = action.equals("reason") ? "support" : "";
    var noted = new CustodyNoted("e", action, purpose, "", "");
    return new Exhibit.Step(Instant.parse("2026-03-" + at + ":00Z"), by, noted);
  }

  private static Exhibit.Step opened(String at, Author by) {
    return step(at, by, "opened");
  }

  private static Exhibit.Step reason(String at, Author by) {
    return step(at, by, "reason");
  }

  private static int count(Exhibit.Step... custody) {
    return Openings.withoutReason(List.of(custody));
  }

  @Test
  void a_reason_of_one_reader_is_none_of_another() {
    assertThat(count(opened("01T09:00", ONE), opened("01T10:00", OTHER))).isEqualTo(2);
    assertThat(count(opened("01T09:00", ONE), opened("01T10:00", OTHER), reason("01T10:01", OTHER)))
        .isEqualTo(1);
    assertThat(count(reason("01T10:01", OTHER))).isZero();
  }

  @Test
  void a_reason_belongs_to_what_its_author_opened_last() {
    assertThat(count(opened("01T09:00", ONE), opened("02T09:00", ONE), reason("02T09:01", ONE)))
        .isEqualTo(1);
    assertThat(count(opened("01T09:00", ONE), reason("02T09:00", ONE))).isZero();
    assertThat(count(opened("01T09:00", ONE), reason("01T09:01", ONE), opened("02T09:00", ONE)))
        .isEqualTo(1);
  }

  @Test
  void a_reason_may_come_first_on_the_day_of_the_opening() {
    assertThat(count(reason("01T08:59", ONE), opened("01T09:00", ONE))).isZero();
    assertThat(count(reason("01T08:59", ONE), opened("02T09:00", ONE))).isEqualTo(1);
  }

  @Test
  void other_steps_are_no_openings() {
    assertThat(count(step("01T09:00", ONE, "downloaded"), step("01T09:01", ONE, "prepared")))
        .isZero();
  }

  @Test
  void the_story_counts_openings_without_a_reason_though_another_has_one() throws Exception {
    var none = new Scene().receive("note.txt", "salam");
    var both = none.with(opened("01T09:00", ONE)).with(opened("01T10:00", OTHER));
    var one = both.with(reason("01T10:01", OTHER));
    var neither = one.with(reason("01T10:02", ONE));
    assertThat(gaps(both, Language.EN)).contains("2 openings are without a reason");
    assertThat(gaps(both, Language.FR)).contains("2 ouvertures sont sans raison");
    assertThat(gaps(one, Language.EN)).contains("One opening is without a reason");
    assertThat(gaps(one, Language.FR)).contains("Une ouverture est sans raison");
    for (var exhibit : List.of(none, neither)) {
      assertThat(gaps(exhibit, Language.EN)).doesNotContain("without a reason");
      assertThat(gaps(exhibit, Language.FR)).doesNotContain("sans raison");
    }
  }

  private static String gaps(Exhibit exhibit, Language language) {
    var scope = CustodyStory.Scope.ofCase(List.of(exhibit));
    var story = new CustodyStory(Messages.load(), language, _ -> "person", scope);
    return story.of(exhibit, List.of()).gaps().stream()
        .map(CustodyStory.Line::words)
        .collect(Collectors.joining("\n"));
  }
}
