package org.vigie.typeset;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Objects;
import javax.imageio.ImageIO;

/**
 * Pixels to be shown in a document, decoded from PNG, JPEG, GIF or BMP. Only pixels are kept:
 * whatever else the file says (place, camera, author) does not reach the document.
 */
public final class Picture {

  /** More pixels than this are refused before decoding (security check S-83). */
  public static final long MOST_PIXELS = 50_000_000;

  private final BufferedImage pixels;
  private final boolean photograph;

  private Picture(BufferedImage pixels, boolean photograph) {
    this.pixels = pixels;
    this.photograph = photograph;
  }

  /**
   * Decodes {@code file}. Transparent parts become white.
   *
   * @throws TypesetRefused {@code typeset.picture-unreadable}, {@code typeset.picture-too-large}
   */
  public static Picture of(byte[] file) throws TypesetRefused {
    Headless.prepare();
    try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
      var readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw new TypesetRefused("typeset.picture-unreadable");
      }
      var reader = readers.next();
      try {
        reader.setInput(in, true, true);
        if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS) {
          throw new TypesetRefused("typeset.picture-too-large", MOST_PIXELS);
        }
        var photograph = reader.getFormatName().equalsIgnoreCase("jpeg");
        return new Picture(opaque(Objects.requireNonNull(reader.read(0))), photograph);
      } finally {
        reader.dispose();
      }
    } catch (IOException | RuntimeException unreadable) {
      throw new TypesetRefused("typeset.picture-unreadable");
    }
  }

  /** Pixels drawn by ourselves, such as a chart; transparent parts become white. */
  public static Picture of(BufferedImage drawn) {
    return new Picture(opaque(drawn), false);
  }

  BufferedImage pixels() {
    return pixels;
  }

  /** Whether it came as JPEG, and may be stored so again. */
  boolean photograph() {
    return photograph;
  }

  private static BufferedImage opaque(BufferedImage image) {
    var flat = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
    var brush = flat.createGraphics();
    brush.setColor(java.awt.Color.WHITE);
    brush.fillRect(0, 0, flat.getWidth(), flat.getHeight());
    brush.drawImage(image, 0, 0, null);
    brush.dispose();
    return flat;
  }
}
