package org.vigie.seal;

/** RFC 4648 base32 without padding, as authenticator apps read it. */
final class Base32 {

  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private Base32() {}

  static String encode(byte[] data) {
    var text = new StringBuilder();
    var bits = 0;
    var count = 0;
    for (var octet : data) {
      bits = ((bits << 8) | (octet & 0xff)) & 0xfff;
      count += 8;
      while (count >= 5) {
        count -= 5;
        text.append(ALPHABET.charAt((bits >> count) & 31));
      }
    }
    if (count > 0) {
      text.append(ALPHABET.charAt((bits << (5 - count)) & 31));
    }
    return text.toString();
  }
}
