package org.vigie.node.dossier;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.evidence.CheckResult;
import org.vigie.evidence.PackageCheck;
import org.vigie.kernel.MemberId;
import org.vigie.node.TestNode;
import org.vigie.node.TestSound;
import org.vigie.node.cage.SoundDecoder;
import org.vigie.node.cage.VoiceMask;
import org.vigie.node.exhibit.CoverPlan;
import org.vigie.node.exhibit.CoveredCopies;
import org.vigie.node.exhibit.ExhibitReceived;
import org.vigie.node.exhibit.Exhibits;
import org.vigie.node.exhibit.PictureCover;
import org.vigie.node.exhibit.SoundSamples;
import org.vigie.node.house.Founder;

/** Parts of a recording are silent in the copy that goes, in whatever form it was recorded. */
@SuppressWarnings("NullAway.Init")
class SilencedSoundTest {

  @TempDir static Path home;
  @TempDir private Path out = Path.of("");
  private static TestNode node;
  private static Founder.Person keeper;

  @BeforeAll
  static void found() {
    node = TestNode.start(home);
    keeper = Founder.found(node, "keeper");
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @Test
  void a_voice_note_is_silent_where_it_was_made_silent_and_heard_everywhere_else()
      throws Exception {
    Assumptions.assumeTrue(
        node.part(SoundDecoder.class).there(), "ffmpeg or bubblewrap is missing");
    var author = author("swallow");
    var sound = TestSound.wav(16_000, 6, second -> true);
    var originals = new LinkedHashMap<String, byte[]>();
    for (var form : List.of("ogg libopus", "m4a aac", "mp3 libmp3lame")) {
      var name = form.split(" ", -1);
      var made = TestSound.encoded(sound, name[0], name[1]);
      Assumptions.assumeTrue(made.length > 100, "ffmpeg writes no " + form + " here");
      originals.put(author.attach("voice." + name[0], made), made);
    }
    var dossier = author.begin("Special Rapporteur", "en");
    author.chooseAll(dossier);
    for (var exhibit : originals.keySet()) {
      var page = author.browser().get(dossier + "/exhibits/" + exhibit).text();
      assertThat(page).contains("is decoded and written anew as WAV", "Mask the voice");
      author.cover(dossier, exhibit, "from.1", "2", "to.1", "3.5", "from.2", "0:05", "to.2", "9");
    }
    var zip = Files.write(out.resolve("d.zip"), author.release(dossier, "package").bytes());
    assertThat(PackageCheck.check(zip)).isNotEmpty().noneMatch(CheckResult::isFailure);
    var files = Unzipped.of(zip);
    assertThat(files.names()).noneMatch(name -> name.startsWith("data/originals/"));
    for (var number = 1; number <= originals.size(); number++) {
      isSilentFromTwoToThreeAndAHalf(files.bytes("data/derived/P-00" + number + ".wav"));
    }
    for (var original : originals.entrySet()) {
      var bytes = new String(original.getValue(), ISO_8859_1);
      assertThat(files.names())
          .noneMatch(name -> new String(files.bytes(name), ISO_8859_1).contains(bytes));
      var kept = author.base + "/exhibits/" + original.getKey() + "/original";
      assertThat(author.browser().bytes(kept)).isEqualTo(original.getValue());
    }
    assertThat(files.text("manifest.json")).contains("vigie-redaction sound as WAV, ffmpeg");
    assertThat(files.text("data/documents/dossier.txt")).contains("written anew as WAV");
    assertThat(files.text("data/documents/dossier.html"))
        .contains("the original has another form", "was decoded and written anew as WAV");
  }

  /**
   * Ten seconds with a beep in the ninth, of which two were lost before it. The player has the beep
   * at eight seconds; decoded one after the other, the samples have it at six.
   */
  @Test
  void words_behind_a_hole_in_the_time_of_a_recording_are_silent_where_the_player_has_them()
      throws Exception {
    Assumptions.assumeTrue(
        node.part(SoundDecoder.class).there(), "ffmpeg or bubblewrap is missing");
    var author = author("plover");
    var sound = TestSound.wav(16_000, 10, second -> second == 8);
    var exhibits = new ArrayList<String>();
    for (var form : List.of("ogg libopus", "m4a aac")) {
      var name = form.split(" ", -1);
      var made = TestSound.withHole(sound, name[0], name[1]);
      Assumptions.assumeTrue(made.length > 100, "ffmpeg writes no " + form + " here");
      exhibits.add(author.attach("call." + name[0], made));
    }
    var dossier = author.begin("Special Rapporteur", "en");
    author.chooseAll(dossier);
    for (var exhibit : exhibits) {
      for (var mask : List.of("", "yes")) {
        var plan = mask.isEmpty() ? new String[0] : new String[] {"mask", "yes"};
        var covered = copy(author, dossier, exhibit, plan);
        assertThat(TestSound.millis(covered)).isBetween(9_700L, 10_300L);
        var beep = loudest(covered);
        assertThat(beep).as("as the player has it").isBetween(7_800, 8_100);
        var silent = new ArrayList<>(List.of("from.1", "8", "to.1", "9"));
        silent.addAll(List.of(plan));
        covered = copy(author, dossier, exhibit, silent.toArray(String[]::new));
        assertThat(TestSound.loudest(covered, 0, 9_600))
            .as("nothing of it is left")
            .isLessThan(400);
      }
    }
  }

  private static byte[] copy(Author author, String dossier, String exhibit, String... fields) {
    author.cover(dossier, exhibit, fields);
    return author.browser().bytes(dossier + "/exhibits/" + exhibit + "/copy");
  }

  /** Where it begins to be loud, in milliseconds. */
  private static int loudest(byte[] wav) {
    for (var at = 0; at < 9_600; at += 50) {
      if (TestSound.loudest(wav, at, at + 50) > 4_000) {
        return at;
      }
    }
    return -1;
  }

  @Test
  void a_recording_whose_times_do_not_hold_is_refused_in_a_sentence() throws Exception {
    Assumptions.assumeTrue(
        node.part(SoundDecoder.class).there(), "ffmpeg or bubblewrap is missing");
    var author = author("dunlin");
    var file = out.resolve("call.mp3");
    var sound = Files.write(out.resolve("call.wav"), TestSound.wav(16_000, 10, second -> true));
    // Into a file, so that its first frame says how many there are.
    var made =
        new ProcessBuilder("ffmpeg", "-v", "quiet", "-i", sound.toString(), file.toString())
            .redirectErrorStream(true)
            .start();
    assertThat(made.waitFor(20, TimeUnit.SECONDS)).isTrue();
    var bytes = Files.readAllBytes(file);
    Arrays.fill(bytes, bytes.length / 5, 2 * bytes.length / 5, (byte) 0);
    var exhibit = author.attach("call.mp3", bytes);
    var dossier = author.begin("Special Rapporteur", "en");
    author.chooseAll(dossier);
    var page = dossier + "/exhibits/" + exhibit;
    for (var look = 0; look < 2; look++) {
      assertThat(author.browser().get(page).text())
          .contains("The times in this recording do not hold", "Decode the recording now")
          .doesNotContain("Parts to make silent");
    }
    var tried = Exhibits.of(author.open().register()).find(exhibit).orElseThrow().unread();
    assertThat(tried.stream().filter(one -> one.unread().kind().equals(SoundSamples.KIND)))
        .as("tried once")
        .hasSize(1);
    assertThat(author.browser().post(page + "/listen").text())
        .contains("The times in this recording do not hold");
    for (var mask : List.of("no", "mask")) {
      author.browser().get(page);
      var refused = author.browser().post(page, "from.1", "8", "to.1", "9", mask, "yes");
      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.text()).contains("The times in this recording do not hold");
    }
    var now = Exhibits.of(author.open().register()).find(exhibit).orElseThrow();
    assertThat(CoveredCopies.of(now)).isEmpty();
  }

