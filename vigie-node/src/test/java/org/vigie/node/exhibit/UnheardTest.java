package org.vigie.node.exhibit;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.node.TestNode;
import org.vigie.node.TestSound;
import org.vigie.node.cage.SoundDecoder;
import org.vigie.node.house.Founder;
import org.vigie.node.house.Told;
import org.vigie.probe.NoPrograms;

/** Recordings that telephones make are heard, whatever their files are called and begin with. */
class UnheardTest {

  @TempDir private Path home = Path.of("");

  private static byte[] box(String name, byte[]... inside) {
    var length = 8 + Arrays.stream(inside).mapToInt(one -> one.length).sum();
    var b = ByteBuffer.allocate(length).putInt(length).put(name.getBytes(US_ASCII));
    for (var one : inside) {
      b.put(one);
    }
    return b.array();
  }

  private static byte[] track(String handler, String codec) {
    var hdlr = ByteBuffer.allocate(25).putLong(0).put(handler.getBytes(US_ASCII)).array();
    var time = ByteBuffer.allocate(24).putInt(12, 1000).putInt(16, 7000).array();
    var entry = ByteBuffer.allocate(36).putInt(36).put(codec.getBytes(US_ASCII)).array();
    var stsd = box("stsd", new byte[] {0, 0, 0, 0, 0, 0, 0, 1}, entry);
    var media = box("minf", box("stbl", stsd));
    return box("trak", box("mdia", box("mdhd", time), box("hdlr", hdlr), media));
  }

  private static byte[] boxed(String brand, byte[]... tracks) {
    var begin = box("ftyp", brand.getBytes(US_ASCII), new byte[4]);
    var table = box("moov", tracks);
    return ByteBuffer.allocate(begin.length + table.length).put(begin).put(table).array();
  }

  @Test
  void a_boxed_file_is_a_recording_only_if_there_is_nothing_to_see_in_it() throws Exception {
    var scene = new Scene();
    var recording = scene.receive("20240213.mp4", boxed("isom", track("soun", "mp4a")));
    assertThat(recording.kind()).isEqualTo("audio");
    assertThat(recording.received().file().mediaType()).isEqualTo("audio/mp4");
    assertThat(recording.derived("sound").orElseThrow().report()).contains("\"7000\"");
    assertThat(CustodyStory.gaps(recording))
        .contains("exhibit.gap.recorder", "exhibit.gap.authority");
    var film =
        scene.receive("film.mp4", boxed("isom", track("soun", "mp4a"), track("vide", "avc1")));
    var broken = scene.receive("cut.mp4", Arrays.copyOf(boxed("isom", track("soun", "mp4a")), 90));
    for (var other : new Exhibit[] {film, broken}) {
      assertThat(other.kind()).isEqualTo("video");
      assertThat(other.received().file().mediaType()).isEqualTo("video/mp4");
      assertThat(other.derived()).isEmpty();
      assertThat(other.unread()).as("nothing is missing of a film").isEmpty();
    }
  }

  @Test
  void a_recording_of_a_telephone_that_calls_itself_a_film_has_all_that_recordings_have()
      throws Exception {
    var wav = TestSound.wav(8000, 12, second -> second >= 4 && second < 8);
    Assumptions.assumeTrue(SoundDecoder.onThisMachine().there(), "ffmpeg or bubblewrap is missing");
    var made = TestSound.encoded(wav, "m4a", "aac");
    Assumptions.assumeTrue(made.length > 100, "ffmpeg writes no m4a here");
    System.arraycopy("mp42".getBytes(US_ASCII), 0, made, 8, 4);
    try (var node = TestNode.start(home)) {
      var keeper = Founder.found(node, "lamp keeper");
      var person = Founder.invite(node, keeper, "person", "swallow");
      var told = Told.by(person, "somebody called");
      var exhibit = Files.to(told).file("Voice 001.mp4", made).sent().getFirst();
      var browser = person.browser();
      assertThat(browser.get(exhibit).text())
          .contains("Kind Recording", "audio/mp4", "Show the player", "Length")
          .contains("Who recorded it.", "How loud it is over its time was measured")
          .doesNotContain("Write it as WAV", "This kind of file is not shown here");
      var shown = browser.get(exhibit + "?show=yes");
      assertThat(shown.body())
          .contains("<audio controls preload=\"none\" src=\"" + exhibit + "/sound\">")
          .doesNotContain("autoplay");
      var part = browser.with("Range", "bytes=4-11").get(exhibit + "/sound");
      browser.with("Range", "none");
      assertThat(part.status()).isEqualTo(206);
      assertThat(part.body()).isEqualTo("ftypmp42");
      assertThat(part.header("Content-Type")).startsWith("audio/mp4");
      assertThat(browser.bytes(exhibit + "/waveform.png").length).isGreaterThan(1000);
    }
  }

