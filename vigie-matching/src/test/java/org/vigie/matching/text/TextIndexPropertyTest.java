package org.vigie.matching.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.vigie.testkit.Trials;

class TextIndexPropertyTest {

  @Test
  void the_exact_index_answers_what_brute_force_answers() {
    Trials.forAll(
        60,
        (random, size) -> {
          var sets = sets(random, size);
          var index = new ExactTextIndex();
          sets.forEach(index::add);
          var threshold = 0.05 + random.nextDouble() * 0.9;
          for (var asked : sets) {
            assertThat(index.query(asked, threshold)).isEqualTo(bruteForce(sets, asked, threshold));
          }
        });
  }

  @Test
  void the_banded_index_misses_hardly_any_of_them() {
    var likely = new int[2];
    var certain = new int[2];
    Trials.forAll(
        60,
        (random, size) -> {
          var sets = sets(random, size);
          var index = new BandedTextIndex();
          sets.forEach(index::add);
          for (var asked : sets) {
            likely[0] += index.query(asked, 0.3).size();
            likely[1] += bruteForce(sets, asked, 0.3).size();
            certain[0] += index.query(asked, 0.5).size();
            certain[1] += bruteForce(sets, asked, 0.5).size();
          }
        });
    System.err.printf(
        "banded recall: %d of %d at 0.3, %d of %d at 0.5%n",
        likely[0], likely[1], certain[0], certain[1]);
    assertThat((double) likely[0] / likely[1]).isGreaterThan(0.995);
    assertThat((double) certain[0] / certain[1]).isGreaterThan(0.9995);
  }

  @Test
  void the_order_of_adding_changes_nothing() {
    Trials.forAll(
        40,
        (random, size) -> {
          var sets = sets(random, size);
          for (var index : List.of(new ExactTextIndex(), new BandedTextIndex())) {
            sets.forEach(index::add);
            var backwards =
                index instanceof ExactTextIndex ? new ExactTextIndex() : new BandedTextIndex();
            sets.reversed().forEach(backwards::add);
            for (var asked : sets) {
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
  void parity_never_hides_a_shared_fragment() {
    Trials.forAll(
        300,
        (random, size) -> {
          var one = some(random, size, 500);
          var other = some(random, size, 500);
          assertThat(one.atMostShared(other)).isGreaterThanOrEqualTo(one.shared(other));
        });
  }

  private static List<Overlap> bruteForce(List<Fragments> sets, Fragments asked, double threshold) {
    var counts = new FragmentCounts();
    sets.forEach(counts::add);
    var found = new ArrayList<Overlap>();
    for (var i = 0; i < sets.size(); i++) {
      var overlap = counts.overlap(i, asked, sets.get(i));
      if (overlap.score() >= threshold) {
        found.add(overlap);
      }
    }
    found.sort(BandedTextIndex.BEST_FIRST);
    return found;
  }

  /** Sets of which many are changed copies of others. */
  private static List<Fragments> sets(RandomGenerator random, int size) {
    var sets = new ArrayList<Fragments>();
    for (var i = 0; i < size; i++) {
      if (i > 0 && random.nextInt(3) > 0) {
        sets.add(changed(sets.get(random.nextInt(i)), random));
      } else {
        sets.add(some(random, 20 + random.nextInt(60), Integer.MAX_VALUE));
      }
    }
    return sets;
  }

  private static Fragments changed(Fragments set, RandomGenerator random) {
    var tokens = set.tokens();
    var oneIn = 2 + random.nextInt(8);
    for (var i = 0; i < tokens.length; i++) {
      tokens[i] = random.nextInt(oneIn) == 0 ? scattered(random.nextInt()) : tokens[i];
    }
    return Fragments.of(tokens);
  }

  private static Fragments some(RandomGenerator random, int size, int bound) {
    var tokens = new int[size];
    for (var i = 0; i < size; i++) {
      tokens[i] = scattered(random.nextInt(bound));
    }
    return Fragments.of(tokens);
  }

  private static int scattered(int value) {
    return (int) ((value * 0x9E3779B97F4A7C15L) >>> 16);
  }
}