  /** Players take the track that the file prefers, our decoder takes the first. */
  @Test
  void what_the_page_plays_is_what_is_cut_whatever_others_make_of_the_file() throws Exception {
    Assumptions.assumeTrue(
        node.part(SoundDecoder.class).there(), "ffmpeg or bubblewrap is missing");
    var author = author("sanderling");
    var first = Files.write(out.resolve("1.wav"), TestSound.wav(16_000, 8, second -> second == 2));
    var other = Files.write(out.resolve("2.wav"), TestSound.wav(16_000, 8, second -> second == 6));
    var file = out.resolve("call.m4a");
    var tracks = "-map 0:a -map 1:a -c:a aac -disposition:a:0 0 -disposition:a:1 default";
    var command = "ffmpeg -v quiet -i " + first + " -i " + other + " " + tracks + " " + file;
    var made = new ProcessBuilder(command.split(" ", -1)).redirectErrorStream(true).start();
    assertThat(made.waitFor(20, TimeUnit.SECONDS) && made.exitValue() == 0).isTrue();
    var exhibit = author.attach("call.m4a", Files.readAllBytes(file));
    var dossier = author.begin("Special Rapporteur", "en");
    author.chooseAll(dossier);
    var page = author.browser().get(dossier + "/exhibits/" + exhibit);
    assertThat(page.text()).contains("Choose the parts by this player");
    assertThat(page.body()).contains("src=\"" + played(author, exhibit) + "\"");
    var samples = author.browser().bytes(played(author, exhibit));
    assertThat(loudest(samples)).isBetween(1_800, 2_100);
    assertThat(copy(author, dossier, exhibit)).as("the very samples").isEqualTo(samples);
    var covered = copy(author, dossier, exhibit, "from.1", "2", "to.1", "3");
    assertThat(TestSound.loudest(covered, 0, 7_800)).isLessThan(400);
    assertThat(author.browser().get(author.base + "/exhibits/" + exhibit).text())
        .contains("It was written as WAV, to be heard (");
  }

