package org.vigie.matching.band;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigie.matching.text.Fragments;
import org.vigie.matching.text.TextIndex;

/**
 * The candidates of many documents at once. Goes through a band bucket by bucket, so that memory is
 * read in its order and each outline once for all who ask in its bucket; whoever is asked for alone
 * waits for memory at every step. Finds what one query after the other would find. For use by one
 * thread, once.
 */
final class BandSweep implements FrozenBands.Visitor {

  /** More candidates than these are not kept: few ask for so many but in a flood. */
  private static final int MOST = 1 << 22;

  private static final int AT_ONCE = 256;
  private static final int WORDS = Fragments.OUTLINE_WORDS;
  private static final int FEW = 8;

  private static final int SCALE = 1 << 10;

  /** So many fragments stand for more than an outline says: enough to allow any difference. */
  private static final int UNKNOWN = 1 << 18;

  private static final int MANY = 256;

  private final BandedTextIndex index;
  private final TextIndex.Several asked;
  private final BandPlan plan;

  /** In how many bits two outlines may differ for each fragment of both. */
  private final int allowed;

  /** Of those who ask: their outlines, and from which document on they want all. */
  private final long[] own;

  private final int[] froms;

  private final int[] waiting = new int[AT_ONCE];
  private final int[] waitingFor = new int[AT_ONCE];
  private int waitingCount;
  private long[][] outlines = new long[WORDS][AT_ONCE];
  private int[] fragments = new int[AT_ONCE];
  private int[] apart = new int[AT_ONCE];

  /** The number of each document that is looked at, or the last of all if it comes again. */
  private int[] lasts = new int[AT_ONCE];

  /** Who asked and, below it, a document. */
  private long[] found = new long[1 << 10];

  private int count;
  private boolean tooMany;

  private BandSweep(BandedTextIndex index, TextIndex.Several asked, double threshold) {
    this.index = index;
    this.asked = asked;
    allowed = (int) Math.ceil(SCALE * (1 - 2 * threshold / (1 + threshold)));
    plan = BandPlan.of(threshold);
    own = new long[WORDS * asked.size()];
    froms = new int[asked.size()];
  }

  /** Whether looking for {@code asked} at once is worth it: they are many, and chance meets few. */
  static boolean isWorth(int asked, double threshold) {
    return asked >= MANY && BandPlan.of(threshold).hits() > 1;
  }

  /** Looks for whatever may score {@code threshold} against what is asked for. */
  static BandSweep of(BandedTextIndex index, TextIndex.Several asked, double threshold) {
    var sweep = new BandSweep(index, asked, threshold);
    sweep.run();
    return sweep;
  }

  private void run() {
    // What is met in so many of all bands is met in one of these
    var bands = plan.bands() - plan.hits() + 1;
    var keys = keys(bands);
    for (var band = 0; band < bands && !tooMany; band++) {
      index.bands().sweep(band, keys[band], this);
      pass();
    }
    tidy();
  }

  private int[][] keys(int bands) {
    var hashes = MinHashes.ofBands(bands);
    var mins = hashes.room();
    var of = new int[bands];
    var keys = new int[bands][asked.size()];
    for (var who = 0; who < asked.size(); who++) {
      froms[who] = asked.from(who);
      var fragments = asked.fragments(who);
      hashes.of(fragments.tokens(), fragments.size(), mins);
      MinHashes.keys(mins, of);
      for (var band = 0; band < bands; band++) {
        keys[band][who] = of[band];
      }
      for (var word = 0; word < WORDS; word++) {
        own[WORDS * who + word] = fragments.outline(word);
      }
    }
    return keys;
  }

  @Override
  public boolean visit(int[] asking, int askers, int[] documents, int size) {
    if (askers == 1 || size < FEW) {
      for (var i = 0; i < askers; i++) {
        wait(asking[i], documents, size);
      }
    } else {
      look(asking, askers, documents, size);
    }
    return !tooMany;
  }

  private void wait(int who, int[] documents, int size) {
    for (var i = 0; i < size; i++) {
      if (documents[i] >= froms[who] || asked.again(documents[i])) {
        waiting[waitingCount] = who;
        waitingFor[waitingCount++] = documents[i];
        if (waitingCount == AT_ONCE) {
          pass();
        }
      }
    }
  }

  /** Looks at those that wait for it: memory answers many questions at once. */
  private void pass() {
    index.outlines().read(waitingFor, 0, waitingCount, outlines);
    for (var i = 0; i < waitingCount; i++) {
      var who = waiting[i];
      var bits = 0;
      for (var word = 0; word < WORDS - 1; word++) {
        bits += Long.bitCount(own[WORDS * who + word] ^ outlines[word][i]);
      }
      var last = own[WORDS * who + WORDS - 1];
      var other = outlines[WORDS - 1][i];
      bits += Long.bitCount((last ^ other) & Fragments.PARITY_OF_LAST);
      if (bits * SCALE - fragments(other) * allowed <= most(fragments(last))) {
        take(who, waitingFor[i]);
      }
    }
    waitingCount = 0;
  }

