package org.vigie.matching.band;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.vigie.matching.text.Fragments;
import org.vigie.matching.text.TextIndex;

/**
 * The candidates of many documents at once. Goes through a band bucket by bucket, so that memory is
 * read in its order and each outline once for all who ask in its bucket; whoever is asked for alone
 * waits for memory at every step. Finds what one query after the other would find. For use by one
 * thread, once.
 */
final class BandSweep implements FrozenSweep.Visitor {

  private static final int AT_ONCE = 256;
  private static final int WORDS = Fragments.OUTLINE_WORDS;
  private static final int FEW = 16;

  /** Of so many documents few lists hold one that is like what is asked for. */
  private static final int SOME = 64;

  private static final int SCALE = 1 << 10;

  /** By so many bits an outline has to tell documents apart that have nothing in common. */
  private static final int TELLING = 20;

  private static final int PARITY = 248;

  private static final int[] NOTHING = {};

  private static final int MANY = 256;

  private final BandedTextIndex index;
  private final TextIndex.Several several;
  private final BandPlan plan;
  private final int longest;

  /** In how many bits two outlines may differ for each fragment of both. */
  private final int allowed;

  private final BandAskers askers;

  /** From which document on all are wanted, by place. */
  private final int[] froms;

  /**
   * The least of these. It is near, while what one of thousands wants lies somewhere in memory and
   * is looked at only where outlines are alike.
   */
  private final int earliest;

  /** The places of those who ask this index. */
  private final int[] places;

  private final long[] own;

  /** A bit for each document that comes again. */
  private final long[] again;

  private final int[] waiting = new int[AT_ONCE];
  private final int[] waitingFor = new int[AT_ONCE];
  private int waitingCount;
  private final long[][] waitingOutlines = new long[WORDS][AT_ONCE];
  private long[][] outlines = new long[WORDS][AT_ONCE];
  private int[] fragments = new int[AT_ONCE];
  private int[] apart = new int[AT_ONCE];

  /** The number of each document that is looked at, or the last of all if it comes again. */
  private int[] lasts = new int[AT_ONCE];

  private final SweepFinds finds;

  private BandSweep(BandedTextIndex index, TextIndex.Several asked, double threshold) {
    this.index = index;
    several = asked;
    allowed = (int) Math.ceil(SCALE * (1 - 2 * threshold / (1 + threshold)));
    longest = longest(threshold);
    plan = BandPlan.of(threshold);
    finds = new SweepFinds(plan.hits());
    askers = BandAskers.of(asked.questions(), plan.bands(), longest);
    froms = new int[askers.size()];
    places =
        IntStream.range(0, askers.size()).filter(place -> asked.asks(askers.who(place))).toArray();
    for (var place : places) {
      froms[place] = asked.from(askers.who(place));
    }
    earliest = IntStream.of(places).map(place -> froms[place]).min().orElse(Integer.MAX_VALUE);
    own = askers.outlines();
    again = new long[index.size() / Long.SIZE + 1];
    for (var document = 0; document < index.size(); document++) {
      again[document / Long.SIZE] |= asked.again(document) ? 1L << document : 0;
    }
  }

  /** Whether looking for {@code asked} at once is worth it: they are many, and chance meets few. */
  static boolean isWorth(TextIndex.Several asked, double threshold) {
    return IntStream.range(0, asked.questions().size()).filter(asked::asks).count() >= MANY
        && BandPlan.of(threshold).hits() > 1;
  }

  /** Looks for whatever may score {@code threshold} against what is asked for. */
  static BandSweep of(BandedTextIndex index, TextIndex.Several asked, double threshold) {
    var sweep = new BandSweep(index, asked, threshold);
    sweep.run();
    return sweep;
  }

  private void run() {
    for (var band = 0; band < plan.bands() && !finds.areTooMany(); band++) {
      index.bands().sweep(band, askers.keys(band), places, this);
      pass();
    }
    finds.end();
  }

