package org.vigie.matching.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vigie.kernel.Secret;
import org.vigie.matching.text.Fragments;
import org.vigie.testkit.Babble;

class RecordingSketchTest {

  private static final int SECONDS = 10;

  private final RecordingSketcher sketcher =
      new RecordingSketcher(key("a key of 32 bytes, for tests"), 1);

  private static Secret key(String text) {
    return Secret.take(Arrays.copyOf(text.getBytes(StandardCharsets.UTF_8), 32));
  }

  private RecordingSketch sketch(short[] samples) {
    return sketcher.sketch(marks(samples));
  }

  private static RecordingMarks marks(short[] samples) {
    return RecordingMarks.of(Babble.pcm(samples));
  }

  private static short[] each(short[] samples, UnaryOperator<double[]> change) {
    var values = new double[samples.length];
    for (var i = 0; i < values.length; i++) {
      values[i] = samples[i];
    }
    var changed = change.apply(values);
    var result = new short[changed.length];
    for (var i = 0; i < result.length; i++) {
      result[i] = (short) Math.clamp(Math.round(changed[i]), Short.MIN_VALUE, Short.MAX_VALUE);
    }
    return result;
  }

  /** Logarithmic steps of eight bits, as telephone networks carry sound (ITU-T G.711, mu-law). */
  private static double[] telephone(double[] samples) {
    return Arrays.stream(samples)
        .map(sample -> {
          var level = Math.log1p(255 * Math.abs(sample) / 32_768) / Math.log(256);
          var step = Math.round(level * 127) / 127.0;
          return Math.signum(sample) * Math.expm1(step * Math.log(256)) / 255 * 32_768;
        })
        .toArray();
  }

  private static double[] noisy(double[] samples) {
    var random = new Random(5);
    return Arrays.stream(samples).map(sample -> sample + 300 * random.nextGaussian()).toArray();
  }

  private static double[] quiet(double[] samples) {
    return Arrays.stream(samples).map(sample -> sample / 12).toArray();
  }

  /** Faster by six in a hundred, and higher with it. */
  private static double[] faster(double[] samples) {
    var faster = new double[(int) (samples.length / 1.06) - 1];
    for (var i = 0; i < faster.length; i++) {
      var at = i * 1.06;
      var before = (int) at;
      faster[i] = samples[before] + (at - before) * (samples[before + 1] - samples[before]);
    }
    return faster;
  }

  @Test
  void recognises_a_copy_that_was_telephoned_noised_turned_down_or_cut() {
    for (var seed = 0; seed < 6; seed++) {
      var original = Babble.of(seed, 90 + 20 * seed, SECONDS);
      var kept = sketch(original);
      assertThat(marks(original).isComparable()).isTrue();
      for (UnaryOperator<double[]> change :
          List.<UnaryOperator<double[]>>of(
              RecordingSketchTest::telephone,
              RecordingSketchTest::noisy,
              RecordingSketchTest::quiet)) {
        assertThat(kept.shared(sketch(each(original, change))).isSame()).isTrue();
      }
      // 12,345 samples: the copy's moments begin between those of the original.
      var cut = Arrays.copyOfRange(original, 12_345, 60_000);
      assertThat(kept.shared(sketch(cut)).isSame()).isTrue();
      var within = Babble.of(100 + seed, 140, 2 * SECONDS);
      System.arraycopy(original, 0, within, 33_333, original.length);
      assertThat(kept.shared(sketch(within)).isSame()).isTrue();
    }
  }

  @Test
  void does_not_take_other_words_of_the_same_voice_for_a_copy() {
    var sketches = new RecordingSketch[12];
    for (var seed = 0; seed < sketches.length; seed++) {
      sketches[seed] = sketch(Babble.of(seed, seed < 6 ? 110 : 190, SECONDS));
    }
    for (var i = 0; i < sketches.length; i++) {
      for (var j = 0; j < i; j++) {
        assertThat(sketches[i].shared(sketches[j]).isSame()).isFalse();
      }
    }
  }

  @Test
  void does_not_recognise_a_copy_whose_pitch_was_changed_and_says_so() {
    var original = Babble.of(3, 120, SECONDS);
    assertThat(
            sketch(original).shared(sketch(each(original, RecordingSketchTest::faster))).isSame())
        .isFalse();
  }

