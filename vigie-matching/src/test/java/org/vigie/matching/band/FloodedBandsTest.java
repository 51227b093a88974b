package org.vigie.matching.band;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.vigie.matching.text.Fragments;
import org.vigie.matching.text.SomeFragments;
import org.vigie.matching.text.TextIndex;

class FloodedBandsTest {

  private static final int TEXTS = 4000;

  private final RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(9);

  private Fragments own() {
    return SomeFragments.some(random, 50, Integer.MAX_VALUE);
  }

  private static Fragments variant(Fragments script, Fragments other) {
    var tokens = script.tokens();
    System.arraycopy(other.tokens(), 0, tokens, 0, 6);
    return Fragments.of(tokens);
  }

  @Test
  void a_flood_of_variants_does_not_slow_the_search_for_anything_else() {
    var index = BandedTextIndex.gathering();
    var asked = new ArrayList<Fragments>();
    for (var i = 0; i < TEXTS; i++) {
      var text = own();
      index.add(text);
      if (i % 40 == 0) {
        asked.add(text);
      }
    }
    index.settle();
    var before = looked(index, asked);
    var script = own();
    for (var i = 0; i < TEXTS; i++) {
      index.add(variant(script, own()));
    }
    index.settle();
    assertThat(looked(index, asked)).isLessThan(2 * before + asked.size());
    assertThat(index.query(script, 0.5)).hasSize(TEXTS);
  }

  private static int looked(BandedTextIndex index, Iterable<Fragments> asked) {
    var search = new BandSearch(index, false);
    var looked = 0;
    for (var text : asked) {
      assertThat(search.query(text, 0.5, TextIndex.EVERY)).hasSize(1);
      looked += search.looked();
    }
    return looked;
  }
}
