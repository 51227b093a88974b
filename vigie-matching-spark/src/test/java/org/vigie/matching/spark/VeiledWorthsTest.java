package org.vigie.matching.spark;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.matching.join.Message;
import org.vigie.matching.join.Preparing;
import org.vigie.matching.text.FragmentCounts;
import org.vigie.matching.text.TextSketch;
import org.vigie.matching.text.Writing;

class VeiledWorthsTest {

  private static final long[] TEXTS = new long[1 + Writing.values().length];

  @Test
  void counts_leave_a_process_only_under_the_key_of_the_job() {
    var counted = counted();
    var plain = text(counted.letters().part(0));
    var one = sealed(1, counted.letters());
    assertThat(plain).as("without a veil").contains("\0".repeat(64));
    assertThat(one).doesNotContain("\0".repeat(64)).hasSizeGreaterThan(plain.length());
    assertThat(sealed(2, counted.letters())).isNotEqualTo(one);
    for (var type : List.of(Worths.class, FragmentCounts.class)) {
      assertThat(Serializable.class.isAssignableFrom(type)).as("%s", type).isFalse();
    }
    assertThatThrownBy(() -> counted.veiled(veil(1)).open(veil(2)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void counts_of_two_processes_add_up_to_those_of_one() {
    var both = counted().with(counted());
    var added = counted().veiled(veil(1)).with(counted().veiled(veil(1)), veil(1)).open(veil(1));
    for (var writing : Writing.values()) {
      assertThat(added.sounds(writing).part(0)).isEqualTo(both.sounds(writing).part(0));
    }
    assertThat(added.letters().part(0)).isEqualTo(both.letters().part(0));
    assertThat(added.letters().documents()).isEqualTo(2);
  }

  private static Worths counted() {
    var worths = Worths.roomFor(TEXTS, Samples.all());
    worths.add(sketch("We know where your parents live and what they eat"), true, true);
    return worths;
  }

  private static TextSketch sketch(String text) {
    return new Preparing(null).prepare(new Message("id", null, text, List.of())).sketch();
  }

  private static String sealed(int key, FragmentCounts counts) {
    var text = new StringBuilder();
    veil(key).seal(counts).forEach(part -> text.append(text(part)));
    return text.toString();
  }

  private static String text(byte[] bytes) {
    return new String(bytes, ISO_8859_1);
  }

  private static Veil veil(int of) {
    var key = new byte[Veil.KEY];
    Arrays.fill(key, (byte) of);
    return Veil.under(key);
  }
}
