package org.vigie.imports.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.vigie.imports.BytesSource;
import org.vigie.imports.ImportRefused;

class PicturesTest {

  private static byte[] encoded(BufferedImage image, String format) throws IOException {
    var out = new ByteArrayOutputStream();
    ImageIO.write(image, format, out);
    return out.toByteArray();
  }

  private static BufferedImage red(int width, int height) {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (var y = 0; y < height; y++) {
      for (var x = 0; x < width; x++) {
        image.setRGB(x, y, x < width / 2 ? 0xFF0000 : 0x0000FF);
      }
    }
    return image;
  }

  private static byte[] shown(byte[] original, int side, Box... boxes) throws Exception {
    var out = new ByteArrayOutputStream();
    Pictures.show(
        new BytesSource(original), side, new Paint(List.of(boxes), false, List.of()), out);
    return out.toByteArray();
  }

  private static byte[] painted(byte[] original, Paint paint) throws Exception {
    var out = new ByteArrayOutputStream();
    Pictures.show(new BytesSource(original), 400, paint, out);
    return out.toByteArray();
  }

  private static BufferedImage decoded(byte[] png) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(png));
  }

  /** A JPEG with an Exif block: an orientation, a place and a maker's words. */
  private static byte[] photograph(int orientation) throws IOException {
    var jpeg = encoded(red(64, 32), "jpg");
    var exif = new ByteArrayOutputStream();
    exif.writeBytes("Exif\0\0MM\0*\0\0\0\b".getBytes(StandardCharsets.ISO_8859_1));
    exif.writeBytes(new byte[] {0, 2});
    exif.writeBytes(new byte[] {1, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte) orientation, 0, 0});
    exif.writeBytes(new byte[] {(byte) 0x88, 0x25, 0, 4, 0, 0, 0, 1, 0, 0, 0, 38});
    exif.writeBytes("GPS 48.8566 N 2.3522 E maker's words".getBytes(StandardCharsets.US_ASCII));
    var out = new ByteArrayOutputStream();
    out.write(jpeg, 0, 2);
    out.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xE1, 0, (byte) (exif.size() + 2)});
    out.writeBytes(exif.toByteArray());
    out.write(jpeg, 2, jpeg.length - 2);
    return out.toByteArray();
  }

  @Test
  void S_87_keeps_nothing_but_pixels() throws Exception {
    var original = photograph(1);
    var before = original.clone();
    assertThat(new String(original, StandardCharsets.ISO_8859_1)).contains("48.8566");
    var png = shown(original, 1600);
    assertThat(new String(png, StandardCharsets.ISO_8859_1)).doesNotContain("48.8566", "GPS");
    for (var at = 8; at < png.length; ) {
      var length = (png[at + 2] & 255) << 8 | (png[at + 3] & 255);
      var chunk = new String(png, at + 4, 4, StandardCharsets.US_ASCII);
      assertThat(chunk).isIn("IHDR", "IDAT", "IEND", "PLTE", "tRNS");
      at += 12 + length + ((png[at] & 255) << 24 | (png[at + 1] & 255) << 16);
    }
    assertThat(original).isEqualTo(before);
  }

  @Test
  void turns_a_photograph_upright() throws Exception {
    var upright = decoded(shown(photograph(6), 1600));
    assertThat(upright.getWidth()).isEqualTo(32);
    assertThat(upright.getHeight()).isEqualTo(64);
    assertThat(upright.getRGB(16, 5) >> 16 & 255).isGreaterThan(200);
    assertThat(upright.getRGB(16, 60) & 255).isGreaterThan(200);
  }

  @Test
  void makes_a_large_picture_smaller() throws Exception {
    var out = new ByteArrayOutputStream();
    var facts =
        Pictures.show(new BytesSource(encoded(red(4000, 1000), "png")), 800, Paint.NOTHING, out);
    assertThat(facts)
        .containsAllEntriesOf(
            Map.of("width", "4000", "height", "1000", "shown-width", "800", "shown-height", "200"));
  }

  @Test
  void paints_over_for_good() throws Exception {
    var image = decoded(shown(encoded(red(400, 200), "png"), 100, new Box(10, 10, 100, 50)));
    assertThat(image.getRGB(5, 5) & 0xFFFFFF).isZero();
    assertThat(image.getRGB(26, 14) & 0xFFFFFF).isZero();
    assertThat(image.getRGB(40, 40) & 0xFFFFFF).isEqualTo(0xFF0000);
  }

  @Test
  void S_87_covers_with_one_colour_that_tells_nothing_of_any_part() throws Exception {
    var faces = red(400, 200);
    var random = new SplittableRandom(7);
    for (var x = 0; x < 400; x++) {
      faces.setRGB(x, 20, random.nextInt(0x1000000));
    }
    var paint = new Paint(List.of(new Box(0, 0, 40, 40), new Box(360, 0, 40, 40)), true, List.of());
    var image = decoded(painted(encoded(faces, "png"), paint));
    var colours = new HashSet<Integer>();
    for (var y = 0; y < 40; y++) {
      for (var x = 0; x < 40; x++) {
        colours.add(image.getRGB(x, y) & 0xFFFFFF);
        colours.add(image.getRGB(360 + x, y) & 0xFFFFFF);
      }
    }
    assertThat(colours).hasSize(1);
    assertThat(colours.iterator().next() & 0x1F1F1F).isZero();
    assertThat(image.getRGB(200, 20)).isEqualTo(faces.getRGB(200, 20));
  }

  @Test
  void shows_where_somebody_pointed_in_opposite_colours() throws Exception {
    var paint = new Paint(List.of(), false, List.of(new Box(10, 10, 4, 4)));
    var image = decoded(painted(encoded(red(400, 200), "png"), paint));
    assertThat(image.getRGB(11, 11) & 0xFFFFFF).isEqualTo(0x00FFFF);
    assertThat(image.getRGB(20, 20) & 0xFFFFFF).isEqualTo(0xFF0000);
  }

  @Test
  void S_83_refuses_too_many_pixels_before_decoding() throws Exception {
    var huge = encoded(new BufferedImage(20_000, 20_000, BufferedImage.TYPE_BYTE_BINARY), "png");
    assertThat(huge).hasSizeLessThan(1_000_000);
    assertThatThrownBy(() -> shown(huge, 800)).hasMessage("import.image-too-large");
  }

  @Test
  void S_83_refuses_too_many_frames() throws Exception {
    assertThat(decoded(shown(gif(200), 800)).getWidth()).isEqualTo(4);
    assertThatThrownBy(() -> shown(gif(201), 800)).hasMessage("import.image-too-many-frames");
  }

  private static byte[] gif(int frames) throws IOException {
    var out = new ByteArrayOutputStream();
    var writer = ImageIO.getImageWritersByFormatName("gif").next();
    try (var stream = ImageIO.createImageOutputStream(out)) {
      writer.setOutput(stream);
      writer.prepareWriteSequence(null);
      for (var i = 0; i < frames; i++) {
        writer.writeToSequence(new IIOImage(red(4, 4), null, null), null);
      }
      writer.endWriteSequence();
    }
    writer.dispose();
    return out.toByteArray();
  }

  @Test
  void refuses_what_is_no_picture_or_cut_short() throws Exception {
    assertThatThrownBy(() -> shown("GIFAR<html>".getBytes(StandardCharsets.US_ASCII), 800))
        .isInstanceOf(ImportRefused.class);
    assertThatThrownBy(() -> shown(new byte[0], 800)).hasMessage("import.image-unknown");
    var png = encoded(red(400, 200), "png");
    for (var length : new int[] {20, 40, 60}) {
      assertThatThrownBy(() -> shown(Arrays.copyOf(png, length), 800))
          .isInstanceOf(ImportRefused.class);
    }
  }
}
