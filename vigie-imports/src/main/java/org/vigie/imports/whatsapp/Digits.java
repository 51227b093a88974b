package org.vigie.imports.whatsapp;

/** Decimal digits in the scripts that phones write dates in. */
final class Digits {

  private Digits() {}

  /**
   * The digit at {@code p}: value in the low four bits, its bytes in the next two, its script above
   * (0 for ASCII); or -1.
   */
  static int at(byte[] b, int p, int end) {
    if (p >= end) {
      return -1;
    }
    var first = b[p] & 0xFF;
    if (first < 0x80) {
      var value = first - '0';
      return value >= 0 && value <= 9 ? value | 1 << 4 : -1;
    }
    if (p + 1 >= end) {
      return -1;
    }
    var second = b[p + 1] & 0xFF;
    if (first == 0xD9) {
      return digit(second - 0xA0, 2, 1); // Arabic-Indic, U+0660
    }
    if (first == 0xDB) {
      return digit(second - 0xB0, 2, 2); // Persian and Urdu, U+06F0
    }
    return p + 2 < end ? ofThree(first, second, b[p + 2] & 0xFF) : -1;
  }

  private static int ofThree(int first, int second, int third) {
    return switch (first << 8 | second) {
      case 0xE0B9 -> digit(third - 0x90, 3, 3); // Thai, U+0E50
      case 0xE0A5 -> digit(third - 0xA6, 3, 4); // Devanagari, U+0966
      case 0xE0A7 -> digit(third - 0xA6, 3, 5); // Bengali, U+09E6
      case 0xE0BC -> digit(third - 0xA0, 3, 6); // Tibetan, U+0F20
      case 0xE181 -> digit(third - 0x80, 3, 7); // Burmese, U+1040
      default -> -1;
    };
  }

  private static int digit(int value, int width, int script) {
    return value >= 0 && value <= 9 ? value | width << 4 | script << 6 : -1;
  }
}
