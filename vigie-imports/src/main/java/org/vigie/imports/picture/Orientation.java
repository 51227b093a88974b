package org.vigie.imports.picture;

import java.awt.image.BufferedImage;

/** How a camera was held, from the Exif block of a JPEG: TIFF tag 0x0112. */
final class Orientation {

  private static final int UPRIGHT = 1;
  private static final int TAG = 0x0112;
  private static final int APP1 = 0xE1;
  private static final int START_OF_SCAN = 0xDA;

  private Orientation() {}

  /** The orientation, 1 to 8, that the first bytes of a JPEG tell; 1 where they do not. */
  static int of(byte[] head) {
    if (u16(head, 0, true) != 0xFFD8) {
      return UPRIGHT;
    }
    var at = 2;
    while (at + 10 < head.length && (head[at] & 0xFF) == 0xFF) {
      var marker = head[at + 1] & 0xFF;
      var length = u16(head, at + 2, true);
      if (marker == START_OF_SCAN || length < 2) {
        return UPRIGHT;
      }
      if (marker == APP1 && head[at + 4] == 'E' && head[at + 5] == 'x') {
        return ofTiff(head, at + 10);
      }
      at += 2 + length;
    }
    return UPRIGHT;
  }

  private static int ofTiff(byte[] b, int tiff) {
    if (tiff + 8 > b.length) {
      return UPRIGHT;
    }
    var big = b[tiff] == 'M';
    var offset = u16(b, tiff + 4, big) << 16 | u16(b, tiff + 6, big);
    if (!big) {
      offset = u16(b, tiff + 6, false) << 16 | u16(b, tiff + 4, false);
    }
    var directory = tiff + (long) offset;
    if (offset < 8 || directory + 2 > b.length) {
      return UPRIGHT;
    }
    var from = (int) directory;
    var count = u16(b, from, big);
    for (var i = 0; i < count && from + 14 + 12 * i <= b.length; i++) {
      var entry = from + 2 + 12 * i;
      if (u16(b, entry, big) == TAG) {
        var value = u16(b, entry + 8, big);
        return value >= 1 && value <= 8 ? value : UPRIGHT;
      }
    }
    return UPRIGHT;
  }

  private static int u16(byte[] b, int at, boolean big) {
    if (at + 2 > b.length) {
      return 0;
    }
    var first = b[at] & 0xFF;
    var second = b[at + 1] & 0xFF;
    return big ? first << 8 | second : second << 8 | first;
  }

  /** The picture turned upright, as RGB or ARGB. */
  static BufferedImage upright(BufferedImage image, int orientation) {
    var w = image.getWidth();
    var h = image.getHeight();
    var turned = orientation >= 5;
    var type =
        image.getColorModel().hasAlpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
    var out = new BufferedImage(turned ? h : w, turned ? w : h, type);
    var row = new int[w];
    for (var y = 0; y < h; y++) {
      image.getRGB(0, y, w, 1, row, 0, w);
      for (var x = 0; x < w; x++) {
        place(out, orientation, x, y, w, h, row[x]);
      }
    }
    return out;
  }

  private static void place(
      BufferedImage out, int orientation, int x, int y, int w, int h, int rgb) {
    switch (orientation) {
      case 2 -> out.setRGB(w - 1 - x, y, rgb);
      case 3 -> out.setRGB(w - 1 - x, h - 1 - y, rgb);
      case 4 -> out.setRGB(x, h - 1 - y, rgb);
      case 5 -> out.setRGB(y, x, rgb);
      case 6 -> out.setRGB(h - 1 - y, x, rgb);
      case 7 -> out.setRGB(h - 1 - y, w - 1 - x, rgb);
      case 8 -> out.setRGB(y, w - 1 - x, rgb);
      default -> out.setRGB(x, y, rgb);
    }
  }
}
