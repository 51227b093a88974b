package org.vigie.matching.text;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.vigie.kernel.Secret;
import org.vigie.matching.identifier.Found;
import org.vigie.seal.KeyedTokens;

/**
 * Sketches texts under one key and epoch. Only sketches of the same key and epoch can be compared.
 * Safe for use by several threads.
 */
public final class TextSketcher {

  private final KeyedTokens letterTokens;
  private final KeyedTokens soundTokens;
  private final CommonFragments commonLetters;
  private final CommonFragments commonSounds;

  /**
   * Makes a sketcher.
   *
   * @param key at least 16 bytes, used for matching alone, never a storage key
   * @param epoch raised whenever the key's tokens should no longer compare with earlier ones
   */
  public TextSketcher(Secret key, int epoch) {
    letterTokens = KeyedTokens.derive(key, "match/letters", epoch);
    soundTokens = KeyedTokens.derive(key, "match/sounds", epoch);
    var phrases = CommonPhrases.all();
    commonLetters = common(phrases, TextFold::lettersOf, letterTokens);
    commonSounds = common(phrases, SoundFold::soundsOf, soundTokens);
  }

  private static CommonFragments common(
      List<String> phrases, Function<String, Letters> fold, KeyedTokens tokens) {
    return new CommonFragments(
        phrases.stream()
            .flatMapToInt(phrase -> IntStream.of(Shingles.all(fold.apply(phrase), tokens)))
            .toArray());
  }

  /**
   * Sketches {@code text}.
   *
   * @param identifiers what was found in it; links, handles and numbers are compared as such
   */
  public TextSketch sketch(String text, List<Found> identifiers) {
    var rest = TextFold.withoutIdentifiers(text, identifiers);
    var writing = Writing.of(rest);
    var letters = letters(rest);
    var sounds =
        writing == Writing.OTHER
            ? Fragments.NONE
            : Shingles.of(SoundFold.soundsOf(rest), soundTokens, commonSounds);
    return new TextSketch(writing, letters, sounds);
  }

  /** The fragments of {@code text} by its letters alone, identifiers in it like any words. */
  public Fragments letters(String text) {
    return Shingles.of(TextFold.lettersOf(text), letterTokens, commonLetters);
  }
}
