package org.vigie.matching.band;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.matching.text.Fragments;
import org.vigie.matching.text.SomeFragments;
import org.vigie.matching.text.TextIndex;
import org.vigie.testkit.Trials;

class BandedTextIndexPropertyTest {

  private static final MinHashes ALL = new MinHashes(0, MinHashes.COUNT);

  @Test
  void freezing_and_joining_segments_changes_no_answer() {
    Trials.forAll(
        150,
        (random, size) -> {
          var sets = SomeFragments.sets(random, size);
          var store = new HeapFragments();
          var counted = 1 << random.nextInt(1, 9);
          var freezing = BandedTextIndex.freezingAfter(2, counted, store);
          var growing = BandedTextIndex.over(new HeapFragments(), counted);
          var gathering = BandedTextIndex.gathering(counted);
          for (var set : sets) {
            assertThat(freezing.add(set)).isEqualTo(growing.add(set)).isEqualTo(gathering.add(set));
          }
          var rebuilt = BandedTextIndex.over(store, counted);
          var threshold = 0.1 + random.nextDouble() * 0.7;
          for (var asked : some(sets, size)) {
            assertThat(freezing.query(asked, threshold))
                .isEqualTo(growing.query(asked, threshold))
                .isEqualTo(gathering.query(asked, threshold))
                .isEqualTo(rebuilt.query(asked, threshold));
          }
        });
  }

  private static List<Fragments> some(List<Fragments> sets, int size) {
    return size < 10 ? sets : sets.subList(size - 10, size);
  }

  @Test
  void goes_on_after_being_rebuilt_from_fragments() {
    Trials.forAll(
        100,
        (random, size) -> {
          var sets = SomeFragments.sets(random, 2 * size);
          var store = new HeapFragments();
          var counted = 1 << random.nextInt(1, 9);
          var before = BandedTextIndex.freezingAfter(8, counted, store);
          sets.subList(0, size).forEach(before::add);
          var after = BandedTextIndex.over(store, counted);
          var never = BandedTextIndex.over(new HeapFragments(), counted);
          sets.subList(0, size).forEach(never::add);
          for (var set : sets.subList(size, sets.size())) {
            assertThat(after.query(set, 0.3)).isEqualTo(never.query(set, 0.3));
            assertThat(after.add(set)).isEqualTo(never.add(set));
          }
        });
  }

  @Test
  void a_short_question_finds_documents_longer_than_any_before() {
    Trials.forAll(
        30,
        (random, size) -> {
          var index = BandedTextIndex.gathering();
          var document = SomeFragments.some(random, 300 + 4 * size, Integer.MAX_VALUE);
          index.add(document);
          var part = Arrays.copyOf(document.tokens(), document.size() * 2 / 3);
          assertThat(index.query(Fragments.of(part), 0.5)).hasSize(1);
        });
  }

  @Test
  void several_readers_answer_what_one_answers() {
    Trials.forAll(
        60,
        (random, size) -> {
          var sets = SomeFragments.sets(random, size);
          var index = BandedTextIndex.gathering();
          sets.forEach(index::add);
          index.settle();
          var numbers = sets.stream().map(index::add).toList();
          var together =
              numbers.parallelStream()
                  .map(index::fragments)
                  .map(set -> index.reader().query(set, 0.3, TextIndex.EVERY))
                  .toList();
          var alone = new ArrayList<>();
          sets.forEach(set -> alone.add(index.query(set, 0.3)));
          assertThat(together).isEqualTo(alone);
        });
  }

  @Test
  void a_plan_meets_what_is_right_at_the_threshold() {
    for (var percent = 40; percent <= 100; percent++) {
      var plan = BandPlan.of(percent / 100.0);
      assertThat(plan.hits()).as("%d percent", percent).isEqualTo(2);
      assertThat(missed(percent * percent / 1e4, plan)).as("%d percent", percent).isLessThan(3e-4);
    }
    assertThat(BandPlan.of(0.3)).isEqualTo(new BandPlan(MinHashes.BANDS, 1));
  }

  /** By adding up what may happen band by band. */
  private static double missed(double met, BandPlan plan) {
    var times = new double[plan.hits()];
    times[0] = 1;
    for (var band = 0; band < plan.bands(); band++) {
      for (var hit = times.length - 1; hit > 0; hit--) {
        times[hit] = times[hit] * (1 - met) + times[hit - 1] * met;
      }
      times[0] *= 1 - met;
    }
    return java.util.Arrays.stream(times).sum();
  }

  @Test
  void smallest_values_are_those_of_the_plain_definition() {
    Trials.forAll(
        300,
        (random, size) -> {
          var set = SomeFragments.some(random, size, Integer.MAX_VALUE).tokens();
          var all = new int[MinHashes.COUNT];
          var some = new int[16];
          ALL.of(set, set.length, all);
          new MinHashes(48, some.length).of(set, set.length, some);
          for (var i = 0; i < some.length; i++) {
            assertThat(some[i]).isEqualTo(all[48 + i]);
          }
          var one = new int[MinHashes.COUNT];
          var least = new int[MinHashes.COUNT];
          java.util.Arrays.fill(least, Integer.MAX_VALUE);
          for (var token : set) {
            ALL.of(new int[] {token}, 1, one);
            for (var i = 0; i < one.length; i++) {
              least[i] = Math.min(least[i], one[i]);
            }
          }
          assertThat(all).isEqualTo(least);
        });
  }
}
