package org.vigie.imports.copies;

import java.util.BitSet;
import java.util.List;

/**
 * Which messages of one chat need not be given from an export because others of it give them. What
 * stands twice in one is given twice. A file that is left out in one is given only as often as no
 * export names it, whichever comes first. Not for use by several threads.
 */
public final class Given {

  private final Counts before = new Counts();
  private final Counts here = new Counts();
  private final Counts withoutFile = new Counts();
  private final Counts most = new Counts();
  private final Counts named = new Counts();

  /** None so far, of the chat whose exports are {@code all}. */
  public Given(List<Prints> all) {
    var names = new Counts();
    for (var one : all) {
      count(one, names);
    }
  }

  private void count(Prints one, Counts names) {
    var files = new Counts();
    var met = new Counts();
    for (var i = 0; i < one.size(); i++) {
      if (one.isFile(i)) {
        most.raise(one.keyHigh(i), one.keyLow(i), files.add(one.keyHigh(i), one.keyLow(i)));
        if (!one.isUnnamed(i)
            && names.raise(one.high(i), one.low(i), met.add(one.high(i), one.low(i)))) {
          named.add(one.keyHigh(i), one.keyLow(i));
        }
      }
    }
  }

  /** Begins another export. */
  public void next() {
    here.clear();
  }

  /** Whether others give the message whose print was just taken. */
  public boolean holds(Print one) {
    if (!one.timed()) {
      return false;
    }
    return one.unnamed() ? holdsFile(one.keyHigh(), one.keyLow()) : holds(one.high(), one.low());
  }

  /** Goes on to {@code export}; the numbers of its messages that others give. */
  public BitSet heldOf(Prints export) {
    next();
    var held = new BitSet();
    for (var i = 0; i < export.size(); i++) {
      var holds =
          export.isUnnamed(i)
              ? holdsFile(export.keyHigh(i), export.keyLow(i))
              : holds(export.high(i), export.low(i));
      held.set(export.number(i), holds);
    }
    return held;
  }

  private boolean holds(long high, long low) {
    return !before.raise(high, low, here.add(high, low));
  }

  private boolean holdsFile(long high, long low) {
    return withoutFile.add(high, low) > most.of(high, low) - named.of(high, low);
  }
}
