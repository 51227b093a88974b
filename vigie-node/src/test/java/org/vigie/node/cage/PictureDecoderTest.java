package org.vigie.node.cage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.node.TestPicture;
import org.vigie.node.cage.PictureDecoder.Program;

/** Photographs of telephones become PNG where nothing of them can reach anything. */
class PictureDecoderTest {

  private static final PictureDecoder DECODER = PictureDecoder.onThisMachine();

  @TempDir private Path folder = Path.of("");

  private byte[] encoded(String form) throws Exception {
    var png = TestPicture.as("png", TestPicture.halves(640, 480));
    var made = TestPicture.encoded(png, "png", form, folder);
    Assumptions.assumeTrue(made.length > 0, "nothing writes " + form + " here");
    Assumptions.assumeTrue(
        DECODER.there(Program.of("image/" + form)),
        "heif-convert (libheif-examples), ffmpeg or bubblewrap is missing");
    return made;
  }

  @ParameterizedTest
  @ValueSource(strings = {"heic", "avif", "webp"})
  void a_photograph_becomes_a_png_of_the_same_points(String form) throws Exception {
    var program = Program.of("image/" + form);
    var decoded = DECODER.decode(encoded(form), program);
    var png = decoded.png();
    assertThat(decoded.pictures()).isEqualTo(1);
    var image = ImageIO.read(new ByteArrayInputStream(png));
    assertThat(image.getWidth()).isEqualTo(640);
    assertThat(image.getHeight()).isEqualTo(480);
    assertThat(TestPicture.halved(png)).isTrue();
    assertThat(DECODER.tool(program)).matches("(heif-convert|ffmpeg) [0-9][0-9A-Za-z.+~-]*");
  }

  @ParameterizedTest
  @ValueSource(strings = {"heic", "avif", "webp"})
  void S_81_what_is_cut_off_or_damaged_is_refused_or_decoded_and_ends_in_time(String form)
      throws Exception {
    var whole = encoded(form);
    var program = Program.of("image/" + form);
    for (var length : new int[] {12, whole.length / 8, whole.length / 4}) {
      assertThatThrownBy(() -> DECODER.decode(Arrays.copyOf(whole, length), program))
          .as("%d of %d bytes", length, whole.length)
          .isInstanceOf(CageRefused.class);
    }
    var state = 7L;
    for (var turn = 0; turn < 6; turn++) {
      var damaged = whole.clone();
      for (var hit = 0; hit < 20; hit++) {
        state = state * 6_364_136_223_846_793_005L + 1_442_695_040_888_963_407L;
        damaged[(int) (state >>> 33) % damaged.length] = (byte) (state >>> 20);
      }
      try {
        assertThat(DECODER.decode(damaged, program).png()).startsWith(0x89, 'P', 'N', 'G');
      } catch (CageRefused refused) {
        assertThat(refused.key()).isIn("cage.failed", "cage.time", "cage.output");
      }
    }
  }

  /** Whoever looked at its tables was told less than is in it; the cage bounds the rest. */
  @Test
  void what_lies_about_its_size_is_decoded_within_the_bounds_of_the_cage() throws Exception {
    var lying = encoded("heic");
    var at = new String(lying, StandardCharsets.ISO_8859_1).indexOf("ispe");
    ByteBuffer.wrap(lying).putInt(at + 8, 16).putInt(at + 12, 16);
    try {
      var png = DECODER.decode(lying, Program.HEIF).png();
      assertThat(ImageIO.read(new ByteArrayInputStream(png)).getWidth()).isLessThanOrEqualTo(640);
    } catch (CageRefused refused) {
      assertThat(refused.key()).isEqualTo("cage.failed");
    }
  }

  @Test
  void what_is_no_such_picture_is_refused_and_so_is_everything_where_no_program_is() {
    var letters = "not a picture".getBytes(UTF_8);
    for (var program : Program.values()) {
      assertThatThrownBy(() -> DECODER.decode(letters, program)).hasMessage("cage.failed");
      assertThatThrownBy(() -> PictureDecoder.none().decode(letters, program))
          .hasMessage("cage.failed");
      assertThatThrownBy(() -> DECODER.decode(new byte[PictureDecoder.LONGEST + 1], program))
          .hasMessage("cage.failed");
      assertThat(PictureDecoder.none().there(program)).isFalse();
    }
    assertThat(Program.of("image/png")).isEqualTo(Program.NONE);
  }
}
