package org.vigie.imports.copies;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The prints of the messages of one export that bear a time, in 36 bytes each and 16 more for a
 * file. Messages are told by their numbers. Not for use by several threads.
 */
public final class Prints {

  private static final int ENOUGH = 3;
  private static final int FEW = 64;
  private static final int TEXT = 1 + 2 * Integer.BYTES + 3 * Long.BYTES;

  /** No message that is compared has a higher number. */
  public static final int HIGHEST = 10_000_000;

  private static final int FILE = 2 * Long.BYTES;

  private long[] wholes = new long[2 * FEW];
  private long[] times = new long[FEW];
  private int[] numbers = new int[FEW];
  private int[] authors = new int[FEW];
  private int[] keyOf = new int[FEW];
  private long[] keys = new long[2];
  private int size;
  private int files;
  private int unnamed;
  private long first = Long.MAX_VALUE;
  private long last = Long.MIN_VALUE;
  private @Nullable FileCounts counts;

  /** Adds the message with this number, whose print was just taken. */
  public void add(int number, Print print) {
    if (print.timed()) {
      var whole = print.unnamed() ? 0 : print.high();
      add(number, print.author(), print.time(), whole, print.unnamed() ? 0 : print.low());
      if (print.file()) {
        file(print.keyHigh(), print.keyLow());
      }
    }
  }

  private void add(int number, int author, long time, long high, long low) {
    counts = null;
    if (size == times.length) {
      grow();
    }
    wholes[2 * size] = high;
    wholes[2 * size + 1] = low;
    times[size] = time;
    numbers[size] = number;
    authors[size] = author;
    keyOf[size] = -1;
    unnamed += isUnnamed(size) ? 1 : 0;
    first = Math.min(first, time);
    last = Math.max(last, time);
    size++;
  }

  /** Says that the last message is a file. */
  private void file(long high, long low) {
    if (2 * files == keys.length) {
      keys = Arrays.copyOf(keys, 4 * files);
    }
    keys[2 * files] = high;
    keys[2 * files + 1] = low;
    keyOf[size - 1] = files++;
  }

  private void grow() {
    wholes = Arrays.copyOf(wholes, size * 4);
    times = Arrays.copyOf(times, size * 2);
    numbers = Arrays.copyOf(numbers, size * 2);
    authors = Arrays.copyOf(authors, size * 2);
    keyOf = Arrays.copyOf(keyOf, size * 2);
  }

  /** A form that {@link #parse} reads. */
  public byte[] encoded() {
    var out = ByteBuffer.allocate(size * TEXT + files * FILE);
    for (var i = 0; i < size; i++) {
      out.put((byte) (isFile(i) ? 1 : 0)).putInt(numbers[i]).putInt(authors[i]);
      out.putLong(times[i]);
      out.putLong(high(i)).putLong(low(i));
      if (isFile(i)) {
        out.putLong(keyHigh(i)).putLong(keyLow(i));
      }
    }
    return out.array();
  }

  /**
   * Reads what {@link #encoded()} gave.
   *
   * @param most how many there may be
   * @throws IOException if it is something else
   */
  public static Prints parse(byte[] encoded, long most) throws IOException {
    var prints = new Prints();
    var in = ByteBuffer.wrap(encoded);
    try {
      while (in.hasRemaining()) {
        var file = in.get() == 1;
        var number = in.getInt();
        if (number < 1 || number > HIGHEST || prints.size >= most) {
          throw new IOException("prints of no messages");
        }
        prints.add(number, in.getInt(), in.getLong(), in.getLong(), in.getLong());
        if (file) {
          prints.file(in.getLong(), in.getLong());
        } else if (prints.isUnnamed(prints.size - 1)) {
          throw new IOException("a print of nothing");
        }
      }
    } catch (BufferUnderflowException cut) {
      throw new IOException("prints cut off", cut);
    }
    return prints;
  }

  /** Forgets all. */
  public void clear() {
    counts = null;
    size = 0;
    files = 0;
    unnamed = 0;
    first = Long.MAX_VALUE;
    last = Long.MIN_VALUE;
  }

  /** How many there are. */
  public int size() {
    return size;
  }

  /** How many only say that a file was left out. */
  int unnamed() {
    return unnamed;
  }

