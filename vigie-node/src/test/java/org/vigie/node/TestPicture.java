package org.vigie.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;

/** Pictures made by code, in the forms that telephones photograph in. */
public final class TestPicture {

  private TestPicture() {}

  /** A picture whose left half is red and whose right half is blue. */
  public static BufferedImage halves(int width, int height) {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var brush = image.createGraphics();
    brush.setColor(Color.RED);
    brush.fillRect(0, 0, width / 2, height);
    brush.setColor(Color.BLUE);
    brush.fillRect(width / 2, 0, width - width / 2, height);
    brush.dispose();
    return image;
  }

  /** Whether the left of a PNG is red and its right blue, but for what a codec may change. */
  public static boolean halved(byte[] png) throws IOException {
    var image = ImageIO.read(new ByteArrayInputStream(png));
    var left = new Color(image.getRGB(image.getWidth() / 8, image.getHeight() / 2));
    var right = new Color(image.getRGB(image.getWidth() * 7 / 8, image.getHeight() / 2));
    return left.getRed() > 200 && left.getBlue() < 60 && right.getBlue() > 200;
  }

  /** As PNG or JPEG. */
  public static byte[] as(String form, BufferedImage image) throws IOException {
    var out = new ByteArrayOutputStream();
    ImageIO.write(image, form, out);
    return out.toByteArray();
  }

  /** A JPEG with an Exif block that names a maker of cameras. */
  public static byte[] withMaker(byte[] jpeg, String maker) {
    var name = (maker + "\0").getBytes(StandardCharsets.US_ASCII);
    var block = ByteBuffer.allocate(6 + 8 + 2 + 12 + 4 + name.length);
    block.put("Exif\0\0MM\0*".getBytes(StandardCharsets.US_ASCII)).putInt(8).putShort((short) 1);
    block.putShort((short) 0x010F).putShort((short) 2).putInt(name.length).putInt(26).putInt(0);
    block.put(name);
    var length = block.capacity() + 2;
    return ByteBuffer.allocate(jpeg.length + length + 2)
        .put(jpeg, 0, 2)
        .putShort((short) 0xFFE1)
        .putShort((short) length)
        .put(block.array())
        .put(jpeg, 2, jpeg.length - 2)
        .array();
  }

  /**
   * A picture in another form; nothing if the program that writes it is not here.
   *
   * @param form {@code heic}, {@code avif} or {@code webp}
   * @param from {@code png} or {@code jpg}
   */
  public static byte[] encoded(byte[] picture, String from, String form, Path folder)
      throws Exception {
    var in = Files.write(folder.resolve("in." + from), picture);
    var out = folder.resolve("out." + form);
    var command =
        form.equals("webp")
            ? List.of("ffmpeg", "-v", "quiet", "-y", "-i", in.toString(), out.toString())
            : List.of("heif-enc", "-q", "90", in.toString(), "-o", out.toString());
    return written(command, out);
  }

  /** A HEIC that holds a picture twice; nothing if the program that writes it is not here. */
  public static byte[] twice(byte[] png, Path folder) throws Exception {
    var in = Files.write(folder.resolve("in.png"), png).toString();
    var out = folder.resolve("out.heic");
    return written(List.of("heif-enc", "-q", "90", in, in, "-o", out.toString()), out);
  }

  private static byte[] written(List<String> command, Path out) throws Exception {
    try {
      var process =
          new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    } catch (IOException noSuchProgram) {
      return new byte[0];
    }
    return Files.exists(out) ? Files.readAllBytes(out) : new byte[0];
  }

  /** A HEIC that says it is so large and holds nothing. */
  public static byte[] hollow(int width, int height) {
    return ByteBuffer.allocate(16 + 12 + 8 + 8 + 20)
        .putInt(16)
        .put("ftypheic".getBytes(StandardCharsets.US_ASCII))
        .putInt(0)
        .putInt(48)
        .put("meta".getBytes(StandardCharsets.US_ASCII))
        .putInt(0)
        .putInt(36)
        .put("iprp".getBytes(StandardCharsets.US_ASCII))
        .putInt(28)
        .put("ipco".getBytes(StandardCharsets.US_ASCII))
        .putInt(20)
        .put("ispe".getBytes(StandardCharsets.US_ASCII))
        .putInt(0)
        .putInt(width)
        .putInt(height)
        .array();
  }
}
