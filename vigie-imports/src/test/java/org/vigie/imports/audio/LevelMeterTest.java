package org.vigie.imports.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.imports.BytesSource;
import org.vigie.imports.ImportRefused;

class LevelMeterTest {

  private static final int RATE = 8000;

  /** A second of silence, two of a tone at half of full loudness, one of silence. */
  private static double at(int sample) {
    var second = sample / RATE;
    return second == 1 || second == 2 ? 0.5 * Math.sin(2 * Math.PI * 200 * sample / RATE) : 0;
  }

  private static byte[] wav(int kind, int width, int channels) {
    var samples = 4 * RATE;
    var data = samples * width * channels;
    var wav = ByteBuffer.allocate(44 + 12 + data).order(ByteOrder.LITTLE_ENDIAN);
    wav.put(ascii("RIFF")).putInt(48 + data).put(ascii("WAVE"));
    wav.put(ascii("junk")).putInt(3).put(new byte[] {1, 2, 3, 0});
    wav.put(ascii("fmt ")).putInt(16).putShort((short) kind).putShort((short) channels);
    wav.putInt(RATE).putInt(RATE * width * channels).putShort((short) (width * channels));
    wav.putShort((short) (8 * width)).put(ascii("data")).putInt(data);
    for (var i = 0; i < samples; i++) {
      for (var channel = 0; channel < channels; channel++) {
        var value = channel == channels - 1 ? at(i) : 0;
        switch (kind == 3 ? 5 : width) {
          case 1 -> wav.put((byte) (128 + 127 * value));
          case 2 -> wav.putShort((short) (32_767 * value));
          case 3 -> {
            var whole = (int) (8_388_607 * value);
            wav.put((byte) whole).put((byte) (whole >> 8)).put((byte) (whole >> 16));
          }
          case 4 -> wav.putInt((int) (2_147_483_647 * value));
          default -> wav.putFloat((float) value);
        }
      }
    }
    return wav.array();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static void assertShape(Map<String, String> facts) {
    assertThat(facts.get("millis")).isEqualTo("4000");
    var levels = HexFormat.of().parseHex(facts.get("levels"));
    assertThat(levels.length).isBetween(150, LevelMeter.MOST);
    for (var i = 0; i < levels.length; i++) {
      var second = 4.0 * i / levels.length;
      if (second > 1.1 && second < 2.9) {
        assertThat(levels[i] & 0xFF).as("at %s s", second).isBetween(120, 130);
      } else if (second < 0.9 || second > 3.1) {
        assertThat(levels[i] & 0xFF).as("at %s s", second).isLessThan(3);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void tells_where_samples_of_any_width_are_loud_and_where_silent(int width) throws Exception {
    assertShape(WavLevels.of(new BytesSource(wav(1, width, 1))));
    assertShape(WavLevels.of(new BytesSource(wav(1, width, 2))));
  }

  @Test
  void tells_the_same_of_floating_samples() throws Exception {
    assertShape(WavLevels.of(new BytesSource(wav(3, 4, 1))));
  }

  @Test
  void has_no_more_steps_however_long_it_is() {
    var meter = new LevelMeter(RATE);
    for (var i = 0; i < 3_000_000; i++) {
      meter.add(i >= 1_500_000 && i < 1_510_000 ? 32_767 : 0);
    }
    var levels = HexFormat.of().parseHex(meter.facts().get("levels"));
    assertThat(levels.length).isEqualTo(LevelMeter.MOST);
    var loud = 0;
    while (levels[loud] == 0) {
      loud++;
    }
    assertThat(loud).isBetween(LevelMeter.MOST / 2 - 2, LevelMeter.MOST / 2 + 2);
    assertThat(meter.facts().get("millis")).isEqualTo("375000");
  }

  @Test
  void of_nothing_there_is_one_silent_step() {
    assertThat(new LevelMeter(RATE).facts())
        .containsEntry("levels", "00")
        .containsEntry("millis", "0");
  }

  @Test
  void refuses_what_is_cut_short_or_of_other_samples() {
    var whole = wav(1, 2, 1);
    for (var length : new int[] {0, 3, 8, 12, 20, 40, 50}) {
      assertThatThrownBy(() -> WavLevels.of(new BytesSource(Arrays.copyOf(whole, length))))
          .isInstanceOf(ImportRefused.class);
    }
    assertThatThrownBy(() -> WavLevels.of(new BytesSource(wav(6, 1, 1))))
        .hasMessage("import.audio-unknown");
  }

  @Test
  void a_recording_that_was_cut_off_is_measured_to_its_end() throws Exception {
    var whole = wav(1, 2, 1);
    var half = Arrays.copyOf(whole, whole.length / 2);
    assertThat(WavLevels.of(new BytesSource(half)).get("millis")).isBetween("1990", "2000");
  }
}
