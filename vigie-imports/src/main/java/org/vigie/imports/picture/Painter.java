package org.vigie.imports.picture;

import java.awt.image.BufferedImage;
import java.util.List;

/** Paints boxes over a picture that may have been decoded smaller than it is. */
final class Painter {

  private static final int BLACK = 0xFF000000;
  private static final int COARSE = 0xE0E0E0;

  private final BufferedImage image;
  private final int width;
  private final int height;

  /** For {@code image}, whose original has {@code width} by {@code height} pixels. */
  Painter(BufferedImage image, int width, int height) {
    this.image = image;
    this.width = width;
    this.height = height;
  }

  void paint(Paint paint) {
    var colour = paint.plain() ? mean(paint.boxes()) : BLACK;
    for (var box : paint.boxes()) {
      each(box, (x, y) -> image.setRGB(x, y, colour));
    }
    for (var mark : paint.marks()) {
      each(mark, (x, y) -> image.setRGB(x, y, (image.getRGB(x, y) ^ 0xFFFFFF) | BLACK));
    }
  }

  /** Of everything covered together and in steps of 32, so that it tells nothing of any part. */
  private int mean(List<Box> boxes) {
    var sums = new long[4];
    for (var box : boxes) {
      each(
          box,
          (x, y) -> {
            var rgb = image.getRGB(x, y);
            sums[0]++;
            sums[1] += rgb >> 16 & 255;
            sums[2] += rgb >> 8 & 255;
            sums[3] += rgb & 255;
          });
    }
    if (sums[0] == 0) {
      return BLACK;
    }
    var mean = ((sums[1] / sums[0]) << 16) | ((sums[2] / sums[0]) << 8) | (sums[3] / sums[0]);
    return ((int) mean & COARSE) | BLACK;
  }

  @FunctionalInterface
  private interface Pixel {
    void at(int x, int y);
  }

  /** Every pixel of a box, widened to whole pixels of the decoded picture. */
  private void each(Box box, Pixel pixel) {
    var left = scaled(box.x(), image.getWidth(), width, false);
    var top = scaled(box.y(), image.getHeight(), height, false);
    var right = scaled((long) box.x() + box.width(), image.getWidth(), width, true);
    var bottom = scaled((long) box.y() + box.height(), image.getHeight(), height, true);
    for (var y = top; y < bottom; y++) {
      for (var x = left; x < right; x++) {
        pixel.at(x, y);
      }
    }
  }

  private static int scaled(long value, int decoded, int original, boolean up) {
    var exact = value * decoded;
    var whole = up ? Math.ceilDiv(exact, original) : Math.floorDiv(exact, original);
    return Math.clamp(whole, 0, decoded);
  }
}
