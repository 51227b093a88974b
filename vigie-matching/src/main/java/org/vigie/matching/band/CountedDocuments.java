package org.vigie.matching.band;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.vigie.matching.text.FragmentCounts;
import org.vigie.matching.text.Fragments;
import org.vigie.matching.text.Owners;
import org.vigie.matching.text.Sample;
import org.vigie.matching.text.Scorer;
import org.vigie.matching.text.TextIndex;

/**
 * How often fragments occur in the documents of an index. Counted are those of a {@link Sample}
 * that are no variants of an earlier one of it; these have bands of their own, so that what
 * millions of documents have in common makes looking for variants no slower. Not safe for use by
 * several threads while something is added.
 */
final class CountedDocuments implements FragmentSource {

  private static final BandPlan PLAN = BandPlan.FOR_VARIANTS;
  private static final int FEWEST = 64;
  private static final MinHashes HASHES = MinHashes.ofBands(PLAN.bands());

  private final FragmentStore store;
  private final Outlines outlines;
  private final int most;
  private final Owners owners = new Owners();
  private final BitSet counted = new BitSet();
  private final Variants own = new Variants();
  private FragmentCounts counts = FragmentCounts.roomFor(0, Sample.ALL);
  private Sample sample = Sample.ALL;
  private BandSegments bands;

  /** Those of the sample in their order, by their number in the index. */
  private int[] documents = new int[FEWEST];

  private int size;

  /** Counts documents of {@code store}; up to {@code most} of them all, of more a sample. */
  CountedDocuments(FragmentStore store, Outlines outlines, int most) {
    this.store = store;
    this.outlines = outlines;
    this.most = most;
    bands = segments();
  }

  private BandSegments segments() {
    return new BandSegments(this, PLAN.bands(), OpenBands.MOST);
  }

  /** Counts the document {@code number}, the last one of the store so far. */
  void add(int number, Fragments fragments) {
    if (Sample.among(number + 1L, most).halvings() > sample.halvings()) {
      recount(number + 1);
    } else if (sample.holds(fragments)) {
      var variant = own.isVariant(fragments, size);
      bands.add(size, () -> own.keysOf(fragments), own::keysOf);
      take(number);
      if (!variant) {
        counted.set(number);
        count(number, fragments);
      }
    }
  }

  private void take(int number) {
    if (size == documents.length) {
      documents = Arrays.copyOf(documents, size + (size >> 1));
    }
    documents[size++] = number;
  }

  private void count(int number, Fragments fragments) {
    if (counts.isFull()) {
      countAll(2 * counts.documents());
    } else {
      add(owners.fresh(number, fragments));
    }
  }

  private void add(Fragments fragments) {
    counts.add(fragments.tokens(), fragments.size());
  }

  private void countAll(int room) {
    counts = FragmentCounts.roomFor(room, sample);
    owners.recount();
    counted.stream().forEach(number -> add(owners.fresh(number, store.fragments(number))));
  }

  /** Counts all documents before {@code to} anew, in as many threads as there are processors. */
  void recount(int to) {
    sample = Sample.among(to, most);
    size = 0;
    for (var number = 0; number < to; number++) {
      if (sample.holds(outlines.digest(number))) {
        take(number);
      }
    }
    bands = segments();
    bands.freeze(size);
    var different = notVariants();
    counted.clear();
    for (var number : different) {
      counted.set(number);
    }
    countAll(counted.cardinality());
  }

  private int[] notVariants() {
    var parts = Runtime.getRuntime().availableProcessors();
    var each = size / parts + 1;
    return IntStream.range(0, parts)
        .parallel()
        .mapToObj(part -> {
          var search = new Variants();
          return IntStream.range(part * each, Math.min(size, (part + 1) * each))
              // Of a smaller sample no more are variants
              .filter(i -> has(documents[i]) || !search.isVariant(fragments(i), i))
              .map(i -> documents[i])
              .toArray();
        })
        .flatMapToInt(IntStream::of)
        .toArray();
  }

  /** Gives back what only adding needs: until the next recount nothing is added. */
  void rest() {
    bands = segments();
    documents = new int[FEWEST];
    size = 0;
  }

  /** Whether {@code document} is counted. */
  boolean has(int document) {
    return counted.get(document);
  }

  Owners owners() {
    return owners;
  }

  FragmentCounts counts() {
    return counts;
  }

  @Override
  public int count(int member) {
    return store.count(documents[member]);
  }

  @Override
  public void read(int member, int[] into) {
    store.read(documents[member], into);
  }

  long bytes() {
    return counts.bytes() + counted.size() / 8 + bands.bytes() + 4L * documents.length;
  }

  /** Looks for variants in the sample. For use by one thread. */
  private final class Variants {

    private final Candidates candidates = new Candidates();
    private final BandCheck check = new BandCheck();
    private final int[] mins = HASHES.room();
    private final int[] keys = new int[PLAN.bands()];
    private int[] tokens = new int[256];

    /** Whether one before {@code end} has nearly the same fragments. */
    boolean isVariant(Fragments fragments, int end) {
      keysOf(fragments);
      var scorer = new Scorer(null, fragments, TextIndex.VARIANT);
      candidates.begin(PLAN.hits());
      bands.collect(keys, PLAN.bands(), candidates);
      var near = candidates.documents();
      var left = 0;
      for (var i = 0; i < candidates.count(); i++) {
        var member = near[i];
        near[left] = documents[member];
        left += member < end ? 1 : 0;
      }
      left = outlines.leave(near, left, scorer);
      for (var i = 0; i < left; i++) {
        if (isVariant(near[i], scorer)) {
          return true;
        }
      }
      return false;
    }

    private boolean isVariant(int document, Scorer scorer) {
      var count = load(document);
      return scorer.isLike(tokens, count) && check.isMet(tokens, count, mins, PLAN);
    }

    int[] keysOf(Fragments fragments) {
      makeRoom(fragments.size());
      fragments.copyTo(tokens, 0);
      hash(fragments.size());
      return keys;
    }

    int[] keysOf(int member) {
      hash(load(documents[member]));
      return keys;
    }

    private void hash(int count) {
      HASHES.of(tokens, count, mins);
      MinHashes.keys(mins, keys);
    }

    private int load(int document) {
      var count = store.count(document);
      makeRoom(count);
      store.read(document, tokens);
      return count;
    }

    private void makeRoom(int count) {
      if (count > tokens.length) {
        tokens = new int[count];
      }
    }
  }
}
