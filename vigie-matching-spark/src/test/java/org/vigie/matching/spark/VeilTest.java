package org.vigie.matching.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.vigie.matching.text.Fragments;
import org.vigie.testkit.Trials;

class VeilTest {

  private static final int TOKENS = 60;

  @Test
  void tokens_are_equal_for_equal_values_of_one_kind_under_one_key() {
    var token = veil(1).token(Veil.Kind.KEY, "+33639981234");
    assertThat(token)
        .hasSize(16)
        .isEqualTo(veil(1).token(Veil.Kind.KEY, "+33639981234"))
        .isNotEqualTo(veil(1).token(Veil.Kind.KEY, "+33639981235"))
        .isNotEqualTo(veil(1).token(Veil.Kind.CASE, "+33639981234"))
        .isNotEqualTo(veil(2).token(Veil.Kind.KEY, "+33639981234"));
  }

  @Test
  void bands_are_equal_where_both_smallest_values_are() {
    var bands = veil(1).bands(0, new int[] {1, 2, 3, 4, 1, 2});
    var others = veil(1).bands(0, new int[] {1, 2, 3, 5, 1, 2});
    assertThat(bands[0]).isEqualTo(others[0]).isNotEqualTo(bands[2]);
    assertThat(bands[1]).isNotEqualTo(others[1]);
    assertThat(veil(1).bands(1, new int[] {1, 2})[0]).isNotEqualTo(bands[0]);
    assertThat(veil(2).bands(0, new int[] {1, 2})[0]).isNotEqualTo(bands[0]);
  }

  @Test
  void outlines_differ_in_no_more_bits_than_there_are_fragments_apart() {
    Trials.forAll(
        200,
        TOKENS,
        (random, size) -> {
          var one = random.ints(TOKENS).toArray();
          var other = Arrays.copyOf(one, TOKENS - random.nextInt(TOKENS));
          for (var i = 0; i < size && i < other.length; i++) {
            other[i] = random.nextInt();
          }
          var apart = new TreeSet<Integer>();
          Arrays.stream(one).forEach(apart::add);
          var both = new TreeSet<Integer>();
          Arrays.stream(other).filter(apart::contains).forEach(both::add);
          Arrays.stream(other).forEach(apart::add);
          apart.removeAll(both);
          var mine = veil(1).outline(0, Fragments.of(one));
          var theirs = veil(1).outline(0, Fragments.of(other));
          var bits = 0;
          for (var word = 0; word < mine.length; word++) {
            bits += Long.bitCount(mine[word] ^ theirs[word]);
          }
          assertThat(bits).isLessThanOrEqualTo(apart.size());
        });
  }

  @Test
  void refuses_fragments_of_another_job() {
    var sealed = veil(1).seal(new byte[20]);
    assertThatThrownBy(() -> veil(2).open(sealed)).isInstanceOf(IllegalStateException.class);
  }

  private static Veil veil(int of) {
    var key = new byte[Veil.KEY];
    Arrays.fill(key, (byte) of);
    return Veil.under(key);
  }
}
