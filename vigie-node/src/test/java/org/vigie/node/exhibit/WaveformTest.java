package org.vigie.node.exhibit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.kernel.Language;
import org.vigie.kernel.MemberId;
import org.vigie.node.TestNode;
import org.vigie.node.TestSound;
import org.vigie.node.cage.SoundDecoder;
import org.vigie.node.house.Founder;
import org.vigie.node.house.Told;

/** A recording is seen before it is heard: where it is loud, where it is silent. */
class WaveformTest {

  @TempDir private Path home = Path.of("");

  /** Four seconds of silence, four of a tone, four of silence. */
  private static byte[] wav() {
    return TestSound.wav(8000, 12, second -> second >= 4 && second < 8);
  }

  @Test
  void a_recording_is_drawn_with_its_silences_in_words_and_in_a_table() throws Exception {
    try (var node = TestNode.start(home)) {
      var keeper = Founder.found(node, "lamp keeper");
      var person = Founder.invite(node, keeper, "person", "swallow");
      var told = Told.by(person, "somebody called");
      var exhibit = Files.to(told).file("voice.wav", wav()).sent().getFirst();
      var browser = person.browser();
      var page = browser.get(exhibit);
      assertThat(page.text())
          .contains("How loud it is over its time was measured")
          .contains("It was measured in a process without network or keys");
      assertThat(page.body())
          .contains("Loudness of a recording of 0:12. It is loudest at 0:0")
          .contains("Silent: from 0:00 to 0:0", "from 0:08 to 0:12")
          .contains("<td>", exhibit + "/waveform.png?screen=phone");
      var png = ImageIO.read(new ByteArrayInputStream(browser.bytes(exhibit + "/waveform.png")));
      assertThat(png.getWidth()).isEqualTo(1440);
      assertThat(ink(png, 600, 800)).as("where it is loud").isGreaterThan(20 * ink(png, 40, 240));
      assertThat(
              browser.get(exhibit + "/waveform.png?screen=phone").header("Content-Security-Policy"))
          .contains("sandbox");
    }
  }

  private static int ink(java.awt.image.BufferedImage png, int from, int to) {
    var ink = 0;
    for (var x = from; x < to; x++) {
      for (var y = 0; y < png.getHeight() - 60; y++) {
        ink += (png.getRGB(x, y) & 0xFFFFFF) == 0x2B6777 ? 1 : 0;
      }
    }
    return ink;
  }

  @ParameterizedTest
  @CsvSource({"ogg,libopus", "m4a,aac", "mp3,libmp3lame"})
  void a_recording_in_a_form_of_telephones_is_measured_by_ffmpeg_in_a_cage(
      String form, String codec) throws Exception {
    Assumptions.assumeTrue(SoundDecoder.onThisMachine().there(), "ffmpeg or bubblewrap is missing");
    var made = TestSound.encoded(wav(), form, codec);
    Assumptions.assumeTrue(made.length > 100, "ffmpeg writes no " + form + " here");
    var scene = new Scene();
    var exhibit = scene.receive("voice." + form, made);
    var waveform = Waveforms.of(exhibit, Language.EN).orElseThrow();
    assertThat(exhibit.derived("levels").orElseThrow().tool()).startsWith("ffmpeg ");
    assertThat(waveform.millis()).isBetween(11_500L, 12_500L);
    var spans = waveform.spans();
    assertThat(spans).hasSize(3);
    assertThat(spans.get(0).silent()).isTrue();
    assertThat(spans.get(1).silent()).isFalse();
    assertThat(spans.get(1).from()).isBetween(3_700L, 4_300L);
    assertThat(spans.get(1).to()).isBetween(7_700L, 8_500L);
    assertThat(scene.bytes(exhibit.received().bytes())).isEqualTo(made);
  }

  @Test
  void a_hole_in_the_time_of_a_recording_is_seen_where_the_player_has_it() throws Exception {
    Assumptions.assumeTrue(SoundDecoder.onThisMachine().there(), "ffmpeg or bubblewrap is missing");
    var made = TestSound.withHole(wav(), "ogg", "libopus");
    Assumptions.assumeTrue(made.length > 100, "ffmpeg writes no Opus here");
    var scene = new Scene();
    var waveform = Waveforms.of(scene.receive("voice.ogg", made), Language.EN).orElseThrow();
    assertThat(waveform.millis()).isBetween(11_500L, 12_500L);
    assertThat(waveform.spans().get(1).from()).isBetween(3_700L, 4_300L);
    assertThat(waveform.spans().get(1).to()).isBetween(7_700L, 8_500L);
  }

