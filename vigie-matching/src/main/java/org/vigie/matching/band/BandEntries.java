package org.vigie.matching.band;

import java.util.Arrays;

/** Documents and what is known of their keys in a band. For use by one thread. */
final class BandEntries {

  private int[] keys = new int[64];
  private int[] numbers = new int[64];
  private int count;

  void clear() {
    count = 0;
  }

  /**
   * Adds a document.
   *
   * @param key its first bits, as many as are known, and 0 for the others
   */
  void add(int key, int number) {
    if (count == keys.length) {
      keys = Arrays.copyOf(keys, 2 * count);
      numbers = Arrays.copyOf(numbers, 2 * count);
    }
    keys[count] = key;
    numbers[count++] = number;
  }

  int count() {
    return count;
  }

  int key(int place) {
    return keys[place];
  }

  int number(int place) {
    return numbers[place];
  }
}
