package org.vigie.matching.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vigie.matching.band.BandedTextIndex;
import org.vigie.testkit.Trials;

class FormulaTest {

  private static final int HOLDERS = 20;
  private static final int LEAST = 20;
  private static final int BANDS = 64;

  private static final List<Supplier<TextIndex>> INDEXES =
      List.of(ExactTextIndex::new, BandedTextIndex::new);

  @Test
  void one_holder_more_makes_a_formula_whatever_a_reader_remembers() {
    for (var indexes : INDEXES) {
      var random = RandomGeneratorFactory.of("L64X128MixRandom").create(12);
      var greeting = SomeFragments.some(random, 40, Integer.MAX_VALUE);
      var index = indexes.get();
      var reader = index.reader();
      for (var holder = 1; holder <= HOLDERS; holder++) {
        index.add(greeting.and(own(random)));
        assertThat(reader.isFormula(greeting, LEAST))
            .as("%d holders", holder)
            .isEqualTo(holder == HOLDERS);
        assertThat(reader.isFormula(greeting, LEAST)).isEqualTo(holder == HOLDERS);
      }
    }
  }

  @Test
  void what_is_left_beside_a_formula_counts() {
    for (var indexes : INDEXES) {
      var random = RandomGeneratorFactory.of("L64X128MixRandom").create(13);
      var greeting = SomeFragments.some(random, 30, Integer.MAX_VALUE);
      var index = indexes.get();
      for (var text = 0; text < 22 * HOLDERS; text++) {
        index.add(text < 2 * HOLDERS ? greeting.and(own(random)) : own(random));
      }
      var reader = index.reader();
      for (var besides = 5; besides <= 30; besides += 5) {
        var shared = greeting.and(SomeFragments.some(random, besides, Integer.MAX_VALUE));
        assertThat(reader.isFormula(shared, LEAST))
            .as("%d fragments besides", besides)
            .isEqualTo(besides < LEAST);
      }
    }
  }

  @Test
  void eight_hold_one_among_thousands_and_more_where_there_are_few_or_very_many() {
    assertThat(IntStream.of(0, 5000, 6500, 7999, 8000, 1_000_000).map(Formula::fewest))
        .containsExactly(20, 20, 14, 9, 8, 8);
    assertThat(IntStream.of(5000, 20_000, 22_500, 100_000).map(FormulaTest::enough))
        .containsExactly(20, 8, 9, 40);
    for (var indexes : INDEXES) {
      var random = RandomGeneratorFactory.of("L64X128MixRandom").create(17);
      var greeting = SomeFragments.some(random, 30, Integer.MAX_VALUE);
      var index = indexes.get();
      for (var text = 0; text < 10_000; text++) {
        index.add(own(random));
      }
      var reader = index.reader();
      for (var holder = 1; holder <= 8; holder++) {
        index.add(greeting.and(own(random)));
        assertThat(reader.isFormula(greeting, LEAST))
            .as("%d holders", holder)
            .isEqualTo(holder == 8);
      }
    }
  }

  private static int enough(int documents) {
    var counts = FragmentCounts.roomFor(0);
    for (var document = 0; document < documents; document++) {
      counts.add(Fragments.NONE);
    }
    return Formula.enough(counts);
  }

  private static Fragments own(RandomGenerator random) {
    return SomeFragments.some(random, 30, Integer.MAX_VALUE);
  }

  @Test
  void votes_read_apart_add_up_to_those_read_in_one_place() {
    Trials.forAll(
        200,
        120,
        (random, size) -> {
          var part = SomeFragments.some(random, 1 + random.nextInt(60), Integer.MAX_VALUE);
          var texts = new ArrayList<Fragments>();
          var counts = FragmentCounts.roomFor(size);
          for (var i = 0; i < size; i++) {
            texts.add(someOf(part, random).and(own(random)));
            counts.add(texts.getLast());
          }
          var here = new FormulaVotes(counts, part);
          var apart = new FormulaVotes(counts, part);
          Map<Long, Long> votes = new HashMap<>();
          for (var text : texts) {
            here.readMet(text.risen(), text.size(), Owners.NOBODY, BANDS);
            var held = apart.held(text.risen(), text.size());
            votes.merge(held, (long) apart.vote(held, text.size(), BANDS), Long::sum);
          }
          votes.forEach(apart::add);
          assertThat(apart.worth()).isEqualTo(here.worth());
        });
  }

  private static Fragments someOf(Fragments part, RandomGenerator random) {
    var one = new int[] {part.token(random.nextInt(part.size()))};
    return random.nextInt(3) == 0 ? part.without(Fragments.of(one)) : part;
  }

  @Test
  void what_bands_hardly_meet_stands_for_what_they_miss_but_not_for_more_than_two() {
    var random = RandomGeneratorFactory.of("L64X128MixRandom").create(16);
    var part = SomeFragments.some(random, 20, Integer.MAX_VALUE);
    var votes = new FormulaVotes(FragmentCounts.roomFor(0), part);
    var held = votes.held(part.risen(), part.size());
    var one = votes.vote(held, part.size(), BANDS);
    assertThat(votes.vote(held, 2 * part.size(), BANDS)).isEqualTo(one);
    // A share of one in seven is met in one of 64 bands with a probability of 0.73
    assertThat(votes.vote(held, 140, BANDS)).isBetween(one * 4 / 3, one * 7 / 5);
    assertThat(votes.vote(held, 100 * part.size(), BANDS)).isEqualTo(2 * one);
  }

  @Test
  void all_that_one_owner_holds_is_one_vote() {
    var random = RandomGeneratorFactory.of("L64X128MixRandom").create(14);
    var part = SomeFragments.some(random, 40, Integer.MAX_VALUE);
    var counts = FragmentCounts.roomFor(0);
    var owned = new FormulaVotes(counts, part);
    for (var text = 0; text < 10 * HOLDERS; text++) {
      owned.read(part.risen(), part.size(), text % (HOLDERS - 1));
    }
    assertThat(owned.worth()).isZero();
    owned.read(part.risen(), part.size(), HOLDERS);
    assertThat(owned.worth()).isPositive();
  }

  @Test
  void asks_about_no_more_fragments_than_a_formula_has() {
    var random = RandomGeneratorFactory.of("L64X128MixRandom").create(15);
    var part = SomeFragments.some(random, 65, Integer.MAX_VALUE);
    var counts = FragmentCounts.roomFor(0);
    for (var text = 0; text < 2 * HOLDERS; text++) {
      counts.add(part);
    }
    assertThat(new Formula(counts, part).isLikely()).isFalse();
    assertThatThrownBy(() -> new FormulaVotes(counts, part))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
