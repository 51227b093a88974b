package org.vigie.evidence.redaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RedactionTest {

  private static final String BAR = TextRedaction.BAR;

  @Test
  void covered_lines_leave_neither_words_nor_length_nor_number() throws Exception {
    var text = "one\nsecret two\nsecret three\nfour\n";
    var covered =
        TextRedaction.coverLines(
            text,
            List.of(new TextRedaction.LineRange(1, 1), new TextRedaction.LineRange(2, 2)),
            "[covered]");
    assertThat(covered).isEqualTo("one\n" + BAR + " [covered]\nfour\n");
  }

  @Test
  void covered_characters_become_bars_of_one_length() throws Exception {
    var text = "call Al or Alexandrina now";
    var covered =
        TextRedaction.coverSpans(
            text, List.of(new TextRedaction.Span(11, 22), new TextRedaction.Span(5, 7)));
    assertThat(covered).isEqualTo("call " + BAR + " or " + BAR + " now");
    assertThat(
            TextRedaction.coverSpans(
                "abcdef", List.of(new TextRedaction.Span(0, 2), new TextRedaction.Span(1, 4))))
        .isEqualTo(BAR + "ef");
  }

  @Test
  void a_mark_goes_with_its_letter() throws Exception {
    assertThat(TextRedaction.coverSpans("xe\u0301y", List.of(new TextRedaction.Span(1, 2))))
        .isEqualTo("x" + BAR + "y");
  }

  @Test
  void a_span_outside_the_text_is_refused() {
    assertThatThrownBy(() -> TextRedaction.coverSpans("abc", List.of(new TextRedaction.Span(2, 9))))
        .isInstanceOf(RedactionRefused.class);
    assertThatThrownBy(
            () -> TextRedaction.coverLines("abc", List.of(new TextRedaction.LineRange(0, 1)), ""))
        .isInstanceOf(RedactionRefused.class);
  }

  @Test
  void S_87_a_silenced_recording_keeps_its_length_and_loses_its_titles() throws Exception {
    var original = wav(8_000, "LISTINFO by somebody");
    var before = original.clone();
    var silencer = new WavSilencer();
    assertThat(silencer.reads(original)).isTrue();
    var second = new AudioSilencer.Interval(Duration.ofMillis(250), Duration.ofMillis(500));
    var copy = silencer.silence(original, List.of(second));
    assertThat(original).isEqualTo(before);
    assertThat(new String(copy, StandardCharsets.ISO_8859_1)).doesNotContain("somebody");
    var in = ByteBuffer.wrap(copy).order(ByteOrder.LITTLE_ENDIAN);
    assertThat(in.getInt(4)).isEqualTo(copy.length - 8);
    assertThat(in.getInt(40)).isEqualTo(16_000);
    for (var frame = 0; frame < 8_000; frame++) {
      var silent = frame >= 2_000 && frame < 4_000;
      assertThat(in.getShort(44 + 2 * frame)).isEqualTo((short) (silent ? 0 : 1_000));
    }
  }

  @Test
  void recordings_that_are_none_or_spans_after_the_end_are_refused() {
    var silencer = new WavSilencer();
    var late = new AudioSilencer.Interval(Duration.ofSeconds(2), Duration.ofSeconds(3));
    assertThatThrownBy(() -> silencer.silence(wav(8_000, ""), List.of(late)))
        .isInstanceOf(RedactionRefused.class);
    assertThatThrownBy(() -> silencer.silence(new byte[50], List.of()))
        .isInstanceOf(RedactionRefused.class);
  }

  @Test
  void a_wav_whose_frames_have_another_length_than_players_count_is_refused() {
    for (var frame : new short[] {4, 1, 0, -2}) {
      var other = wav(8_000, "");
      ByteBuffer.wrap(other).order(ByteOrder.LITTLE_ENDIAN).putShort(20 + 8 + 12, frame);
      assertThat(WavSilencer.samples(other)).as("frames of %d bytes", frame).isFalse();
    }
    assertThat(WavSilencer.samples(wav(8_000, ""))).isTrue();
  }

  @Test
  void what_stands_behind_the_format_is_left_out() throws Exception {
    var plain = wav(8_000, "");
    var hidden = "by somebody".getBytes(StandardCharsets.US_ASCII);
    var longer = ByteBuffer.allocate(plain.length - 8 + 24).order(ByteOrder.LITTLE_ENDIAN);
    longer.put(plain, 0, 12).put("fmt ".getBytes(StandardCharsets.US_ASCII)).putInt(40);
    longer.put(plain, 28, 16).put(46, hidden).position(12 + 8 + 40);
    longer.put(plain, 44, plain.length - 44);
    for (var kind : new short[] {1, (short) 0xFFFE}) {
      longer.putShort(20, kind).putShort(44, (short) 1);
      assertThat(new String(longer.array(), StandardCharsets.ISO_8859_1)).contains("somebody");
      var copy = new WavSilencer().silence(longer.array(), List.of());
      assertThat(new String(copy, StandardCharsets.ISO_8859_1)).doesNotContain("somebody");
      assertThat(copy).hasSize(44 + 16_000);
      assertThat(Arrays.copyOfRange(copy, 44, copy.length))
          .isEqualTo(Arrays.copyOfRange(plain, 52, plain.length));
    }
  }

  /** One second of a constant, 16 bits, one channel, after a chunk with {@code title}. */
  private static byte[] wav(int rate, String title) {
    var words = title.getBytes(StandardCharsets.US_ASCII);
    var padded = words.length + (words.length & 1);
    var out =
        ByteBuffer.allocate(12 + 8 + padded + 24 + 8 + 2 * rate).order(ByteOrder.LITTLE_ENDIAN);
    out.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(out.capacity() - 8);
    out.put("WAVELIST".getBytes(StandardCharsets.US_ASCII)).putInt(words.length).put(words);
    out.position(20 + padded);
    out.put("fmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
    out.putShort((short) 1).putShort((short) 1).putInt(rate).putInt(2 * rate);
    out.putShort((short) 2).putShort((short) 16);
    out.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(2 * rate);
    while (out.hasRemaining()) {
      out.putShort((short) 1_000);
    }
    return out.array();
  }
}
