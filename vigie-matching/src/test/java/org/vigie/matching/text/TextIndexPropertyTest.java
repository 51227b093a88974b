package org.vigie.matching.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.vigie.matching.band.BandedTextIndex;
import org.vigie.testkit.Trials;

class TextIndexPropertyTest {

  private static final List<Supplier<TextIndex>> INDEXES =
      List.of(ExactTextIndex::new, BandedTextIndex::new, BandedTextIndex::gathering);

  /** Below the number from which frequent fragments count less. */
  private static final int FEW = 18;

  @Test
  void the_exact_index_answers_what_brute_force_answers() {
    Trials.forAll(
        FEW,
        (random, size) -> {
          var sets = SomeFragments.sets(random, size).stream().distinct().toList();
          var index = new ExactTextIndex();
          sets.forEach(index::add);
          var threshold = 0.05 + random.nextDouble() * 0.9;
          for (var asked : some(sets)) {
            assertThat(index.query(asked, threshold))
                .isEqualTo(SomeFragments.bruteForce(sets, asked, threshold));
          }
        });
  }

  @Test
  void the_banded_index_answers_the_same_and_misses_hardly_any() {
    var likely = new int[2];
    var certain = new int[2];
    Trials.forAll(
        FEW,
        (random, size) -> {
          var sets = SomeFragments.sets(random, size).stream().distinct().toList();
          var index = new BandedTextIndex();
          sets.forEach(index::add);
          for (var asked : some(sets)) {
            count(index.query(asked, 0.3), SomeFragments.bruteForce(sets, asked, 0.3), likely);
            count(index.query(asked, 0.5), SomeFragments.bruteForce(sets, asked, 0.5), certain);
          }
        });
    assertThat((double) likely[0] / likely[1]).isGreaterThan(0.999);
    assertThat((double) certain[0] / certain[1]).isGreaterThan(0.9995);
  }

  /** The last ones: the copies are among them. */
  private static List<Fragments> some(List<Fragments> sets) {
    return sets.subList(Math.max(0, sets.size() - 8), sets.size());
  }

  private static void count(List<Overlap> found, List<Overlap> truth, int[] counts) {
    assertThat(truth).containsAll(found);
    counts[0] += found.size();
    counts[1] += truth.size();
  }

  @Test
  void the_order_of_adding_changes_nothing() {
    Trials.forAll(
        FEW - 5,
        (random, size) -> {
          var sets = SomeFragments.sets(random, size);
          for (var indexes : INDEXES) {
            var index = indexes.get();
            var backwards = indexes.get();
            sets.forEach(index::add);
            sets.reversed().forEach(backwards::add);
            for (var asked : some(sets)) {
              assertThat(scores(index.query(asked, 0.2)))
                  .isEqualTo(scores(backwards.query(asked, 0.2)));
            }
          }
        });
  }

  private static List<Double> scores(List<Overlap> overlaps) {
    return overlaps.stream().map(Overlap::score).toList();
  }

  @Test
  void the_very_same_fragments_are_one_document() {
    Trials.forAll(
        30,
        (random, size) -> {
          var sets = SomeFragments.sets(random, size).stream().distinct().toList();
          for (var indexes : INDEXES) {
            var index = indexes.get();
            for (var round = 0; round < 3; round++) {
              for (var i = 0; i < sets.size(); i++) {
                assertThat(index.add(sets.get(i))).isEqualTo(i);
              }
            }
            assertThat(index.size()).isEqualTo(sets.size());
            assertThat(index.fragments(size / 2 % sets.size()))
                .isEqualTo(sets.get(size / 2 % sets.size()));
          }
        });
  }

  @Test
  void an_outline_never_hides_what_is_shared() {
    Trials.forAll(
        400,
        (random, size) -> {
          var one = SomeFragments.some(random, size, 500);
          var other = SomeFragments.some(random, 1 + random.nextInt(400), 500);
          var threshold = 0.01 + random.nextDouble() * 0.99;
          var scorer = new Scorer(FragmentCounts.roomFor(0), one, threshold);
          if (scorer.isLike(other.tokens(), other.size())) {
            assertThat(scorer.mayReach(other)).isTrue();
          }
        });
  }

  @Test
  void counts_are_wrong_by_some_tens_at_most() {
    var random = java.util.random.RandomGeneratorFactory.of("L64X128MixRandom").create(8);
    var counts = FragmentCounts.roomFor(20_000);
    var often = SomeFragments.some(random, 10, Integer.MAX_VALUE);
    for (var i = 0; i < 20_000; i++) {
      counts.add(SomeFragments.some(random, 50, Integer.MAX_VALUE));
      if (i % 10 == 0) {
        counts.add(often);
      }
    }
    assertThat(counts.count(often.token(0))).isBetween(1960, 2040);
    assertThat(counts.worths(often)[0]).isBetween(0.05, 0.2);
    for (var worth : counts.worths(SomeFragments.some(random, 50, Integer.MAX_VALUE))) {
      assertThat(worth).isGreaterThan(0.99);
    }
  }
}
