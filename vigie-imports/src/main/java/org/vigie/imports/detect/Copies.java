package org.vigie.imports.detect;

import java.io.IOException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.vigie.imports.ExportReader;
import org.vigie.imports.ImportRefused;
import org.vigie.imports.Message;
import org.vigie.imports.ReadOptions;

/**
 * Finds out which of several files are exports of one conversation: where their times overlap, at
 * least half of the messages of the smaller are the same, and at least three. A few lines that
 * stand in every chat, or one greeting sent to two, make no copies.
 */
final class Copies {

  private static final int MOST = 500_000;
  private static final int ENOUGH = 3;

  private final List<Prints> files = new ArrayList<>();
  private boolean tooMany;
  private int total;

  private Copies() {}

  /** The prints of one file. */
  private static final class Prints {
    private final int index;
    private long[] highs = new long[64];
    private long[] lows = new long[64];
    private long[] times = new long[64];
    private int size;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;

    private Prints(int index) {
      this.index = index;
    }

    private void add(Print print, long time) {
      if (size == highs.length) {
        highs = Arrays.copyOf(highs, size * 2);
        lows = Arrays.copyOf(lows, size * 2);
        times = Arrays.copyOf(times, size * 2);
      }
      highs[size] = print.high();
      lows[size] = print.low();
      times[size++] = time;
      first = Math.min(first, time);
      last = Math.max(last, time);
    }

    private int within(long from, long to) {
      var count = 0;
      for (var i = 0; i < size; i++) {
        count += times[i] >= from && times[i] <= to ? 1 : 0;
      }
      return count;
    }

    private Counts counts() {
      var counts = new Counts();
      for (var i = 0; i < size; i++) {
        counts.add(highs[i], lows[i]);
      }
      return counts;
    }

    private int common(Counts others) {
      var met = new Counts();
      var common = 0;
      for (var i = 0; i < size; i++) {
        common += met.add(highs[i], lows[i]) <= others.of(highs[i], lows[i]) ? 1 : 0;
      }
      return common;
    }
  }

  /** Reads all files once; what cannot be read has no copies. */
  static Copies among(ExportReader reader, List<Part> parts, ReadOptions options)
      throws IOException {
    var copies = new Copies();
    var print = new Print();
    for (var i = 0; i < parts.size(); i++) {
      var prints = new Prints(i);
      copies.files.add(prints);
      try {
        reader.read(parts.get(i).source(), options, m -> copies.take(prints, print, m));
      } catch (ImportRefused notReadable) {
        prints.size = 0;
      }
    }
    return copies;
  }

  private void take(Prints prints, Print print, Message message) {
    var local = message.when().local();
    tooMany |= ++total > MOST;
    if (!tooMany && local != null) {
      print.of(message);
      prints.add(print, local.toEpochSecond(ZoneOffset.UTC));
    }
  }

  /** Whether there were too many messages to compare. */
  boolean areTooMany() {
    return tooMany;
  }

  /** The places of the files; those of one conversation together, the earliest first. */
  List<List<Integer>> groups() {
    var group = new int[files.size()];
    Arrays.setAll(group, i -> i);
    for (var i = 0; i < files.size() && !tooMany; i++) {
      var counts = files.get(i).counts();
      for (var j = i + 1; j < files.size(); j++) {
        if (group[j] != group[i] && same(files.get(i), counts, files.get(j))) {
          join(group, group[i], group[j]);
        }
      }
    }
    var all = new ArrayList<List<Integer>>();
    for (var i = 0; i < group.length; i++) {
      if (group[i] == i) {
        all.add(members(group, i));
      }
    }
    return all;
  }

  private static void join(int[] group, int one, int other) {
    var lower = Math.min(one, other);
    var higher = Math.max(one, other);
    for (var i = 0; i < group.length; i++) {
      group[i] = group[i] == higher ? lower : group[i];
    }
  }

  private List<Integer> members(int[] group, int lowest) {
    return files.stream()
        .filter(f -> group[f.index] == lowest)
        .sorted(Comparator.<Prints>comparingLong(f -> f.first).thenComparingInt(f -> -f.size))
        .map(f -> f.index)
        .toList();
  }

  private static boolean same(Prints one, Counts counts, Prints other) {
    var from = Math.max(one.first, other.first);
    var to = Math.min(one.last, other.last);
    var smaller = Math.min(one.within(from, to), other.within(from, to));
    if (smaller < ENOUGH) {
      return false;
    }
    var common = other.common(counts);
    return common >= ENOUGH && common * 2 >= smaller;
  }
}