  @Test
  void what_browsers_do_not_play_is_written_as_wav_when_somebody_asks() throws Exception {
    var original = TestSound.amr();
    try (var node = TestNode.start(home)) {
      Assumptions.assumeTrue(
          node.part(SoundDecoder.class).there(), "ffmpeg or bubblewrap is missing");
      var keeper = Founder.found(node, "lamp keeper");
      var person = Founder.invite(node, keeper, "person", "swallow");
      var told = Told.by(person, "somebody called");
      var exhibit = Files.to(told).file("PTT-20240213.amr", original).sent().getFirst();
      var browser = person.browser();
      for (var page : new String[] {exhibit, exhibit + "?show=yes"}) {
        assertThat(browser.get(page).text())
            .contains("a kind that browsers do not play", "Write it as WAV to be heard")
            .doesNotContain("This kind of file is not shown here");
        assertThat(browser.get(page).body()).doesNotContain("<audio");
      }
      assertThat(browser.get(exhibit + "/sound").status()).isEqualTo(404);
      assertThat(browser.get(exhibit + "/samples").status()).isEqualTo(404);

      browser.get(exhibit);
      assertThat(browser.post(exhibit + "/samples").location()).isEqualTo(exhibit + "?show=yes");
      var shown = browser.get(exhibit + "?show=yes");
      assertThat(shown.body())
          .contains("<audio controls preload=\"none\" src=\"" + exhibit + "/samples\">")
          .contains(exhibit + "/original")
          .doesNotContain("autoplay");
      assertThat(shown.text())
          .contains("what plays is a copy of it written as WAV", "Nothing plays by itself")
          .contains("It was written as WAV, to be heard (ffmpeg ");
      var wav = browser.bytes(exhibit + "/samples");
      assertThat(TestSound.millis(wav)).isBetween(11_900L, 12_100L);
      assertThat(TestSound.loudest(wav, 5000, 7000)).isGreaterThan(1000);
      var part = browser.with("Range", "bytes=8-11").get(exhibit + "/samples");
      browser.with("Range", "none");
      assertThat(part.status()).isEqualTo(206);
      assertThat(part.body()).isEqualTo("WAVE");
      assertThat(browser.bytes(exhibit + "/original")).isEqualTo(original);

      browser.get(exhibit);
      browser.post(exhibit + "/samples");
      assertThat(browser.get(exhibit).text())
          .as("it is written once")
          .containsOnlyOnce("It was written as WAV");
    }
  }

  @Test
  void what_cannot_be_written_as_wav_says_why_and_stays() throws Exception {
    try (var node = TestNode.start(home)) {
      Assumptions.assumeTrue(
          node.part(SoundDecoder.class).there(), "ffmpeg or bubblewrap is missing");
      var keeper = Founder.found(node, "lamp keeper");
      var person = Founder.invite(node, keeper, "person", "swallow");
      var told = Told.by(person, "somebody called");
      var exhibit =
          Files.to(told).file("voice.3gp", boxed("3gp4", track("soun", "samr"))).sent().getFirst();
      var browser = person.browser();
      assertThat(browser.get(exhibit).text())
          .contains("Kind Recording", "a kind that browsers do not play");
      assertThat(browser.post(exhibit + "/samples").location()).isEqualTo(exhibit);
      assertThat(browser.get(exhibit).text())
          .contains("It was tried to write it as WAV, and that did not work. Reading it broke off")
          .contains("Write it as WAV to be heard");
    }
  }

  @Test
  void where_nothing_decodes_the_page_names_what_is_missing() throws Exception {
    try (var node = TestNode.with(home, NoPrograms.class)) {
      var keeper = Founder.found(node, "lamp keeper");
      var person = Founder.invite(node, keeper, "person", "swallow");
      var told = Told.by(person, "somebody called");
      var exhibit = Files.to(told).file("voice.amr", TestSound.amr()).sent().getFirst();
      var browser = person.browser();
      assertThat(browser.get(exhibit).text())
          .contains("a kind that browsers do not play", "needs ffmpeg and bubblewrap")
          .doesNotContain("Write it as WAV to be heard");
      browser.get(exhibit);
      assertThat(browser.post(exhibit + "/samples").status()).isEqualTo(404);
    }
  }
}