  @Test
  void finds_nothing_to_compare_in_silence_a_dial_tone_or_a_moment() {
    var tone = new short[SECONDS * RecordingMarks.RATE];
    for (var i = 0; i < tone.length; i++) {
      var on = i / 8_000 % 2 == 0;
      tone[i] = (short) (on ? 9_000 * Math.sin(2 * Math.PI * 440 * i / RecordingMarks.RATE) : 0);
    }
    assertThat(marks(tone).isComparable()).isFalse();
    assertThat(marks(new short[SECONDS * RecordingMarks.RATE]).isComparable()).isFalse();
    assertThat(marks(Babble.of(1, 120, 1)).isComparable()).isFalse();
    assertThat(marks(new short[3]).isComparable()).isFalse();
  }

  @Test
  void has_nothing_in_common_with_a_sketch_under_another_key_or_epoch() {
    var marks = RecordingMarks.of(Babble.pcm(Babble.of(7, 120, SECONDS)));
    var kept = sketcher.sketch(marks);
    for (var other :
        List.of(
            new RecordingSketcher(key("another key"), 1),
            new RecordingSketcher(key("a key of 32 bytes, for tests"), 2))) {
      assertThat(kept.shared(other.sketch(marks)).shared()).isLessThan(3);
    }
    assertThat(kept.shared(sketcher.sketch(marks)).isSame()).isTrue();
  }

  @Test
  void finds_the_copies_among_many_and_nothing_in_what_all_have_in_common() {
    var all = new ArrayList<RecordingSketch>();
    for (var seed = 0; seed < 6; seed++) {
      all.add(sketch(Babble.of(seed, 100 + 15 * seed, SECONDS)));
    }
    all.add(sketch(each(Babble.of(2, 130, SECONDS), RecordingSketchTest::telephone)));
    all.add(sketch(each(Babble.of(2, 130, SECONDS), RecordingSketchTest::noisy)));
    assertThat(RecordingCopies.among(all))
        .extracting(copy -> copy.one() + " " + copy.other())
        .containsExactly("2 6", "2 7", "6 7");
  }

  private static RecordingSketch holding(int... tokens) {
    return new RecordingSketch(Fragments.of(tokens));
  }

  /** Of {@code tokens} each with the chance of being {@code kept}, and others. */
  private static RecordingSketch copy(Random random, int[] tokens, double kept, int others) {
    var some = Arrays.stream(tokens).filter(token -> random.nextDouble() < kept);
    return holding(IntStream.concat(some, random.ints(others)).toArray());
  }

  @Test
  void music_that_many_hear_while_they_wait_joins_nobody() {
    var random = new Random(1);
    var music = random.ints(70).toArray();
    var calls = new ArrayList<RecordingSketch>();
    for (var call = 0; call <= RecordingCopies.MOST_OWNERS; call++) {
      calls.add(copy(random, music, 1, 900));
    }
    assertThat(RecordingCopies.among(calls)).isEmpty();
    assertThat(RecordingCopies.among(calls.subList(0, 4))).as("of few it is told").hasSize(6);
  }

  @Test
  void a_call_that_one_owner_brings_over_and_over_still_joins_two_others() {
    var random = new Random(2);
    var call = random.ints(1000).toArray();
    var calls = new ArrayList<RecordingSketch>();
    var owners = new ArrayList<RecordingCopies.Whose>();
    for (var time = 0; time < 2 * RecordingCopies.MOST_OWNERS; time++) {
      calls.add(copy(random, call, 1, 200));
      owners.add(new RecordingCopies.Whose(0, "a", "case " + time));
    }
    for (var owner : List.of(1, 2)) {
      calls.add(copy(random, call, 0.3, 1500));
      owners.add(new RecordingCopies.Whose(owner, "of " + owner, "case"));
    }
    assertThat(RecordingCopies.among(calls, owners))
        .anyMatch(copy -> copy.one() == calls.size() - 2 && copy.other() == calls.size() - 1);
  }

  @Test
  void a_call_that_reached_more_people_than_music_is_heard_by_is_still_found() {
    var random = new Random(3);
    var call = random.ints(1000).toArray();
    var calls = new ArrayList<RecordingSketch>();
    for (var person = 0; person < 4 * RecordingCopies.MOST_OWNERS; person++) {
      calls.add(copy(random, call, 0.5, 500));
    }
    assertThat(RecordingCopies.among(calls)).hasSize(calls.size() * (calls.size() - 1) / 2);
  }