  /** The time of the earliest. */
  long first() {
    return first;
  }

  int number(int i) {
    return numbers[i];
  }

  boolean isFile(int i) {
    return keyOf[i] >= 0;
  }

  boolean isUnnamed(int i) {
    return wholes[2 * i] == 0 && wholes[2 * i + 1] == 0;
  }

  long high(int i) {
    return wholes[2 * i];
  }

  long low(int i) {
    return wholes[2 * i + 1];
  }

  long keyHigh(int i) {
    return keys[2 * keyOf[i]];
  }

  long keyLow(int i) {
    return keys[2 * keyOf[i] + 1];
  }

  private int within(long from, long to) {
    var count = 0;
    for (var i = 0; i < size; i++) {
      count += times[i] >= from && times[i] <= to ? 1 : 0;
    }
    return count;
  }

  /** Whether at least two people wrote what stands at {@code places}. */
  private boolean severalWrote(IntStream places) {
    return places.map(i -> authors[i]).filter(author -> author != 0).distinct().limit(2).count()
        == 2;
  }

  private boolean severalWrote(long from, long to) {
    return severalWrote(IntStream.range(0, size).filter(i -> times[i] >= from && times[i] <= to));
  }

  /** Whether messages of both can be of one time. */
  boolean overlaps(Prints other) {
    return Math.max(first, other.first) <= Math.min(last, other.last);
  }

  /**
   * Whether both are exports of one chat: where their times overlap, at least half of the messages
   * of the smaller are the same, and at least three, and where several people wrote, those of more
   * than one. A few lines that stand in every chat, one greeting sent to two, or all that one
   * sender sends to two people make no copies.
   */
  public boolean sameChat(Prints other) {
    var from = Math.max(first, other.first);
    var to = Math.min(last, other.last);
    var smaller = Math.min(within(from, to), other.within(from, to));
    if (smaller < ENOUGH) {
      return false;
    }
    var common = common(other, true);
    var many = common.cardinality();
    return many >= ENOUGH
        && many * 2 >= smaller
        && (severalWrote(common.stream())
            || !(severalWrote(from, to) || other.severalWrote(from, to)));
  }

  /**
   * Numbers of the messages that {@code other} has too. A message that stands there once stands for
   * one here. What only says here that a file was left out is there where it is named; a file that
   * is named here is not there where it was left out.
   */
  public BitSet alsoIn(Prints other) {
    var same = new BitSet();
    common(other, false).stream().forEach(i -> same.set(numbers[i]));
    return same;
  }

  private FileCounts counts() {
    var known = counts;
    if (known == null) {
      known = new FileCounts(this);
      counts = known;
    }
    return known;
  }

  /**
   * Places of the messages that {@code other} has too.
   *
   * @param standIn whether a file that was left out there stands for one that is named here; two
   *     that are named differently are two
   */
  BitSet common(Prints other, boolean standIn) {
    var same = new BitSet();
    var theirs = other.counts();
    var mine = counts();
    var met = new Counts();
    var named = new Counts();
    var rest = new BitSet();
    for (var i = 0; i < size; i++) {
      if (!isUnnamed(i) && met.add(high(i), low(i)) <= theirs.wholes(high(i), low(i))) {
        same.set(i);
        if (isFile(i)) {
          named.add(keyHigh(i), keyLow(i));
        }
      } else if (isFile(i)) {
        rest.set(i);
      }
    }
    var paired = new Counts();
    var pairedUnnamed = new Counts();
    for (var i = rest.nextSetBit(0); i >= 0; i = rest.nextSetBit(i + 1)) {
      var high = keyHigh(i);
      var low = keyLow(i);
      var both = named.of(high, low);
      var withMine = Math.min(mine.named(high, low) - both, theirs.unnamed(high, low));
      var withTheirs = Math.min(theirs.named(high, low) - both, mine.unnamed(high, low));
      var without =
          Math.min(theirs.unnamed(high, low) - withMine, mine.unnamed(high, low) - withTheirs);
      var taken =
          isUnnamed(i)
              ? pairedUnnamed.add(high, low) <= withTheirs + without
              : standIn && paired.add(high, low) <= withMine;
      if (taken) {
        same.set(i);
      }
    }
    return same;
  }
}
