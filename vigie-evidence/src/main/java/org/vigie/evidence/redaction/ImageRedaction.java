package org.vigie.evidence.redaction;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;

/**
 * Paints over parts of a picture. Protects the pixels covered: the copy is made from pixels alone,
 * so neither metadata nor an embedded thumbnail survives. Does not protect what the pixels left
 * give away.
 */
public final class ImageRedaction {

  /** More pixels than this are refused before decoding (security check S-83). */
  public static final long MOST_PIXELS = 50_000_000;

  /** A rectangle in pixels, counted from the upper left as the file stores them. */
  public record Region(int x, int y, int width, int height) {}

  private ImageRedaction() {}

  /**
   * A PNG copy of {@code picture} (PNG, JPEG, GIF or BMP; the first frame) in which {@code regions}
   * are black. Parts of a region outside the picture are ignored; no region at all gives a copy
   * without metadata.
   *
   * @throws RedactionRefused {@code redaction.picture-unreadable}, {@code
   *     redaction.picture-too-large}; {@code redaction.span-outside} if a region misses the picture
   */
  public static byte[] cover(byte[] picture, List<Region> regions) throws RedactionRefused {
    var decoded = decode(picture);
    // A fresh raster: nothing of the decoded image but its pixels goes on.
    var copy =
        new BufferedImage(decoded.getWidth(), decoded.getHeight(), BufferedImage.TYPE_INT_RGB);
    var brush = copy.createGraphics();
    brush.setColor(Color.WHITE);
    brush.fillRect(0, 0, copy.getWidth(), copy.getHeight());
    brush.drawImage(decoded, 0, 0, null);
    brush.setColor(Color.BLACK);
    var whole = new java.awt.Rectangle(copy.getWidth(), copy.getHeight());
    for (var region : regions) {
      var area =
          new java.awt.Rectangle(region.x(), region.y(), region.width(), region.height())
              .intersection(whole);
      if (area.isEmpty()) {
        throw new RedactionRefused("redaction.span-outside");
      }
      brush.fillRect(area.x, area.y, area.width, area.height);
    }
    brush.dispose();
    var out = new ByteArrayOutputStream();
    try {
      ImageIO.write(copy, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static BufferedImage decode(byte[] picture) throws RedactionRefused {
    try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(picture))) {
      var readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw new RedactionRefused("redaction.picture-unreadable");
      }
      var reader = readers.next();
      try {
        reader.setInput(in, true, true);
        if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS) {
          throw new RedactionRefused("redaction.picture-too-large", MOST_PIXELS);
        }
        return Objects.requireNonNull(reader.read(0));
      } finally {
        reader.dispose();
      }
    } catch (IOException | RuntimeException unreadable) {
      throw new RedactionRefused("redaction.picture-unreadable");
    }
  }
}
