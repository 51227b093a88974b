package org.vigie.node.exhibit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.kernel.MemberId;
import org.vigie.node.TestNode;
import org.vigie.node.TestPicture;
import org.vigie.node.cage.PictureDecoder;
import org.vigie.node.cage.PictureDecoder.Program;
import org.vigie.node.house.Founder;
import org.vigie.node.house.Told;
import org.vigie.probe.NoPrograms;

/** Photographs of telephones are shown and covered like others, and stay as they came. */
class StillsTest {

  private static final PictureDecoder DECODER = PictureDecoder.onThisMachine();
  private static final Pattern COPY = Pattern.compile("src=\"([^\"]*/copies/[0-9a-f]+)\"");

  @TempDir private Path home = Path.of("");
  @TempDir private Path folder = Path.of("");

  private static void assumeDecoder(Program program) {
    Assumptions.assumeTrue(
        DECODER.there(program), "heif-convert (libheif-examples), ffmpeg or bubblewrap is missing");
  }

  /** With a maker of cameras in its metadata, where the form takes it over. */
  private byte[] photograph(String form) throws Exception {
    assumeDecoder(Program.of("image/" + form));
    var jpeg = TestPicture.as("jpg", TestPicture.halves(1200, 900));
    var made = TestPicture.encoded(TestPicture.withMaker(jpeg, "Mulberry"), "jpg", form, folder);
    Assumptions.assumeTrue(made.length > 0, "nothing writes " + form + " here");
    return made;
  }

  private static boolean mentions(byte[] bytes, String word) {
    return new String(bytes, ISO_8859_1).contains(word);
  }

  @Test
  void S_87_a_photograph_of_an_iphone_is_shown_and_covered_and_the_original_stays()
      throws Exception {
    var original = photograph("heic");
    try (var node = TestNode.start(home)) {
      var keeper = Founder.found(node, "lamp keeper");
      var person = Founder.invite(node, keeper, "person", "swallow");
      var browser = person.browser();
      var told = Told.by(person, "somebody called");
      var exhibit = Files.to(told).file("IMG_0001.HEIC", original).sent().getFirst();
      assertThat(browser.get(exhibit).text())
          .contains("Show the picture", "Cover faces or other parts in a copy", "image/heic")
          .contains("It was decoded to be shown and covered", "(heif-convert ")
          .doesNotContain("must be decoded by a program of its own");
      var preview = browser.bytes(exhibit + "/preview");
      assertThat(TestPicture.halved(preview)).isTrue();
      assertThat(mentions(preview, "Mulberry")).isFalse();

      browser.get(exhibit + "/cover");
      browser.post(exhibit + "/cover", "area", "10,10,30,40", "tone", "black");
      var shown = browser.get(exhibit + "?show=yes");
      assertThat(shown.text())
          .contains("A copy in which parts are covered was made")
          .contains("(vigie-redaction picture, heif-convert ");
      var copy = COPY.matcher(shown.body());
      assertThat(copy.find()).isTrue();
      var bytes = browser.bytes(copy.group(1));
      var covered = ImageIO.read(new ByteArrayInputStream(bytes));
      assertThat(covered.getWidth()).isEqualTo(1200);
      for (var y = 90; y < 450; y++) {
        for (var x = 120; x < 480; x++) {
          assertThat(covered.getRGB(x, y) & 0xFFFFFF).isZero();
        }
      }
      assertThat(TestPicture.halved(bytes)).as("the rest is there").isTrue();
      assertThat(mentions(bytes, "Mulberry")).isFalse();
      assertThat(mentions(bytes, "eXIf") || mentions(bytes, "iCCP") || mentions(bytes, "tEXt"))
          .isFalse();
      assertThat(browser.bytes(exhibit + "/original")).isEqualTo(original);
      assertThat(browser.get(exhibit + "/custody").text())
          .contains("It was decoded by heif-convert", "the picture without metadata");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"heic", "avif", "webp"})
  void what_is_made_of_a_photograph_points_to_it_and_holds_points_alone(String form)
      throws Exception {
    var original = photograph(form);
    var scene = new Scene();
    var exhibit = scene.receive("photo." + form, original);
    assertThat(exhibit.kind()).isEqualTo("picture");
    assertThat(exhibit.received().file().mediaType()).isEqualTo("image/" + form);
    var still = exhibit.derived(Stills.KIND).orElseThrow();
    assertThat(still.source()).isEqualTo(exhibit.id());
    assertThat(still.mediaType()).isEqualTo("image/png");
    assertThat(still.tool()).startsWith(form.equals("webp") ? "ffmpeg " : "heif-convert ");
    var preview = exhibit.derived("preview").orElseThrow();
    for (var made : new ExhibitDerived[] {still, preview}) {
      var png = scene.bytes(made.bytes());
      assertThat(TestPicture.halved(png)).as(made.kind()).isTrue();
      assertThat(mentions(png, "Mulberry")).as(made.kind()).isFalse();
    }
    assertThat(PictureCover.possible(exhibit)).isTrue();
    assertThat(exhibit.missing()).isEmpty();
    assertThat(scene.bytes(exhibit.received().bytes())).isEqualTo(original);
  }