  /**
   * Of how many fragments outlines say enough. Longer documents are asked for one by one, and none
   * that is as short shares enough with one that has more than an outline tells.
   */
  private static int longest(double threshold) {
    var size = (int) Math.ceil(threshold * Fragments.LARGE) - 1;
    while (size > 0 && apart(size) - size * 2 * (1 - threshold) / (1 + threshold) < TELLING) {
      size--;
    }
    return size;
  }

  /**
   * In how many bits the outlines of two documents of {@code size} differ by chance, on average.
   */
  private static double apart(int size) {
    return PARITY / 2.0 * (1 - StrictMath.exp(-4.0 * size / PARITY));
  }

  @Override
  public boolean visit(int[] asking, int all, int[] documents, int size) {
    if (all == 1 || size < FEW) {
      for (var i = 0; i < all; i++) {
        defer(asking[i], documents, size);
      }
    } else {
      look(asking, all, documents, size);
    }
    return !finds.areTooMany();
  }

  private void defer(int who, int[] documents, int size) {
    for (var from = 0; from < size; ) {
      var to = Math.min(size, from + AT_ONCE - waitingCount);
      var count = waitingCount;
      for (var i = from; i < to; i++) {
        // Chance decides no branch
        waiting[count] = who;
        waitingFor[count] = documents[i];
        count += last(documents[i]) >= earliest ? 1 : 0;
      }
      waitingCount = count;
      if (count == AT_ONCE) {
        pass();
      }
      from = to;
    }
  }

  /** The number of {@code document}, or the last of all if it comes again. */
  private int last(int document) {
    return document | (-(int) (again[document >>> 6] >>> document & 1) >>> 1);
  }

  /** Looks at those that wait for it: memory answers many questions at once. */
  private void pass() {
    var all = waitingCount;
    waitingCount = 0;
    index.outlines().read(waitingFor, all, outlines);
    for (var i = 0; i < all; i++) {
      for (var word = 0; word < WORDS; word++) {
        waitingOutlines[word][i] = own[WORDS * waiting[i] + word];
      }
    }
    compare(all);
    for (var from = 0; from < all; from += SOME) {
      var to = Math.min(all, from + SOME);
      if (least(from, to) <= 0) {
        for (var i = from; i < to; i++) {
          if (apart[i] <= 0 && last(waitingFor[i]) >= froms[waiting[i]]) {
            finds.take(waiting[i], waitingFor[i]);
          }
        }
      }
    }
  }

  /** In how many bits those that wait differ, less what is allowed. */
  private void compare(int all) {
    var each = allowed;
    var into = apart;
    var asked = waitingOutlines;
    for (var i = 0; i < all; i++) {
      into[i] =
          (Long.bitCount(asked[0][i] ^ outlines[0][i])
                      + Long.bitCount(asked[1][i] ^ outlines[1][i])
                      + Long.bitCount(asked[2][i] ^ outlines[2][i])
                      + Long.bitCount((asked[3][i] ^ outlines[3][i]) & Fragments.PARITY_OF_LAST))
                  * SCALE
              - (int) ((asked[3][i] >>> 56) + (outlines[3][i] >>> 56)) * each;
    }
  }

  /** Looks at what is wanted of {@code documents} for all who ask, each outline read once. */
  private void look(int[] asking, int all, int[] documents, int size) {
    if (size > lasts.length) {
      lasts = new int[size + (size >> 1)];
      apart = new int[lasts.length];
      fragments = new int[lasts.length];
      outlines = new long[WORDS][lasts.length];
    }
    var left = 0;
    var rising = true;
    for (var i = 0; i < size; i++) {
      documents[left] = documents[i];
      lasts[left] = last(documents[i]);
      rising &= left == 0 || lasts[left] >= lasts[left - 1];
      left += lasts[left] >= earliest ? 1 : 0;
    }
    index.outlines().read(documents, left, outlines);
    for (var i = 0; i < left; i++) {
      fragments[i] = fragments(outlines[WORDS - 1][i]);
    }
    for (var i = 0; i < all && !finds.areTooMany(); i++) {
      var who = asking[i];
      if (finds.isForgotten(who)) {
        continue;
      }
      var from = rising && left > SOME ? Arrays.binarySearch(lasts, 0, left, froms[who]) : 0;
      look(who, documents, Math.max(from, -from - 1), left);
    }
  }

