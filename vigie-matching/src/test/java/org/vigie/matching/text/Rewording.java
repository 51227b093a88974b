package org.vigie.matching.text;

import java.util.ArrayList;
import java.util.List;

/** The ways in which one script comes back, each made from the words of the first. */
enum Rewording {
  COPIED,
  PUNCTUATED,
  SHOUTED,
  SPACED,
  WITH_EMOJI,
  WITH_INVISIBLE,
  STRUCK_THROUGH,
  FULL_WIDTH,
  LEET,
  LOOK_ALIKE,
  STRETCHED,
  REWORDED_A_FIFTH,
  REWORDED_A_THIRD,
  LENGTHENED,
  CUT,
  SWAPPED;

  /** Whether it changes how the words are written and not which they are. */
  boolean isDisguise() {
    return compareTo(REWORDED_A_FIFTH) < 0;
  }

  String apply(Corpus corpus, Corpus.Script script, List<String> words, List<String> vocabulary) {
    var text = Corpus.text(script, words);
    return switch (this) {
      case COPIED -> text;
      case PUNCTUATED -> each(corpus, text, 12, (c, s) -> s.appendCodePoint(c).append("… !"));
      case SHOUTED -> text.toUpperCase(java.util.Locale.ROOT) + "!!!";
      case SPACED -> each(corpus, text, 1, (c, s) -> s.appendCodePoint(c).append(' '));
      case WITH_EMOJI -> each(corpus, text, 8, (c, s) -> s.appendCodePoint(c).append("🔥"));
      case WITH_INVISIBLE -> each(corpus, text, 3, (c, s) -> s.appendCodePoint(c).append('\u200B'));
      case STRUCK_THROUGH -> each(corpus, text, 2, (c, s) -> s.appendCodePoint(c).append('\u0336'));
      case FULL_WIDTH ->
          each(corpus, text, 1, (c, s) -> s.appendCodePoint(c > ' ' && c < 127 ? c + 0xFEE0 : c));
      case LEET -> each(corpus, text, 3, (c, s) -> s.appendCodePoint(swap(c, "aeiost", "431057")));
      case LOOK_ALIKE ->
          each(corpus, text, 2, (c, s) -> s.appendCodePoint(swap(c, "aeopcxyi", "аеорсхуі")));
      case STRETCHED -> text.replaceFirst("([aeiouаеиоу])", "$1$1$1$1");
      case REWORDED_A_FIFTH -> Corpus.text(script, reworded(corpus, words, vocabulary, 5));
      case REWORDED_A_THIRD -> Corpus.text(script, reworded(corpus, words, vocabulary, 3));
      case LENGTHENED ->
          text + Corpus.text(script, corpus.message(vocabulary, words.size() * 2 / 3));
      case CUT -> Corpus.text(script, words.subList(0, words.size() * 3 / 5));
      case SWAPPED -> swapped(script, words);
    };
  }

  private interface Change {
    void append(int character, StringBuilder out);
  }

  private static String each(Corpus corpus, String text, int oneIn, Change change) {
    var changed = new StringBuilder();
    text.codePoints()
        .forEach(c -> {
          if (corpus.random().nextInt(oneIn) == 0) {
            change.append(c, changed);
          } else {
            changed.appendCodePoint(c);
          }
        });
    return changed.toString();
  }

  private static int swap(int c, String from, String to) {
    var at = from.indexOf(c);
    return at < 0 ? c : to.charAt(at);
  }

  private static List<String> reworded(
      Corpus corpus, List<String> words, List<String> vocabulary, int oneIn) {
    var other = new ArrayList<>(words);
    for (var i = corpus.random().nextInt(oneIn); i < other.size(); i += oneIn) {
      other.set(i, corpus.zipf(vocabulary));
    }
    return other;
  }

  private static String swapped(Corpus.Script script, List<String> words) {
    var half = words.size() / 2;
    var other = new ArrayList<>(words.subList(half, words.size()));
    other.addAll(words.subList(0, half));
    return Corpus.text(script, other);
  }
}
