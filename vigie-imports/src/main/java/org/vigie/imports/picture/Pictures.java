package org.vigie.imports.picture;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.vigie.imports.ImportRefused;
import org.vigie.imports.Source;

/**
 * Decodes a picture and writes it as a PNG of pixels alone. Protects against pictures that are
 * small as files and huge in memory, and against places, names and thumbnails in metadata. Does not
 * protect against what can be seen in the picture.
 */
public final class Pictures {

  /** The most points of a picture that is decoded. */
  static final long MOST_PIXELS = 50_000_000;

  private static final long MOST_DECODED = 12_000_000;
  private static final int MOST_FRAMES = 200;
  private static final int HEAD = 128 * 1024;

  private Pictures() {}

  /**
   * Writes the first frame as a PNG, painted over.
   *
   * @param side the most pixels of the longer side
   * @return facts: format, width, height, frames, shown-width, shown-height
   * @throws ImportRefused {@code import.image-unknown}, {@code -too-large}, {@code
   *     -too-many-frames}, {@code -unreadable}
   * @throws IOException if the bytes cannot be had or passed on
   */
  public static Map<String, String> show(Source source, int side, Paint paint, OutputStream out)
      throws ImportRefused, IOException {
    byte[] head;
    try (var in = source.open(0)) {
      head = in.readNBytes(HEAD);
    }
    ImageIO.setUseCache(false);
    try (var in = new MemoryCacheImageInputStream(new BufferedInputStream(source.open(0)))) {
      var readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw new ImportRefused("import.image-unknown");
      }
      var reader = readers.next();
      try {
        return show(reader, in, Orientation.of(head), side, paint, out);
      } catch (RuntimeException | IIOException | EOFException broken) {
        // Decoders throw anything at all on pictures made to break them.
        throw new ImportRefused("import.image-unreadable");
      } finally {
        reader.dispose();
      }
    }
  }

  private static Map<String, String> show(
      ImageReader reader,
      ImageInputStream in,
      int orientation,
      int side,
      Paint paint,
      OutputStream out)
      throws ImportRefused, IOException {
    var format = reader.getFormatName().toLowerCase(Locale.ROOT);
    reader.setInput(in, false, true);
    var width = reader.getWidth(0);
    var height = reader.getHeight(0);
    var pixels = (long) width * height;
    if (pixels > MOST_PIXELS || width < 1 || height < 1) {
      throw new ImportRefused("import.image-too-large", MOST_PIXELS);
    }
    var frames = format.equals("gif") || format.equals("tif") ? reader.getNumImages(true) : 1;
    if (frames > MOST_FRAMES) {
      throw new ImportRefused("import.image-too-many-frames", MOST_FRAMES);
    }
    var step = step(width, height, side);
    var param = reader.getDefaultReadParam();
    param.setSourceSubsampling(step, step, 0, 0);
    var upright = Orientation.upright(reader.read(0, param), orientation);
    var turned = orientation >= 5;
    new Painter(upright, turned ? height : width, turned ? width : height).paint(paint);
    var shown = Scaling.within(upright, side);
    if (!ImageIO.write(shown, "png", out)) {
      throw new IllegalStateException("no PNG writer");
    }
    var facts = new TreeMap<String, String>();
    facts.put("format", format);
    facts.put("width", Integer.toString(turned ? height : width));
    facts.put("height", Integer.toString(turned ? width : height));
    facts.put("frames", Integer.toString(frames));
    facts.put("shown-width", Integer.toString(shown.getWidth()));
    facts.put("shown-height", Integer.toString(shown.getHeight()));
    return facts;
  }

  /** How many pixels become one while decoding, so that memory stays bounded. */
  private static int step(int width, int height, int side) {
    var step = 1;
    while ((long) (width / step) * (height / step) > MOST_DECODED
        || Math.max(width, height) / step > 4L * side) {
      step++;
    }
    return step;
  }
}