  /** Loops of which the compiler makes vectors find out whether there is anything to take. */
  private void look(int who, int[] documents, int start, int end) {
    var at = WORDS * who;
    apart(own[at], own[at + 1], own[at + 2], own[at + 3], start, end);
    var most = most(fragments(own[at + 3]));
    for (var from = start; from < end; from += SOME) {
      var to = Math.min(end, from + SOME);
      if (least(from, to) <= most) {
        take(who, documents, from, to, most);
      }
    }
  }

  private void take(int who, int[] documents, int start, int end, int most) {
    for (var i = start; i < end; i++) {
      if (apart[i] <= most && lasts[i] >= froms[who]) {
        finds.take(who, documents[i]);
      }
    }
  }

  /**
   * In how many bits outlines differ, less what is allowed for the fragments of the others. A
   * fragment that is not shared flips at most one bit of parity, so that documents which share
   * enough of {@code both} fragments differ in at most so many bits; rounded up, so that none is
   * lost, and all in {@link #SCALE}.
   */
  private void apart(long first, long second, long third, long fourth, int start, int end) {
    var firsts = outlines[0];
    var seconds = outlines[1];
    var thirds = outlines[2];
    var fourths = outlines[3];
    var each = allowed;
    var sizes = fragments;
    var into = apart;
    for (var i = start; i < end; i++) {
      into[i] =
          (Long.bitCount(first ^ firsts[i])
                      + Long.bitCount(second ^ seconds[i])
                      + Long.bitCount(third ^ thirds[i])
                      + Long.bitCount((fourth ^ fourths[i]) & Fragments.PARITY_OF_LAST))
                  * SCALE
              - sizes[i] * each;
    }
  }

  /** The least of what is {@link #apart}. */
  private int least(int start, int end) {
    var of = apart;
    var least = Integer.MAX_VALUE;
    for (var i = start; i < end; i++) {
      least = Math.min(least, of[i]);
    }
    return least;
  }

  private int most(int size) {
    return size * allowed;
  }

  /** How many fragments the document has of whose outline this is the last word. */
  private static int fragments(long last) {
    return (int) (last >>> 56);
  }

  /** What was found, by what was asked; null if it is too much to keep. */
  @Nullable Lists lists() {
    if (finds.areTooMany()) {
      return null;
    }
    var lists = new HashMap<Fragments, int[]>();
    // The first of those who ask for the same wants whatever the others want
    finds.each((place, documents) -> lists.putIfAbsent(asked(place), documents));
    var notKept = new HashSet<Fragments>();
    finds.forgotten().forEach(place -> notKept.add(asked(place)));
    return new Lists(lists, notKept, longest);
  }

  /**
   * What was found.
   *
   * @param some where there is anything
   * @param notKept what had too much
   * @param longest of more fragments nothing was looked for
   */
  record Lists(Map<Fragments, int[]> some, Set<Fragments> notKept, int longest) {

    /** The documents that may be like {@code asked}; null if that is not known. */
    int @Nullable [] of(Fragments asked) {
      return asked.size() > longest || notKept.contains(asked)
          ? null
          : some.getOrDefault(asked, NOTHING);
    }
  }

  /** Those who found something, or of whom that is not known. */
  BitSet finding() {
    var finding = askers.tooLong();
    finds.forgotten().forEach(place -> finding.set(askers.who(place)));
    finds.each((place, documents) -> finding.set(askers.who(place)));
    return finding;
  }

  private Fragments asked(int place) {
    return several.questions().fragments(askers.who(place));
  }
}
