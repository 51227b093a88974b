package org.vigie.matching.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.vigie.kernel.PartialDate;
import org.vigie.matching.sequence.SequenceReading.Seen;

class SequencesTest {

  private final Sequences sequences = Sequences.shipped();

  private static Observation at(
      @Nullable String when, String id, String act, Reached reached, Asked asked) {
    return new Observation(id, act, reached, asked, when == null ? null : new PartialDate(when));
  }

  private static Observation visited(@Nullable String when) {
    return at(when, "v", "proxy-relative-questioned", Reached.RELATIVE, Asked.INFORMATION);
  }

  private static Observation questions(@Nullable String when) {
    return at(when, "q", "proxy-relayed-message", Reached.THROUGH_RELATIVES, Asked.INFORMATION);
  }

  private static Observation contact(@Nullable String when) {
    return at(when, "c", "surveil-knowledge", Reached.PERSON, Asked.MEETING);
  }

  private SequenceReading read(Observation... observations) {
    return sequences.read(List.of(observations));
  }

  private static List<Step> steps(SequenceReading reading) {
    return reading.steps().stream().map(Seen::step).toList();
  }

  @Test
  void S3_15_warns_when_the_family_was_approached() {
    var reading = read(visited("2026-01-10"));
    assertThat(reading.warning().orElseThrow().reasons())
        .containsExactly(new SequenceReading.Reason(Step.FAMILY_APPROACHED, List.of("v")));
    assertThat(reading.reached().stage()).isEqualTo(1);
  }

  @Test
  void S3_15_warns_at_odd_questions_and_stops_at_the_first_direct_contact() {
    var early = read(visited("2026-01"), questions("2026-02-10"));
    assertThat(early.warning().orElseThrow().reasons()).hasSize(2);
    assertThat(early.reached().stage()).isEqualTo(2);
    var later = read(visited("2026-01"), questions("2026-02-10"), contact("2026-03-02"));
    assertThat(later.warning()).isEmpty();
    assertThat(later.spoken()).isTrue();
    assertThat(steps(later))
        .containsExactly(Step.FAMILY_APPROACHED, Step.ODD_QUESTIONS, Step.DIRECT_CONTACT);
  }

  @Test
  void S3_8_knows_the_family_was_approached_a_year_before_the_first_message() {
    var reading = read(visited("2024"), contact("2026-03-02"));
    assertThat(steps(reading))
        .containsExactly(Step.FAMILY_APPROACHED, Step.SILENCE, Step.DIRECT_CONTACT);
    assertThat(reading.steps().get(1).incidents()).isEmpty();
    assertThat(reading.reached().stage()).isEqualTo(3);
  }

  @Test
  void S2_1_a_single_demand_to_watch_others_is_no_order() {
    var demand = at("2026-01-15", "d", "recruit-informant", Reached.PERSON, Asked.SPYING);
    assertThat(read(demand).spoken()).isFalse();
    var after = read(visited("2025-11-03"), demand);
    assertThat(after.spoken()).isTrue();
    assertThat(steps(after)).containsExactly(Step.FAMILY_APPROACHED, Step.DEMAND);
  }

  @Test
  void says_nothing_of_ordinary_family_life_and_crime() {
    var asks = at("2026-01-10", "a", "", Reached.THROUGH_RELATIVES, Asked.RETURN);
    var ill = at("2026-02-10", "b", "", Reached.RELATIVE, Asked.NOTHING);
    var fraud = at("2026-03-10", "c", "digital-phishing", Reached.PERSON, Asked.MONEY);
    var reading = read(asks, ill, fraud);
    assertThat(reading.spoken()).isFalse();
    assertThat(reading.warning()).isEmpty();
    assertThat(read().spoken()).isFalse();
  }

  @Test
  void an_undated_contact_ends_the_warning_and_gets_no_place() {
    var reading = read(visited("2026-01-10"), contact(null));
    assertThat(reading.warning()).isEmpty();
    assertThat(steps(reading)).containsExactly(Step.FAMILY_APPROACHED);
    assertThat(reading.unplaced())
        .containsExactly(new Seen(Step.DIRECT_CONTACT, List.of("c"), Gap.UNKNOWN));
    assertThat(reading.reached().stage()).isEqualTo(3);
  }

