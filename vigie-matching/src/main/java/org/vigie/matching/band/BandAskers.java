package org.vigie.matching.band;

import java.util.Arrays;
import java.util.BitSet;
import org.vigie.matching.text.Fragments;
import org.vigie.matching.text.TextIndex;

/**
 * Those who are looked for at once, each in a place: their keys and outlines, and from which
 * document on they want all. Whoever has too many fragments has no place.
 */
final class BandAskers {

  private static final int WORDS = Fragments.OUTLINE_WORDS;

  private final BitSet tooLong = new BitSet();
  private final int[][] keys;
  private final int[] whos;
  private final int[] froms;
  private final long[] outlines;
  private int size;

  /**
   * All of {@code asked}.
   *
   * @param bands how many keys they have
   * @param longest of more fragments nobody is looked for
   */
  BandAskers(TextIndex.Several asked, int bands, int longest) {
    whos = new int[asked.size()];
    froms = new int[asked.size()];
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
        take(who, asked.from(who), fragments, of);
      }
    }
    for (var band = 0; band < bands; band++) {
      keys[band] = Arrays.copyOf(keys[band], size);
    }
  }

  private void take(int who, int from, Fragments fragments, int[] of) {
    for (var band = 0; band < of.length; band++) {
      keys[band][size] = of[band];
    }
    for (var word = 0; word < WORDS; word++) {
      outlines[WORDS * size + word] = fragments.outline(word);
    }
    froms[size] = from;
    whos[size++] = who;
  }

  /** The keys in {@code band} by place. Not to be changed. */
  int[] keys(int band) {
    return keys[band];
  }

  /** Who is in {@code place}. */
  int who(int place) {
    return whos[place];
  }

  /** Who has no place. */
  BitSet tooLong() {
    return (BitSet) tooLong.clone();
  }

  /** From which document on all are wanted, by place. Not to be changed. */
  int[] froms() {
    return froms;
  }

  /** The outlines, word after word, by place. Not to be changed. */
  long[] outlines() {
    return outlines;
  }
}
