package org.vigie.bench.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.matching.text.Fragments;

/** A peer is one only where it gives what we give: an estimate as good of the same share. */
class SketchesTest {

  /** Two sets that have 100 of 300 fragments in common. */
  private static List<Fragments> sets() {
    var random = RandomGeneratorFactory.of("L64X128MixRandom").create(20261123);
    var tokens = random.ints().distinct().limit(300).toArray();
    return List.of(
        Fragments.of(Arrays.copyOfRange(tokens, 0, 200)),
        Fragments.of(Arrays.copyOfRange(tokens, 100, 300)));
  }

  static Stream<Sketches> sides() {
    var sets = sets();
    return Stream.of(
        new OurSketches(sets), Hash4jSketches.minHash(sets), Hash4jSketches.superMinHash(sets));
  }

  @ParameterizedTest
  @MethodSource("sides")
  void agree_in_as_many_values_as_sets_share(Sketches side) {
    assertThat(side.agreement(0, 1)).as(side.name()).isCloseTo(1 / 3.0, within(0.12));
  }

  @ParameterizedTest
  @MethodSource("sides")
  void of_one_set_are_the_same(Sketches side) {
    assertThat(side.agreement(1, 1)).as(side.name()).isEqualTo(1);
    assertThat(side.sketch(0)).as(side.name()).isEqualTo(side.sketch(0));
  }
}