  private static String played(Author author, String exhibit) {
    return author.base + "/exhibits/" + exhibit + "/samples";
  }

  /** After a jump, players may work the time out of the bytes a second that the header claims. */
  @Test
  void wav_is_played_as_it_came_only_if_its_header_is_as_we_would_write_it() {
    var author = author("knot");
    var wav = TestSound.wav(16_000, 4, second -> second == 1);
    var claims = wav.clone();
    ByteBuffer.wrap(claims).order(ByteOrder.LITTLE_ENDIAN).putInt(28, 64_000);
    var plain = author.attach("plain.wav", wav);
    var lying = author.attach("lying.wav", claims);
    var dossier = author.begin("Special Rapporteur", "en");
    author.chooseAll(dossier);
    assertThat(author.browser().get(dossier + "/exhibits/" + plain).body())
        .contains("/exhibits/" + plain + "/sound\"");
    assertThat(author.browser().get(dossier + "/exhibits/" + lying).body())
        .contains("src=\"" + played(author, lying) + "\"");
    assertThat(author.browser().bytes(played(author, lying))).isEqualTo(wav);
  }

  @Test
  void one_recording_at_a_time_is_in_memory() throws Exception {
    var author = author("redshank");
    var exhibit = author.attach("call.wav", TestSound.wav(8_000, 3, second -> true));
    var dossier = author.begin("Special Rapporteur", "en");
    author.chooseAll(dossier);
    var page = dossier + "/exhibits/" + exhibit;
    author.browser().get(page);
    var other = MemberId.random(new SecureRandom());
    var turn = node.part(SoundDecoder.class).turn().take(other, Duration.ofSeconds(5));
    var second =
        Thread.ofVirtual().start(() -> author.browser().post(page, "from.1", "1", "to.1", "2"));
    assertThat(second.join(Duration.ofMillis(700))).as("waits for the other").isFalse();
    turn.close();
    assertThat(second.join(Duration.ofSeconds(20))).isTrue();
    var now = Exhibits.of(author.open().register()).find(exhibit).orElseThrow();
    assertThat(CoveredCopies.of(now)).hasSize(1);
  }

