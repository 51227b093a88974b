package org.vigie.node.exhibit;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.imports.BytesSource;
import org.vigie.imports.Claim;
import org.vigie.imports.exif.CameraFacts;
import org.vigie.node.TestNode;
import org.vigie.node.demo.files.Exif;
import org.vigie.node.house.Founder;
import org.vigie.node.house.Told;
import org.vigie.node.shell.Form;

/** Faces covered in a copy: pointed at without script, gone for good, the original as it was. */
class CoverPictureTest {

  /** Where a PNG's first chunk ends: signature, length, name, 13 bytes, checksum. */
  private static final int AFTER_HEADER = 33;

  @TempDir private Path home = Path.of("");

  private static byte[] photograph() throws Exception {
    var image = new BufferedImage(560, 280, BufferedImage.TYPE_INT_RGB);
    for (var y = 0; y < 280; y++) {
      for (var x = 0; x < 560; x++) {
        image.setRGB(x, y, 0xFF0000 | x % 256 << 8 | y % 256);
      }
    }
    var out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    var camera = Exif.of(LocalDateTime.of(2024, 2, 13, 22, 0), 48.1, 2.1);
    var jpeg = camera.into(new byte[] {(byte) 0xFF, (byte) 0xD8});
    var block = Arrays.copyOfRange(jpeg, 12, jpeg.length);
    return withChunk(withChunk(out.toByteArray(), "eXIf", block), "tEXt", utf8("Author\0Mulberry"));
  }

  /** The same picture with this chunk after its header. */
  private static byte[] withChunk(byte[] png, String name, byte[] content) {
    var crc = new CRC32();
    crc.update(utf8(name));
    crc.update(content);
    return ByteBuffer.allocate(png.length + content.length + 12)
        .put(png, 0, AFTER_HEADER)
        .putInt(content.length)
        .put(utf8(name))
        .put(content)
        .putInt((int) crc.getValue())
        .put(png, AFTER_HEADER, png.length - AFTER_HEADER)
        .array();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static BufferedImage decoded(byte[] png) throws Exception {
    return ImageIO.read(new ByteArrayInputStream(png));
  }

  @Test
  void S_87_two_taps_cover_a_face_in_a_copy_and_the_original_stays() throws Exception {
    var original = photograph();
    assertThat(CameraFacts.of(new BytesSource(original)))
        .extracting(Claim::value)
        .contains("Vigie Demo", "48.10000° N, 2.10000° E", "Mulberry");
    try (var node = TestNode.start(home)) {
      var keeper = Founder.found(node, "lamp keeper");
      var person = Founder.invite(node, keeper, "person", "swallow");
      var browser = person.browser();
      var told = Told.by(person, "somebody called");
      var exhibit = Files.to(told).file("photo.png", original).sent().getFirst();
      assertThat(browser.get(exhibit).text()).contains("Cover faces or other parts in a copy");

      var page = browser.get(exhibit + "/cover");
      assertThat(page.text()).contains("Tap one corner", "Blurring can be undone");
      assertThat(page.body()).contains("type=\"image\"", "width=\"280\" height=\"140\"");
      var first = browser.get(exhibit + "/cover?begun=yes&at.x=28&at.y=14");
      assertThat(first.text()).contains("Now tap the opposite corner");
      assertThat(first.body()).contains("name=\"corner\" value=\"100,100\"");
      var second = browser.get(exhibit + "/cover?begun=yes&corner=100,100&at.x=139&at.y=69");
      assertThat(second.body()).contains("name=\"area\" value=\"10,10,40,40\"");
      var look = browser.bytes(exhibit + "/cover/look?begun=yes&area=10,10,40,40");
      var seen = decoded(look);
      assertThat(seen.getRGB(seen.getWidth() / 4, seen.getHeight() / 4) & 0xFFFFFF).isZero();

      browser.get(exhibit + "/cover");
      var kept = browser.post(exhibit + "/cover", "area", "10,10,40,40", "tone", "black");
      assertThat(kept.location()).isEqualTo(exhibit + "?show=yes");
      var shown = browser.get(exhibit + "?show=yes");
      assertThat(shown.text())
          .contains("The copy is made", "You covered parts of it in a copy")
          .contains("A copy in which parts are covered was made (vigie-redaction picture)");
      var copy =
          java.util.regex.Pattern.compile("src=\"([^\"]*/copies/[0-9a-f]+)\"")
              .matcher(shown.body());
      assertThat(copy.find()).isTrue();
      var bytes = browser.bytes(copy.group(1));
      var covered = decoded(bytes);
      for (var y = 28; y < 140; y++) {
        for (var x = 56; x < 280; x++) {
          assertThat(covered.getRGB(x, y) & 0xFFFFFF).isZero();
        }
      }
      assertThat(covered.getRGB(400, 200)).isEqualTo(decoded(original).getRGB(400, 200));
      assertThat(CameraFacts.of(new BytesSource(bytes))).isEmpty();
      assertThat(new String(bytes, StandardCharsets.ISO_8859_1))
          .doesNotContain("tEXt", "eXIf", "Vigie Demo", "Mulberry");
      assertThat(browser.bytes(exhibit + "/original")).isEqualTo(original);
      assertThat(browser.get(exhibit + "/custody").text())
          .contains("Parts were covered in a copy by");
    }
  }

  @Test
  void nothing_chosen_makes_no_copy_and_what_is_no_picture_has_no_page() throws Exception {
    try (var node = TestNode.start(home)) {
      var keeper = Founder.found(node, "lamp keeper");
      var person = Founder.invite(node, keeper, "person", "swallow");
      var browser = person.browser();
      var told = Told.by(person, "somebody called");
      var all = Files.to(told).file("photo.png", photograph()).file("note.txt", "be silent").sent();
      browser.get(all.getFirst() + "/cover");
      var none = browser.post(all.getFirst() + "/cover", "left", "10", "top", "10").location();
      assertThat(none).isEqualTo(all.getFirst() + "/cover");
      assertThat(browser.get(none).text()).contains("no copy was made");
      assertThat(browser.get(all.getLast() + "/cover").status()).isEqualTo(404);
      assertThat(browser.get(all.getLast()).text()).doesNotContain("Cover faces");
    }
  }

  @Test
  void what_an_address_says_is_taken_only_as_far_as_it_makes_sense() {
    var form =
        Form.of(
            Map.of(
                "area", List.of("10,10,200,5", "1,1,0,5", "x", "-1,0,3,3", "100,0,5,5"),
                "corner", List.of("5000,12")));
    assertThat(CoverForm.picture(form).areas()).containsExactly(new CoverPlan.Area(10, 10, 90, 5));
    assertThat(Pointing.Corner.parse("5000,12")).contains(new Pointing.Corner(1000, 12));
    assertThat(Pointing.Corner.parse("1,2,3")).isEmpty();
  }
}
