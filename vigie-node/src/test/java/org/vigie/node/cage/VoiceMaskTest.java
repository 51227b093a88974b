package org.vigie.node.cage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway.Init")
class VoiceMaskTest {

  private static final int RATE = 16_000;
  private static VoiceMask mask;

  /** Where few vibrations meet a resonance some measures are far off: the same at every run. */
  private static final class SameMeasures extends SecureRandom {

    private static final long serialVersionUID = 1L;
    private final transient RandomGenerator from =
        RandomGeneratorFactory.of("L64X128MixRandom").create(20261123);

    @Override
    public void nextBytes(byte[] bytes) {
      from.nextBytes(bytes);
    }
  }

  @BeforeAll
  static void build() {
    mask = VoiceMask.onThisMachine(new SameMeasures());
    Assumptions.assumeTrue(mask.there(), "ffmpeg or bubblewrap is not here");
  }

  /** Two seconds of a tone of 220 vibrations, as a telephone might record a voice. */
  private static byte[] tone() {
    return wav(at -> 12_000 * Math.sin(2 * Math.PI * 220 * at));
  }

  private static byte[] wav(DoubleUnaryOperator wave) {
    var samples = 2 * RATE;
    var wav = ByteBuffer.allocate(44 + 2 * samples).order(ByteOrder.LITTLE_ENDIAN);
    wav.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + 2 * samples);
    wav.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
    wav.putShort((short) 1).putShort((short) 1).putInt(RATE).putInt(2 * RATE);
    wav.putShort((short) 2).putShort((short) 16);
    wav.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(2 * samples);
    for (var i = 0; i < samples; i++) {
      wav.putShort((short) wave.applyAsDouble((double) i / RATE));
    }
    return wav.array();
  }

  /** A voice of 120 vibrations whose mouth resonates at a thousand. */
  private static byte[] vowel() {
    return wav(at -> {
      var sum = 0.0;
      for (var vibrations = 120; vibrations < 4000; vibrations += 120) {
        sum += resonance(vibrations) * Math.sin(2 * Math.PI * vibrations * at);
      }
      return 4_000 * sum;
    });
  }

  private static double resonance(double vibrations) {
    return Math.exp(-Math.pow((vibrations - 1000) / 250, 2));
  }

  /** Where the energy lies between 400 and 2000 vibrations, over a second from the middle. */
  private static double formant(byte[] wav) {
    var in = ByteBuffer.wrap(wav).order(ByteOrder.LITTLE_ENDIAN);
    var rate = in.getInt(24);
    var start = 44 + 2 * ((wav.length - 44) / 4 - rate / 2);
    var energy = 0.0;
    var weighed = 0.0;
    for (var vibrations = 400; vibrations < 2000; vibrations += 8) {
      var cosine = 0.0;
      var sine = 0.0;
      for (var i = 0; i < rate; i++) {
        var turn = 2 * Math.PI * vibrations * i / rate;
        cosine += in.getShort(start + 2 * i) * Math.cos(turn);
        sine += in.getShort(start + 2 * i) * Math.sin(turn);
      }
      var here = cosine * cosine + sine * sine;
      energy += here;
      weighed += here * vibrations;
    }
    return weighed / energy;
  }

  /** Vibrations a second: how often the sound rises through nought. */
  private static double pitch(byte[] wav) {
    var in = ByteBuffer.wrap(wav).order(ByteOrder.LITTLE_ENDIAN);
    var rate = in.getInt(24);
    var rises = 0;
    var before = 0;
    var count = 0;
    for (var at = 44 + rate; at + 1 < wav.length - rate / 2; at += 2) {
      var now = in.getShort(at);
      rises += before < 0 && now >= 0 ? 1 : 0;
      before = now;
      count++;
    }
    return (double) rises * rate / count;
  }

  @Test
  void the_pitch_is_another_and_each_time_by_another_measure() throws Exception {
    var one = mask.mask(tone());
    var other = mask.mask(tone());
    assertThat(Math.abs(Math.log(pitch(one) / 220))).isGreaterThan(Math.log(1.12));
    assertThat(one).isNotEqualTo(other);
    assertThat(one.length).isBetween(60_000, 130_000);
  }

  /** The middle of several: where few vibrations meet a resonance, one measure can be far off. */
  @Test
  void the_resonances_of_the_mouth_move_too() throws Exception {
    var plain = formant(vowel());
    assertThat(plain).as("the measure itself").isBetween(980.0, 1020.0);
    var moved = new double[7];
    for (var again = 0; again < moved.length; again++) {
      moved[again] = Math.abs(Math.log(formant(mask.mask(vowel())) / plain));
    }
    java.util.Arrays.sort(moved);
    assertThat(moved[3]).isGreaterThan(Math.log(1.04));
  }

  @Test
  void no_name_of_a_program_and_no_metadata_is_left() throws Exception {
    var made = new String(mask.mask(tone()), StandardCharsets.ISO_8859_1);
    assertThat(made).startsWith("RIFF").doesNotContain("LIST", "Lavf", "INFO");
  }

  @Test
  void what_is_no_recording_is_refused() {
    assertThatThrownBy(() -> mask.mask("no sound".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOfSatisfying(
            CageRefused.class, refused -> assertThat(refused.key()).isEqualTo("cage.failed"));
    var list = "#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n".getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> mask.mask(list)).isInstanceOf(CageRefused.class);
  }
}
