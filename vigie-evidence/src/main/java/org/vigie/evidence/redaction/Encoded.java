package org.vigie.evidence.redaction;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;

/** Undoes writings of bytes and characters by other characters. */
final class Encoded {

  private static final Pattern ESCAPE =
      Pattern.compile(
          "%([0-9A-Fa-f]{2})"
              + "|\\\\u\\{?([0-9A-Fa-f]{4,6})\\}?"
              + "|\\\\x([0-9A-Fa-f]{2})"
              + "|&#([0-9]{1,7});?"
              + "|&#[xX]([0-9A-Fa-f]{1,6});?"
              + "|&([A-Za-z]{2,6});"
              + "|=([0-9A-F]{2})"
              + "|=\\r?\\n");

  private static final Map<String, String> NAMED =
      Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", "\u00A0");

  /** What is left for a last line may be two or three characters. */
  private static final Pattern BASE64 =
      Pattern.compile(
          "[A-Za-z0-9+/_-]{8,}+(?:\\r?\\n[A-Za-z0-9+/_-]{4,}+)*+(?:\\r?\\n[A-Za-z0-9+/_-]{2,3}+)?+");

  private static final Pattern HEX =
      Pattern.compile("(?:[0-9A-Fa-f]{2}){4,}+|[0-9A-Fa-f]{2}(?:[ :,][0-9A-Fa-f]{2}){3,}+");

  private Encoded() {}

  /**
   * {@code text} with percent, JSON, HTML and quoted-printable escapes undone, or {@code text}
   * itself if it has none. Bytes become the characters of UTF-8.
   */
  static String unescaped(String text) {
    var at = nextEscape(text, 0);
    if (at < 0) {
      return text;
    }
    var escape = ESCAPE.matcher(text);
    var out = new StringBuilder(text.length());
    var bytes = new ByteArrayOutputStream();
    var from = 0;
    while (at >= 0) {
      if (!escape.region(at, text.length()).lookingAt()) {
        at = nextEscape(text, at + 1);
        continue;
      }
      if (at > from) {
        flush(bytes, out);
        out.append(text, from, at);
      }
      from = escape.end();
      var octet = first(escape.group(1), escape.group(3), escape.group(7));
      if (octet != null) {
        bytes.write(Integer.parseInt(octet, 16));
      } else if (!escape.group().startsWith("=")) {
        flush(bytes, out);
        character(escape, out);
      }
      at = nextEscape(text, from);
    }
    flush(bytes, out);
    return out.append(text, from, text.length()).toString();
  }

  /** Searching by hand is twenty times as fast as letting the pattern try every place. */
  private static int nextEscape(String text, int from) {
    for (var i = from; i < text.length(); i++) {
      var c = text.charAt(i);
      if (c == '%' || c == '\\' || c == '&' || c == '=') {
        return i;
      }
    }
    return -1;
  }

  private static void character(java.util.regex.Matcher escape, StringBuilder out) {
    var hex = first(escape.group(2), escape.group(5));
    var decimal = escape.group(4);
    if (hex != null || decimal != null) {
      var c = hex != null ? Integer.parseInt(hex, 16) : Integer.parseInt(decimal);
      out.appendCodePoint(Character.isValidCodePoint(c) ? c : 0xFFFD);
    } else {
      out.append(NAMED.getOrDefault(escape.group(6), escape.group()));
    }
  }

  private static void flush(ByteArrayOutputStream bytes, StringBuilder out) {
    if (bytes.size() > 0) {
      out.append(bytes.toString(StandardCharsets.UTF_8));
      bytes.reset();
    }
  }

  @SafeVarargs
  private static <T> @org.jspecify.annotations.Nullable T first(
      @org.jspecify.annotations.Nullable T... values) {
    for (var value : values) {
      if (value != null) {
        return value;
      }
    }
    return null;
  }

  /** What stands in base64 in {@code text}, whichever of four characters it begins with. */
  static byte[] fromBase64(String text) {
    var out = new ByteArrayOutputStream();
    var runs = BASE64.matcher(text);
    for (var at = nextRun(text, 0, 8); at >= 0; at = nextRun(text, runs.end(), 8)) {
      if (!runs.region(at, text.length()).lookingAt()) {
        break;
      }
      var run = runs.group().replaceAll("[\\r\\n]", "").replace('-', '+').replace('_', '/');
      for (var shift = 0; shift < 4 && run.length() - shift >= 4; shift++) {
        var length = run.length() - shift;
        var whole = length % 4 == 1 ? length - 1 : length;
        out.writeBytes(Base64.getDecoder().decode(run.substring(shift, shift + whole)));
        out.write('\n');
      }
    }
    return out.toByteArray();
  }

  /** What stands in hexadecimal in {@code text}. */
  static byte[] fromHex(String text) {
    var out = new ByteArrayOutputStream();
    var runs = HEX.matcher(text);
    for (var at = nextRun(text, 0, 2); at >= 0; ) {
      if (!runs.region(at, text.length()).lookingAt()) {
        at = nextRun(text, at + 1, 2);
        continue;
      }
      at = nextRun(text, runs.end(), 2);
      var digits = runs.group().replaceAll("[^0-9A-Fa-f]", "");
      for (var shift = 0; shift < 2; shift++) {
        for (var i = shift; i + 1 < digits.length(); i += 2) {
          out.write(Integer.parseInt(digits, i, i + 2, 16));
        }
        out.write('\n');
      }
    }
    return out.toByteArray();
  }

  /** Where {@code length} characters of base64 (eight) or hexadecimal (two) begin, or -1. */
  private static int nextRun(String text, int from, int length) {
    var run = 0;
    for (var i = from; i < text.length(); i++) {
      run = (length == 2 ? hexadecimal(text.charAt(i)) : base64(text.charAt(i))) ? run + 1 : 0;
      if (run == length) {
        return i - length + 1;
      }
    }
    return -1;
  }

  private static boolean hexadecimal(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  }

  private static boolean base64(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '+'
        || c == '/'
        || c == '_'
        || c == '-';
  }
}