  /** Looks at what is wanted of {@code documents} for all who ask, each outline read once. */
  private void look(int[] asking, int askers, int[] documents, int size) {
    var first = Integer.MAX_VALUE;
    for (var i = 0; i < askers; i++) {
      first = Math.min(first, froms[asking[i]]);
    }
    if (size > lasts.length) {
      lasts = new int[size + (size >> 1)];
      apart = new int[lasts.length];
      fragments = new int[lasts.length];
      outlines = new long[WORDS][lasts.length];
    }
    var left = 0;
    for (var i = 0; i < size; i++) {
      documents[left] = documents[i];
      lasts[left] = asked.again(documents[i]) ? Integer.MAX_VALUE : documents[i];
      left += lasts[left] >= first ? 1 : 0;
    }
    index.outlines().read(documents, 0, left, outlines);
    for (var i = 0; i < left; i++) {
      fragments[i] = fragments(outlines[WORDS - 1][i]);
    }
    for (var i = 0; i < askers && !tooMany; i++) {
      look(asking[i], documents, left);
    }
  }

  /** Two loops, of which the compiler makes vectors of the first. */
  private void look(int who, int[] documents, int size) {
    var at = WORDS * who;
    apart(own[at], own[at + 1], own[at + 2], own[at + 3], size);
    var most = most(fragments(own[at + 3]));
    for (var i = 0; i < size; i++) {
      if (apart[i] <= most && lasts[i] >= froms[who]) {
        take(who, documents[i]);
      }
    }
  }

  /**
   * In how many bits outlines differ, less what is allowed for the fragments of the others. A
   * fragment that is not shared flips at most one bit of parity, so that documents which share
   * enough of {@code both} fragments differ in at most so many bits; rounded up, so that none is
   * lost, and all in {@link #SCALE}.
   */
  private void apart(long first, long second, long third, long fourth, int size) {
    var firsts = outlines[0];
    var seconds = outlines[1];
    var thirds = outlines[2];
    var fourths = outlines[3];
    var each = allowed;
    var sizes = fragments;
    var into = apart;
    for (var i = 0; i < size; i++) {
      into[i] =
          (Long.bitCount(first ^ firsts[i])
                      + Long.bitCount(second ^ seconds[i])
                      + Long.bitCount(third ^ thirds[i])
                      + Long.bitCount((fourth ^ fourths[i]) & Fragments.PARITY_OF_LAST))
                  * SCALE
              - sizes[i] * each;
    }
  }

  private int most(int size) {
    return size * allowed;
  }

  /** How many fragments the document has of whose outline this is the last word. */
  private static int fragments(long last) {
    var size = (int) (last >>> 56);
    return size == Fragments.LARGE ? UNKNOWN : size;
  }

  private void take(int who, int document) {
    if (!tooMany) {
      if (count == found.length) {
        makeRoom();
      }
      found[count++] = (long) who << Integer.SIZE | document;
    }
  }

  /** Most pairs are met again and again: each is kept once. */
  private void makeRoom() {
    tidy();
    tooMany = count > MOST / 2;
    if (count > found.length / 2) {
      found = Arrays.copyOf(found, 2 * found.length);
    }
  }

  private void tidy() {
    Arrays.sort(found, 0, count);
    var left = 0;
    for (var i = 0; i < count; i++) {
      if (i == 0 || found[i] != found[i - 1]) {
        found[left++] = found[i];
      }
    }
    count = left;
  }

  /** What was found by what was asked, where there is anything; null if it is too much to keep. */
  @Nullable Map<Fragments, int[]> lists() {
    if (tooMany) {
      return null;
    }
    var lists = new HashMap<Fragments, int[]>();
    for (var from = 0; from < count; ) {
      var who = who(from);
      var to = from;
      while (to < count && who(to) == who) {
        to++;
      }
      // The first of those who ask for the same wants whatever the others want
      lists.putIfAbsent(
          asked.fragments(who),
          Arrays.stream(found, from, to).mapToInt(one -> (int) one).toArray());
      from = to;
    }
    return lists;
  }

  /** Those who found something. */
  BitSet finding() {
    var finding = new BitSet(asked.size());
    for (var i = 0; i < count; i++) {
      finding.set(who(i));
    }
    return finding;
  }

  private int who(int place) {
    return (int) (found[place] >>> Integer.SIZE);
  }
}