  /** As it is where others were before it all the time while it came in. */
  @Test
  void a_recording_that_nobody_looked_at_yet_says_so_and_is_looked_at_when_its_page_is_opened()
      throws Exception {
    Assumptions.assumeTrue(
        node.part(SoundDecoder.class).there(), "ffmpeg or bubblewrap is missing");
    var author = author("turnstone");
    var wav = TestSound.wav(8_000, 3, second -> true);
    var file = author.open().register();
    var kept = file.storeBlob(new ByteArrayInputStream(wav), wav.length);
    var bytes =
        new ExhibitReceived.Bytes(kept.id().value(), kept.length(), kept.sha256(), kept.sha512());
    var what = new ExhibitReceived.File("call.wav", "audio/wav");
    Exhibits.of(file)
        .receive(
            new ExhibitReceived(
                "0123456789abcdef",
                "audio",
                what,
                bytes,
                ExhibitReceived.Provenance.UNKNOWN,
                List.of(),
                "",
                List.of()));
    var page = author.base + "/exhibits/0123456789abcdef";
    var other = MemberId.random(new SecureRandom());
    try (var _ = node.part(SoundDecoder.class).turn().take(other, Duration.ofSeconds(5))) {
      assertThat(author.browser().get(page).text())
          .contains("would be recognised by is not kept yet", "it is in no comparison")
          .contains("Keep what a copy of it would be recognised by")
          .doesNotContain("It says nothing about who speaks");
    }
    assertThat(author.browser().get(page).text())
        .contains("It says nothing about who speaks")
        .doesNotContain("is not kept yet", "Keep what a copy of it would be recognised by");
  }

  private static void isSilentFromTwoToThreeAndAHalf(byte[] wav) {
    assertThat(TestSound.millis(wav)).isBetween(5_900L, 6_200L);
    assertThat(TestSound.loudest(wav, 2_000, 3_500)).isZero();
    assertThat(TestSound.loudest(wav, 5_000, 5_900)).isZero();
    for (var at = 200; at < 4_900; at += 100) {
      if (at < 1_900 || at > 3_500) {
        assertThat(TestSound.loudest(wav, at, at + 100)).as("at %d", at).isGreaterThan(10_000);
      }
    }
    var text = new String(wav, ISO_8859_1);
    assertThat(text).startsWith("RIFF").doesNotContain("Mulberry", "LIST", "Lavf");
  }

  @Test
  void where_there_is_no_decoder_nothing_is_covered_and_nothing_is_kept() throws Exception {
    var author = author("heron");
    var exhibit = author.attach("voice.ogg", "OggS and no more".getBytes(ISO_8859_1));
    var random = new SecureRandom();
    var none =
        new Redactions(
            node.part(PictureCover.class),
            () -> VoiceMask.onThisMachine(random),
            SoundDecoder::none,
            new SoundSamples(SoundDecoder::none, random),
            new CoveredCopies(random));
    var file = author.open().register();
    var found = Exhibits.of(file).find(exhibit).orElseThrow();
    assertThat(none.decodes()).isFalse();
    assertThatThrownBy(() -> none.sound(file, found, CoverPlan.NOTHING))
        .hasMessage("dossier.uncoverable");
    assertThat(CoveredCopies.of(Exhibits.of(file).find(exhibit).orElseThrow())).isEmpty();
  }

  @Test
  void what_cannot_be_decoded_is_refused_in_a_sentence() {
    Assumptions.assumeTrue(
        node.part(SoundDecoder.class).there(), "ffmpeg or bubblewrap is missing");
    var author = author("linnet");
    var exhibit = author.attach("voice.ogg", "OggS and no more".getBytes(ISO_8859_1));
    var dossier = author.begin("Special Rapporteur", "en");
    author.chooseAll(dossier);
    var page = dossier + "/exhibits/" + exhibit;
    author.browser().get(page);
    var refused = author.browser().post(page, "from.1", "0", "to.1", "1");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text())
        .contains("could not be read, so nothing of it was made silent", "kept as it was received");
  }

  private static Author author(String name) {
    return Author.tell(Founder.invite(node, keeper, "person", name), "He called", "en")
        .agree("un", "yes");
  }
}
