package org.vigie.matching.band;

import java.util.Arrays;
import java.util.BitSet;
import org.vigie.matching.text.Fragments;
import org.vigie.matching.text.Questions;

/**
 * Those who are looked for at once, each in a place: their keys and outlines. Whoever has too many
 * fragments has no place.
 */
final class BandAskers {

  private static final int WORDS = Fragments.OUTLINE_WORDS;

  private final BitSet tooLong = new BitSet();
  private final int[][] keys;
  private final int[] whos;
  private final long[] outlines;
  private final int longest;
  private int size;

  /**
   * All who ask {@code asked}.
   *
   * @param bands how many keys they have
   * @param longest of more fragments nobody is looked for
   */
  private BandAskers(Questions asked, int bands, int longest) {
    whos = new int[asked.size()];
    this.longest = longest;
    outlines = new long[WORDS * asked.size()];
    keys = new int[bands][asked.size()];
    var hashes = MinHashes.ofBands(bands);
    var mins = hashes.room();
    var of = new int[bands];
    for (var who = 0; who < asked.size(); who++) {
      var fragments = asked.fragments(who);
      if (fragments.size() > longest) {
        tooLong.set(who);
      } else {
        hashes.of(fragments.tokens(), fragments.size(), mins);
        MinHashes.keys(mins, of);
        take(who, fragments, of);
      }
    }
    for (var band = 0; band < bands; band++) {
      keys[band] = Arrays.copyOf(keys[band], size);
    }
  }

  /** Those of {@code asked}, worked out before or now. */
  static BandAskers of(Questions asked, int bands, int longest) {
    return asked.worked(
        BandAskers.class,
        known -> known.keys.length == bands && known.longest == longest,
        () -> new BandAskers(asked, bands, longest));
  }

  private void take(int who, Fragments fragments, int[] of) {
    for (var band = 0; band < of.length; band++) {
      keys[band][size] = of[band];
    }
    for (var word = 0; word < WORDS; word++) {
      outlines[WORDS * size + word] = fragments.outline(word);
    }
    whos[size++] = who;
  }

  /** The keys in {@code band} by place. Not to be changed. */
  int[] keys(int band) {
    return keys[band];
  }

  /** How many have a place. */
  int size() {
    return size;
  }

  /** Who is in {@code place}. */
  int who(int place) {
    return whos[place];
  }

  /** Who has no place. */
  BitSet tooLong() {
    return (BitSet) tooLong.clone();
  }

  /** The outlines, word after word, by place. Not to be changed. */
  long[] outlines() {
    return outlines;
  }
}
