package org.vigie.node.exhibit;

import java.nio.charset.StandardCharsets;

/**
 * Passes over lines of messages that cannot be wanted, ten times as fast as reading them. A line it
 * lets through may still not be wanted, unless it {@link #decides}; none that is wanted is passed
 * over.
 */
final class Glance {

  private static final byte[] NONE = {};

  private final byte[] author;
  private final byte[] kind;
  private final byte[] words;
  private final Script script;
  private final boolean decides;

  /** What the wanted words are written in, as far as that lets lines be passed over. */
  private enum Script {
    /** Nothing is wanted, or in a writing with too many spellings: every line may hold it. */
    ANY,
    /** Letters that only other spellings beyond ASCII, or escapes, can stand for. */
    ASCII,
    /** Arabic letters or ideographs, which few other characters stand for. */
    CASELESS,
    /** Others: no line of ASCII alone holds them. */
    FOREIGN
  }

  /** A glance for a {@link Sift} of these. */
  Glance(String author, String kind, String wanted) {
    this.author = plain(author) ? member("author", author) : NONE;
    // What is none of our kinds is shown as unknown, whatever it calls itself.
    this.kind = kind.equals("unknown") ? NONE : member("kind", kind);
    script = script(wanted);
    words = wanted.getBytes(StandardCharsets.UTF_8);
    decides = wanted.isEmpty() && plain(author) && !kind.equals("unknown");
  }

  private static Script script(String wanted) {
    if (wanted.isEmpty() || !plain(wanted)) {
      return Script.ANY;
    }
    if (Sift.ascii(wanted)) {
      return Script.ASCII;
    }
    var caseless = wanted.chars().allMatch(c -> arabic(c) || ideograph(c) || !letter(c));
    return caseless ? Script.CASELESS : Script.FOREIGN;
  }

  private static boolean arabic(int c) {
    return (c >= 0x620 && c <= 0x64a) || (c >= 0x671 && c <= 0x674) || (c >= 0x679 && c <= 0x6d5);
  }

  private static boolean ideograph(int c) {
    return c >= 0x4e00 && c <= 0x9fff;
  }

  private static boolean letter(int c) {
    return c >= 0x80 || Character.isLetter(c);
  }

  private static boolean plain(String text) {
    return text.chars()
        .allMatch(c ->
            c >= ' ' && c != '"' && c != '\\' && c != 0x7f && !Character.isSurrogate((char) c));
  }

  private static byte[] member(String name, String value) {
    return value.isEmpty()
        ? NONE
        : ("\"" + name + "\":\"" + value + "\"").getBytes(StandardCharsets.UTF_8);
  }

  /** Whether every line it lets through is wanted. */
  boolean decides() {
    return decides;
  }

  /** Whether the message in {@code line} may be wanted. */
  boolean mayTake(byte[] line, int length) {
    return (author.length == 0 || at(line, length, author, false))
        && (kind.length == 0 || at(line, length, kind, false))
        && mayHoldWords(line, length);
  }

  private boolean mayHoldWords(byte[] line, int length) {
    return switch (script) {
      case ANY -> true;
      case ASCII -> at(line, length, words, true) || !allAscii(line, length);
      case CASELESS -> at(line, length, words, false) || spelledOtherwise(line, length);
      case FOREIGN -> !allAscii(line, length);
    };
  }

  private static boolean allAscii(byte[] line, int length) {
    for (var i = 0; i < length; i++) {
      if (line[i] < 0 || line[i] == '\\') {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether a line has characters that NFKC turns into Arabic letters, ideographs or ASCII: signs
   * above letters, presentation forms, full width, radicals, enclosed and mathematical letters.
   */
  private static boolean spelledOtherwise(byte[] line, int length) {
    for (var i = 0; i < length - 1; i++) {
      var next = line[i + 1] & 0xff;
      var risky =
          switch (line[i] & 0xff) {
            case 0xc2, 0xe2, 0xef, 0xf0 -> true;
            case 0xd9 -> next >= 0x8b && (next <= 0x9f || next == 0xb0 || next >= 0xb5);
            case 0xdb -> next >= 0x96 && next <= 0xad;
            case 0xe3 -> next >= 0x84 && next <= 0x8f;
            default -> false;
          };
      if (risky) {
        return true;
      }
    }
    return false;
  }

  private static boolean at(byte[] line, int length, byte[] wanted, boolean anyCase) {
    var first = wanted[0];
    for (var i = 0; i <= length - wanted.length; i++) {
      if ((anyCase ? lower(line[i]) : line[i]) == first && from(line, i, wanted, anyCase)) {
        return true;
      }
    }
    return false;
  }

  private static boolean from(byte[] line, int start, byte[] wanted, boolean anyCase) {
    for (var i = 1; i < wanted.length; i++) {
      var c = anyCase ? lower(line[start + i]) : line[start + i];
      if (c != wanted[i]) {
        return false;
      }
    }
    return true;
  }

  private static byte lower(byte c) {
    return c >= 'A' && c <= 'Z' ? (byte) (c + 32) : c;
  }
}
