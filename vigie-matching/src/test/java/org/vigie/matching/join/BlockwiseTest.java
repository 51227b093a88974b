package org.vigie.matching.join;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import org.junit.jupiter.api.Test;

class BlockwiseTest {

  private static final int THINGS = 3000;

  /** Every hundredth thing has so many results that two of them are too many to hold. */
  private static int results(int thing) {
    return thing % 100 == 7 ? 600_000 / Slices.COUNT : thing % 3;
  }

  @Test
  void gives_every_result_once_and_in_order_however_many_there_are() {
    var given = new int[THINGS];
    var last = new int[1];
    var brokenOff = new boolean[Slices.COUNT];
    Blockwise.each(
        THINGS,
        (slice, from, to) -> {
          var part = some(from, to);
          brokenOff[slice] |= part.reached() < to;
          return part;
        },
        thing -> {
          if (thing < last[0]) {
            throw new AssertionError(thing + " after " + last[0]);
          }
          last[0] = thing;
          given[thing]++;
        });
    for (var thing = 0; thing < THINGS; thing++) {
      assertThat(given[thing]).as("%d", thing).isEqualTo(results(thing));
    }
    assertThat(brokenOff).contains(true);
  }

  private static Blockwise.Part<Integer> some(int from, int to) {
    var results = new ArrayList<Integer>();
    var thing = from;
    while (thing < to && !Blockwise.enough(results.size())) {
      results.addAll(Collections.nCopies(results(thing), thing));
      thing++;
    }
    return new Blockwise.Part<>(results, from, thing);
  }
}