  /** Somebody asks about many calls by one recording of moments of all of them. */
  @Test
  void S_53_a_recording_put_together_of_many_calls_asks_about_none() {
    var random = new Random(4);
    for (var pieces : new int[] {15, 60}) {
      var calls = new ArrayList<RecordingSketch>();
      var moments = new ArrayList<Integer>();
      for (var number = 0; number < pieces; number++) {
        var moment = random.ints(100).toArray();
        Arrays.stream(moment).forEach(moments::add);
        calls.add(copy(random, moment, 1, 200));
      }
      var made = holding(moments.stream().mapToInt(Integer::intValue).toArray());
      assertThat(calls)
          .as("moments that are too little, or would each be found alone")
          .allMatch(call -> call.shared(made).isSame() == (pieces == 15));
      var two = List.of(made, calls.get(0), calls.get(1));
      assertThat(RecordingCopies.among(two)).hasSize(pieces == 15 ? 2 : 0);
      calls.add(made);
      assertThat(RecordingCopies.among(calls)).isEmpty();
    }
  }

  @Test
  void S_53_many_calls_to_one_person_are_asked_about_no_more_than_calls_to_many() {
    var random = new Random(6);
    for (var parts : new boolean[] {false, true}) {
      var calls = new ArrayList<RecordingSketch>();
      var whose = new ArrayList<RecordingCopies.Whose>();
      var moments = new ArrayList<Integer>();
      for (var number = 0; number < 15; number++) {
        var moment = random.ints(100).toArray();
        Arrays.stream(moment).forEach(moments::add);
        calls.add(copy(random, moment, 1, 200));
        whose.add(new RecordingCopies.Whose(0, "hers", parts ? "one" : "incident " + number));
      }
      calls.add(holding(moments.stream().mapToInt(Integer::intValue).toArray()));
      whose.add(new RecordingCopies.Whose(1, "of one who asks", "made up"));
      assertThat(RecordingCopies.among(calls, whose))
          .as("what came together may be parts of one call")
          .hasSize(parts ? 15 : 0);
    }
  }

  @Test
  void a_call_within_a_recording_three_times_as_long_is_found() {
    for (var seed = 0; seed < 4; seed++) {
      var call = Babble.of(seed, 110 + 20 * seed, SECONDS);
      var forwarded = Babble.of(70 + seed, 150, 3 * SECONDS);
      System.arraycopy(call, 0, forwarded, 2 * call.length - 4_321, call.length);
      var heard = sketch(each(forwarded, RecordingSketchTest::telephone));
      assertThat(sketch(call).shared(heard).isSame()).isTrue();
      assertThat(RecordingCopies.among(List.of(sketch(call), heard))).hasSize(1);
    }
  }

  @Test
  void S_53_a_long_recording_costs_more_than_a_short_one() {
    assertThat(sketch(Babble.of(1, 130, SECONDS)).halfMinutes()).isEqualTo(1);
    assertThat(sketch(Babble.of(1, 130, 180)).halfMinutes()).isBetween(3, 8);
  }

  @Test
  void S_50_a_sketch_shows_a_step_and_not_how_many_marks_there_are() {
    var sizes = new TreeSet<Integer>();
    var marks = new TreeSet<Integer>();
    for (var seed = 0; seed < 20; seed++) {
      var made = marks(Babble.of(seed, 120, SECONDS));
      marks.add(made.size());
      sizes.add(sketcher.sketch(made).marks().size());
    }
    assertThat(marks).hasSizeGreaterThan(15);
    assertThat(sizes).hasSizeLessThan(4);
  }

  @Test
  void keeps_marks_and_sketches_and_refuses_what_is_neither() {
    var marks = RecordingMarks.of(Babble.pcm(Babble.of(2, 150, SECONDS)));
    assertThat(RecordingMarks.parse(marks.encoded()).encoded()).isEqualTo(marks.encoded());
    var sketch = sketcher.sketch(marks);
    assertThat(RecordingSketch.parse(sketch.encoded())).isEqualTo(sketch);
    var falling = marks.encoded();
    falling[1] = (byte) 0xFF;
    for (var wrong : new byte[][] {{}, {9}, {1, 2}, falling}) {
      assertThatIllegalArgumentException().isThrownBy(() -> RecordingMarks.parse(wrong));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> RecordingSketch.parse(wrong.length > 3 ? new byte[] {2} : wrong));
    }
  }

  @Test
  void looks_at_three_minutes_and_no_more() {
    var long1 = Babble.of(4, 120, RecordingMarks.LONGEST_SECONDS + 30);
    var short1 = Arrays.copyOf(long1, RecordingMarks.LONGEST_SECONDS * RecordingMarks.RATE);
    assertThat(sketch(long1)).isEqualTo(sketch(short1));
    assertThat(sketch(long1).marks().size()).isLessThan(40_000);
  }
}
