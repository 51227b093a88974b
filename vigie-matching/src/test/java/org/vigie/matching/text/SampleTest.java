package org.vigie.matching.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class SampleTest {

  @Test
  void all_up_to_the_limit_and_then_half_to_all_of_it() {
    assertThat(Sample.among(0, 100)).isEqualTo(Sample.ALL);
    assertThat(Sample.among(100, 100)).isEqualTo(Sample.ALL);
    assertThat(Sample.among(101, 100)).isEqualTo(new Sample(1));
    assertThat(Sample.among(200, 100)).isEqualTo(new Sample(1));
    assertThat(Sample.among(201, 100)).isEqualTo(new Sample(2));
    assertThat(Sample.among(1_600_000, Sample.MOST)).isEqualTo(new Sample(4));
  }

  @Test
  void each_halving_leaves_half_of_those_before_and_no_others() {
    var random = RandomGeneratorFactory.of("L64X128MixRandom").create(5);
    var held = new int[5];
    for (var i = 0; i < 16_000; i++) {
      var fragments = SomeFragments.some(random, 40, Integer.MAX_VALUE);
      for (var halvings = 0; halvings < held.length; halvings++) {
        var holds = new Sample(halvings).holds(fragments);
        held[halvings] += holds ? 1 : 0;
        assertThat(holds || !new Sample(halvings + 1).holds(fragments)).isTrue();
      }
    }
    for (var halvings = 0; halvings < held.length; halvings++) {
      assertThat(held[halvings]).isBetween((14_000 >> halvings), (16_000 >> halvings) * 9 / 8);
    }
  }

  @Test
  void worth_is_about_the_same_by_a_sample() {
    var random = RandomGeneratorFactory.of("L64X128MixRandom").create(6);
    var sample = new Sample(3);
    var all = FragmentCounts.roomFor(40_000);
    var some = FragmentCounts.roomFor(5_000, sample);
    var greeting = SomeFragments.some(random, 20, Integer.MAX_VALUE);
    for (var i = 0; i < 40_000; i++) {
      var own = SomeFragments.some(random, 20, Integer.MAX_VALUE);
      var text = i % 20 == 0 ? own.and(greeting) : own;
      all.add(text);
      if (sample.holds(text)) {
        some.add(text);
      }
    }
    assertThat(some.documents()).isBetween(4_000, 6_000);
    var exact = all.worths(greeting);
    var guessed = some.worths(greeting);
    for (var i = 0; i < exact.length; i++) {
      assertThat(exact[i]).isBetween(0.05, 0.3);
      assertThat(guessed[i]).isBetween(exact[i] - 0.05, exact[i] + 0.05);
    }
  }
}