  @Test
  void of_several_pictures_in_a_file_the_page_says_that_one_is_shown() throws Exception {
    assumeDecoder(Program.HEIF);
    var png = TestPicture.as("png", TestPicture.halves(320, 240));
    var burst = TestPicture.twice(png, folder);
    Assumptions.assumeTrue(burst.length > 0, "nothing writes heic here");
    try (var node = TestNode.start(home)) {
      var keeper = Founder.found(node, "lamp keeper");
      var person = Founder.invite(node, keeper, "person", "swallow");
      var browser = person.browser();
      var told = Told.by(person, "somebody called");
      var exhibit = Files.to(told).file("burst.heic", burst).sent().getFirst();
      assertThat(browser.get(exhibit).text())
          .contains("The file holds 2 pictures. Only the first is shown");
      assertThat(TestPicture.halved(browser.bytes(exhibit + "/preview"))).isTrue();
      var one = Files.to(told).file("png.png", png).sent().getLast();
      assertThat(browser.get(one).text()).doesNotContain("The file holds");
    }
  }

  @Test
  void S_83_a_picture_that_says_it_is_huge_is_refused_and_not_decoded() throws Exception {
    assumeDecoder(Program.HEIF);
    var large = new Scene().receive("large.heic", TestPicture.hollow(30_000, 30_000));
    assertThat(large.missing().orElseThrow().reason()).isEqualTo("import.image-too-large");
    assertThat(large.derived()).isEmpty();
    var hollow = new Scene().receive("hollow.heic", TestPicture.hollow(64, 48));
    assertThat(hollow.missing().orElseThrow().reason())
        .as("only this one came as far as the decoder")
        .isEqualTo("cage.failed");
    assertThat(hollow.derived()).isEmpty();
  }

  @Test
  void what_could_not_be_decoded_says_why_and_can_be_tried_again() throws Exception {
    assumeDecoder(Program.HEIF);
    var original = photograph("heic");
    var cut = Arrays.copyOf(original, original.length / 2);
    try (var node = TestNode.start(home)) {
      var keeper = Founder.found(node, "lamp keeper");
      var person = Founder.invite(node, keeper, "person", "swallow");
      var browser = person.browser();
      var told = Told.by(person, "somebody called");
      var exhibit = Files.to(told).file("IMG_0002.HEIC", cut).sent().getFirst();
      var page = browser.get(exhibit).text();
      assertThat(page)
          .contains("Reading it broke off", "The file itself is kept exactly as it came")
          .contains("Try to decode the picture")
          .doesNotContain("Cover faces or other parts in a copy");
      assertThat(browser.post(exhibit + "/still").location()).isEqualTo(exhibit);
      assertThat(browser.get(exhibit).text().split("It was tried to read it", -1)).hasSize(3);
      assertThat(browser.get(exhibit + "/cover").status()).isEqualTo(404);
      assertThat(browser.bytes(exhibit + "/original")).isEqualTo(cut);
    }
  }

  @Test
  void where_the_programs_are_missing_the_page_names_their_packages() throws Exception {
    try (var node = TestNode.with(home, NoPrograms.class)) {
      var keeper = Founder.found(node, "lamp keeper");
      var person = Founder.invite(node, keeper, "person", "swallow");
      var browser = person.browser();
      var told = Told.by(person, "somebody called");
      var webp = "RIFF\u0010\0\0\0WEBPVP8 \u0004\0\0\0\0\0\0\0".getBytes(ISO_8859_1);
      var all =
          Files.to(told)
              .file("IMG_0003.HEIC", TestPicture.hollow(64, 48))
              .file("sticker.webp", webp)
              .sent();
      assertThat(browser.get(all.getFirst()).text())
          .contains("must be decoded by a program of its own", "libheif-examples")
          .doesNotContain("Try to decode the picture", "It was tried to read it");
      assertThat(browser.get(all.getLast()).text())
          .contains("needs ffmpeg and bubblewrap")
          .doesNotContain("libheif-examples", "Try to decode the picture");
    }
  }

  @Test
  void what_others_kept_from_being_decoded_is_decoded_when_somebody_asks() throws Exception {
    var original = photograph("heic");
    var scene = new Scene(PictureDecoder.none());
    var exhibit = scene.receive("IMG_0004.HEIC", original);
    assertThat(exhibit.unread()).as("says nothing about the picture").isEmpty();
    var stills = new Stills(Scene.USUAL, () -> DECODER, new SecureRandom());
    var turn = DECODER.turn().take(MemberId.random(new SecureRandom()), Duration.ofSeconds(5));
    assertThat(stills.draw(scene.file, exhibit.received(), Duration.ofMillis(50))).isFalse();
    turn.close();
    for (var again = 0; again < 2; again++) {
      assertThat(stills.draw(scene.file, exhibit.received(), Duration.ofSeconds(5))).isTrue();
    }
    var now = Exhibits.of(scene.file).find(exhibit.id()).orElseThrow();
    assertThat(now.unread()).isEmpty();
    assertThat(now.derived()).as("once").hasSize(2);
  }
}
