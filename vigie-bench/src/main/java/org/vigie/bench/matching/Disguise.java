package org.vigie.bench.matching;

import java.util.List;
import java.util.random.RandomGenerator;

/** Ways to hide a script that leave it readable. */
enum Disguise {
  LOOK_ALIKES,
  INVISIBLE,
  DOTTED,
  SPACED,
  STRUCK,
  DIGITS_FOR_LETTERS,
  FULL_WIDTH,
  EMOJI,
  HALVES_SWAPPED,
  PREFIXED,
  SHOUTED;

  private static final String LATIN = "aceopxyijshklmtgnuv";
  private static final String LIKE = "асеорхуіјѕһкӏмтɡոսѵ";
  private static final int[] UNSEEN = {0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0x00AD};
  private static final int[] STROKES = {0x0336, 0x0335, 0x0338};
  private static final List<String> PICTURES = List.of("🙂", "💣", "👁", "❗", "🕊", "⚠️");
  private static final List<String> DIGITS =
      List.of("a4", "e3", "i1", "o0", "s5", "t7", "a@", "s$");

  /** Whether it means anything in letters other than Latin. */
  boolean needsLatin() {
    return this == LOOK_ALIKES || this == DIGITS_FOR_LETTERS || this == FULL_WIDTH;
  }

  String apply(String text, RandomGenerator random, String prefix) {
    return switch (this) {
      case HALVES_SWAPPED -> swapped(text);
      case PREFIXED -> prefix + " " + text;
      case SHOUTED -> text.toUpperCase(java.util.Locale.ROOT) + "!!!";
      default -> {
        var out = new StringBuilder();
        text.codePoints().forEach(c -> letter(c, random, out));
        yield out.toString();
      }
    };
  }

  private void letter(int c, RandomGenerator random, StringBuilder out) {
    var chance = random.nextInt(100);
    switch (this) {
      case LOOK_ALIKES -> out.appendCodePoint(chance < 60 ? like(c) : c);
      case INVISIBLE -> after(c, chance < 30, UNSEEN[random.nextInt(UNSEEN.length)], out);
      case DOTTED -> after(c, chance < 20 && Character.isLetter(c), '.', out);
      case SPACED -> after(c, true, ' ', out);
      case STRUCK -> after(c, chance < 40, STROKES[random.nextInt(STROKES.length)], out);
      case DIGITS_FOR_LETTERS -> out.append(chance < 35 ? digit(c, random) : Character.toString(c));
      case FULL_WIDTH -> out.appendCodePoint(c > ' ' && c < 127 ? c + 0xFEE0 : c);
      case EMOJI -> {
        out.appendCodePoint(c);
        out.append(chance < 10 ? PICTURES.get(random.nextInt(PICTURES.size())) : "");
      }
      default -> throw new IllegalStateException(name());
    }
  }

  private static int like(int c) {
    var at = LATIN.indexOf(c);
    return at < 0 ? c : LIKE.charAt(at);
  }

  private static String digit(int c, RandomGenerator random) {
    var fitting = DIGITS.stream().filter(pair -> pair.charAt(0) == c).toList();
    return fitting.isEmpty()
        ? Character.toString(c)
        : fitting.get(random.nextInt(fitting.size())).substring(1);
  }

  private static void after(int c, boolean put, int other, StringBuilder out) {
    out.appendCodePoint(c);
    if (put) {
      out.appendCodePoint(other);
    }
  }

  private static String swapped(String text) {
    var middle = text.indexOf(' ', text.length() / 2);
    var half = middle < 0 ? text.length() / 2 : middle;
    return text.substring(half).strip() + " " + text.substring(0, half);
  }
}