  @Test
  void a_voice_note_in_amr_is_measured_by_ffmpeg_in_a_cage() throws Exception {
    Assumptions.assumeTrue(SoundDecoder.onThisMachine().there(), "ffmpeg or bubblewrap is missing");
    var file = TestSound.amr();
    var scene = new Scene();
    var exhibit = scene.receive("PTT-20240213.amr", file);
    var waveform = Waveforms.of(exhibit, Language.EN).orElseThrow();
    assertThat(exhibit.derived("levels").orElseThrow().tool()).startsWith("ffmpeg ");
    assertThat(waveform.millis()).isBetween(11_900L, 12_100L);
    var loud = waveform.spans().stream().filter(span -> !span.silent()).toList();
    assertThat(loud).isNotEmpty();
    assertThat(loud.getFirst().from()).isBetween(3_700L, 4_300L);
    assertThat(loud.getLast().to()).isBetween(7_700L, 8_500L);
    assertThat(scene.bytes(exhibit.received().bytes())).isEqualTo(file);
  }

  @Test
  void what_others_kept_from_being_tried_is_tried_when_they_are_done() throws Exception {
    var decoder = SoundDecoder.onThisMachine();
    Assumptions.assumeTrue(decoder.there(), "ffmpeg or bubblewrap is missing");
    var waveforms = new Waveforms(Scene.USUAL, () -> decoder, Duration.ofMillis(50));
    var scene = new Scene(waveforms);
    var exhibits = Exhibits.of(scene.file);
    var made = TestSound.encoded(wav(), "mp3", "libmp3lame");
    Assumptions.assumeTrue(made.length > 100, "ffmpeg writes no mp3 here");
    var turn = decoder.turn().take(MemberId.random(new SecureRandom()), Duration.ofSeconds(5));
    for (var name : List.of("voice.wav", "voice.mp3")) {
      var exhibit = scene.receive(name, name.endsWith("wav") ? wav() : made);
      assertThat(SoundMarks.of(exhibit)).as(name).isEmpty();
      assertThat(exhibit.missing("levels")).as("says nothing about the recording").isEmpty();
      assertThat(exhibit.missing("marks")).as("says nothing about the recording").isEmpty();
      assertThat(waveforms.waits(exhibit)).as(name).isTrue();
    }
    turn.close();
    for (var exhibit : exhibits.inOrder()) {
      scene.intake.catchUp(scene.file, exhibit);
      var now = exhibits.find(exhibit.id()).orElseThrow();
      assertThat(SoundMarks.of(now)).as("takes part in comparisons").isPresent();
      assertThat(Waveforms.of(now, Language.EN)).isPresent();
      assertThat(waveforms.lacks(now)).isFalse();
    }
  }

  @Test
  void what_the_document_is_to_blame_for_is_tried_again_only_when_somebody_asks() throws Exception {
    var decoder = SoundDecoder.onThisMachine();
    Assumptions.assumeTrue(decoder.there(), "ffmpeg or bubblewrap is missing");
    var waveforms = new Waveforms(Scene.USUAL, () -> decoder);
    var scene = new Scene(waveforms);
    var bad = scene.receive("voice.ogg", "OggS and no more".getBytes(StandardCharsets.US_ASCII));
    assertThat(waveforms.lacks(bad)).isTrue();
    assertThat(waveforms.waits(bad)).isFalse();
    scene.intake.catchUp(scene.file, bad);
    assertThat(Exhibits.of(scene.file).find(bad.id()).orElseThrow().unread())
        .isEqualTo(bad.unread());
    assertThat(scene.intake.measure(scene.file, bad)).isTrue();
    assertThat(Exhibits.of(scene.file).find(bad.id()).orElseThrow().unread())
        .hasSizeGreaterThan(bad.unread().size());
  }

  @Test
  void where_no_decoder_is_the_page_has_nothing_to_offer_but_wav_is_measured_all_the_same()
      throws Exception {
    var scene = new Scene();
    var none = new Waveforms(Scene.USUAL, SoundDecoder::none);
    var ogg = scene.receive("voice.ogg", "OggS and no more".getBytes(StandardCharsets.US_ASCII));
    assertThat(none.possible(ogg.received())).isFalse();
    var wav = scene.receive("voice.wav", wav());
    assertThat(none.possible(wav.received())).isTrue();
    assertThat(Waveforms.of(wav, Language.FR)).isPresent();
    assertThat(Waveforms.of(ogg, Language.FR)).isEmpty();
  }
}
