package org.vigie.imports.copies;

/** How often each print stands in one export; files by what both their versions share, too. */
final class FileCounts {

  private final Counts wholes = new Counts();
  private final Counts named = new Counts();
  private final Counts unnamed = new Counts();

  FileCounts(Prints prints) {
    for (var i = 0; i < prints.size(); i++) {
      if (!prints.isUnnamed(i)) {
        wholes.add(prints.high(i), prints.low(i));
      }
      if (prints.isFile(i)) {
        (prints.isUnnamed(i) ? unnamed : named).add(prints.keyHigh(i), prints.keyLow(i));
      }
    }
  }

  /** How often exactly this message stands there. */
  int wholes(long high, long low) {
    return wholes.of(high, low);
  }

  /** How many files of this time and author are named. */
  int named(long high, long low) {
    return named.of(high, low);
  }

  /** How many files of this time and author are left out. */
  int unnamed(long high, long low) {
    return unnamed.of(high, low);
  }
}
