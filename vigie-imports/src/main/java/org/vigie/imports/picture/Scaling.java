package org.vigie.imports.picture;

import java.awt.image.BufferedImage;

/** Makes pictures smaller by averaging, without the drawing library and its fonts. */
final class Scaling {

  private Scaling() {}

  /** The picture with no side longer than {@code side}. */
  static BufferedImage within(BufferedImage image, int side) {
    var longest = Math.max(image.getWidth(), image.getHeight());
    if (longest <= side) {
      return image;
    }
    var width = Math.max(1, (int) ((long) image.getWidth() * side / longest));
    var height = Math.max(1, (int) ((long) image.getHeight() * side / longest));
    var out = new BufferedImage(width, height, image.getType());
    for (var y = 0; y < height; y++) {
      var top = (int) ((long) y * image.getHeight() / height);
      var bottom = Math.max(top + 1, (int) ((y + 1L) * image.getHeight() / height));
      for (var x = 0; x < width; x++) {
        var left = (int) ((long) x * image.getWidth() / width);
        var right = Math.max(left + 1, (int) ((x + 1L) * image.getWidth() / width));
        out.setRGB(x, y, average(image, left, top, right, bottom));
      }
    }
    return out;
  }

  private static int average(BufferedImage image, int left, int top, int right, int bottom) {
    long alpha = 0;
    long red = 0;
    long green = 0;
    long blue = 0;
    for (var y = top; y < bottom; y++) {
      for (var x = left; x < right; x++) {
        var rgb = image.getRGB(x, y);
        alpha += rgb >>> 24;
        red += rgb >> 16 & 255;
        green += rgb >> 8 & 255;
        blue += rgb & 255;
      }
    }
    var n = (long) (right - left) * (bottom - top);
    return (int) ((alpha / n) << 24 | (red / n) << 16 | (green / n) << 8 | blue / n);
  }
}