  @Test
  void what_was_told_last_but_happened_first_stands_first() {
    assertThat(steps(read(contact("2026-03-02"), visited("2026-01-10"))))
        .containsExactly(Step.FAMILY_APPROACHED, Step.DIRECT_CONTACT);
    assertThat(steps(read(contact("2026-01-02"), visited("2026-02-10"))))
        .containsExactly(Step.DIRECT_CONTACT, Step.FAMILY_APPROACHED);
  }

  @Test
  void dates_that_overlap_leave_the_order_open() {
    assertThat(read(visited("2026"), contact("2026-03-02")).reached().open()).isTrue();
    assertThat(read(visited("2025"), contact("2026-03-02")).reached().open()).isFalse();
    assertThat(read(visited("2026-03-02T10:00"), contact("2026-03-02T11:00")).reached().open())
        .isFalse();
  }

  @Test
  void claims_no_silence_where_something_undated_may_lie() {
    var reading = read(visited("2024"), contact("2026-03-02"), questions(null));
    assertThat(steps(reading)).doesNotContain(Step.SILENCE);
  }

  @Test
  void asks_about_incidents_that_say_too_little() {
    var reading =
        read(visited("2026-01-10"), at("2026-02-10", "x", "", Reached.UNKNOWN, Asked.UNKNOWN));
    assertThat(reading.unsure()).containsExactly("x");
    assertThat(reading.warning()).isPresent();
  }

  @Test
  void ten_calls_of_one_evening_are_not_ten_times_the_evidence() {
    var once = read(visited("2026-01-10"), contact("2026-02-01"));
    var calls = new ArrayList<>(List.of(visited("2026-01-10")));
    IntStream.range(0, 10)
        .forEach(i ->
            calls.add(
                at("2026-02-01", "c" + i, "surveil-knowledge", Reached.PERSON, Asked.MEETING)));
    assertThat(sequences.read(calls).better()).isEqualTo(once.better());
    assertThat(sequences.read(calls).steps().getLast().incidents()).hasSize(10);
  }

  @Test
  void the_same_incidents_give_the_same_reading_in_whatever_order_they_are_given() {
    var many = new ArrayList<Observation>();
    for (var asked : Asked.values()) {
      many.add(at("2025", "t" + asked, "threat-death", Reached.PERSON, asked));
      many.add(at("2025", "r" + asked, "recruit-data", Reached.PERSON, asked));
    }
    many.add(visited("2024-05-01"));
    var one = sequences.read(many);
    Collections.reverse(many);
    assertThat(sequences.read(many)).isEqualTo(one);
  }

  @Test
  void the_model_is_whole_and_names_its_version() {
    assertThat(StepModel.shipped().version()).isEqualTo("steps-1");
    assertThat(StepModel.shipped().usuallyAfter(Step.FAMILY_APPROACHED, 2))
        .containsExactly(Step.ODD_QUESTIONS, Step.DIRECT_CONTACT);
  }

  @Test
  void two_cases_align_by_their_steps_and_the_time_between() {
    var one = read(visited("2026-01-10"), questions("2026-02-10"), contact("2026-03-02")).steps();
    var late = read(visited("2024-01-10"), contact("2025-03-02")).steps();
    assertThat(StepAlignment.of(one, one).score()).isEqualTo(1);
    var between = StepAlignment.of(one, late);
    assertThat(between.pairs())
        .extracting(StepAlignment.Pair::step)
        .containsExactly(Step.FAMILY_APPROACHED, Step.DIRECT_CONTACT);
    assertThat(between.score()).isBetween(0.1, 0.9);
    assertThat(StepAlignment.of(late, one).score()).isEqualTo(between.score());
    assertThat(StepAlignment.of(one, List.of()).score()).isZero();
  }
}
