package org.vigie.seal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** BIP 173 text without its limit of 90 characters: age's hybrid keys have 1,959. */
final class Bech32 {

  private static final String ALPHABET = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
  private static final int[] GENERATOR = {
    0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3
  };
  private static final int CHECKSUM = 6;

  private Bech32() {}

  /** Lower-case text of {@code data} under {@code prefix}. */
  static String encode(String prefix, byte[] data) {
    var text = new StringBuilder(prefix).append('1');
    var check = expand(prefix);
    var bits = 0;
    var count = 0;
    for (var octet : data) {
      bits = ((bits << 8) | (octet & 0xff)) & 0xfff;
      count += 8;
      while (count >= 5) {
        count -= 5;
        check = put(text, check, (bits >> count) & 31);
      }
    }
    if (count > 0) {
      check = put(text, check, (bits << (5 - count)) & 31);
    }
    for (var i = 0; i < CHECKSUM; i++) {
      check = step(check, 0);
    }
    check ^= 1;
    for (var i = 0; i < CHECKSUM; i++) {
      text.append(ALPHABET.charAt((check >> (5 * (5 - i))) & 31));
    }
    return text.toString();
  }

  /**
   * The bytes that {@code text} holds under {@code prefix}, which is lower-case; the text may be
   * all lower or all upper case.
   *
   * @throws SealRefused if it is anything else
   */
  static byte[] decode(String prefix, String text) throws SealRefused {
    var lower = text.toLowerCase(Locale.ROOT);
    if (!StandardCharsets.US_ASCII.newEncoder().canEncode(text)
        || (!text.equals(lower) && !text.equals(text.toUpperCase(Locale.ROOT)))
        || !lower.startsWith(prefix + "1")
        || lower.length() < prefix.length() + 1 + CHECKSUM) {
      throw SealRefused.malformed();
    }
    var data = new ByteArrayOutputStream();
    var check = expand(prefix);
    var bits = 0;
    var count = 0;
    for (var i = prefix.length() + 1; i < lower.length(); i++) {
      var value = ALPHABET.indexOf(lower.charAt(i));
      if (value < 0) {
        throw SealRefused.malformed();
      }
      check = step(check, value);
      if (i < lower.length() - CHECKSUM) {
        bits = ((bits << 5) | value) & 0xfff;
        count += 5;
        if (count >= 8) {
          count -= 8;
          data.write((bits >> count) & 0xff);
        }
      }
    }
    if (check != 1 || count >= 5 || (bits & ((1 << count) - 1)) != 0) {
      throw SealRefused.malformed();
    }
    return data.toByteArray();
  }

  private static int put(StringBuilder text, int check, int value) {
    text.append(ALPHABET.charAt(value));
    return step(check, value);
  }

  private static int step(int check, int value) {
    var top = check >>> 25;
    var next = ((check & 0x1ffffff) << 5) ^ value;
    for (var i = 0; i < GENERATOR.length; i++) {
      if (((top >>> i) & 1) == 1) {
        next ^= GENERATOR[i];
      }
    }
    return next;
  }

  private static int expand(String prefix) {
    var check = 1;
    for (var i = 0; i < prefix.length(); i++) {
      check = step(check, prefix.charAt(i) >> 5);
    }
    check = step(check, 0);
    for (var i = 0; i < prefix.length(); i++) {
      check = step(check, prefix.charAt(i) & 31);
    }
    return check;
  }
}
