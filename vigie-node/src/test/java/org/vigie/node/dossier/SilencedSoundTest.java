package org.vigie.node.dossier;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.evidence.CheckResult;
import org.vigie.evidence.PackageCheck;
import org.vigie.node.TestNode;
import org.vigie.node.TestSound;
import org.vigie.node.cage.SoundDecoder;
import org.vigie.node.cage.VoiceMask;
import org.vigie.node.exhibit.CoverPlan;
import org.vigie.node.exhibit.CoveredCopies;
import org.vigie.node.exhibit.Exhibits;
import org.vigie.node.exhibit.PictureCover;
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
