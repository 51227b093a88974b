package org.vigie.matching.band;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.vigie.matching.text.FragmentCounts;
import org.vigie.matching.text.Fragments;
import org.vigie.matching.text.Overlap;
import org.vigie.matching.text.Owners;
import org.vigie.matching.text.TextIndex;

/**
 * An index for millions of documents: 64 bands of two smallest values each find candidates,
 * outlines drop those that cannot share enough, fragments kept apart score the rest exactly. Of
 * documents with half their fragments in common it misses one in five thousand, at a share of 30 %
 * one in four hundred, at 20 % one in fourteen. Answers do not depend on how documents came in.
 *
 * <p>Documents added last lie in an open segment; when it is full it is frozen, and frozen segments
 * of a size are joined (O'Neil and others, The log-structured merge-tree, 1996). All of it can be
 * built anew from the fragments.
 */
public final class BandedTextIndex implements TextIndex {

  private static final int SMALLEST = 1 << 10;
  private static final int GROWTH = 8;
  private static final int JOINED = 4;

  private final FragmentStore store;
  private final Outlines outlines = new Outlines();
  private final Twins twins;
  private final BitSet counted = new BitSet();
  private final Owners owners = new Owners();
  private final BandSearch own = new BandSearch(this, false);
  private final List<FrozenBands> frozen = new ArrayList<>();
  private final int largest;
  private final boolean gathers;
  private FragmentCounts counts = FragmentCounts.roomFor(0);
  private @Nullable OpenBands open;

  private BandedTextIndex(FragmentStore store, int largest, boolean gathers) {
    this.store = store;
    this.largest = largest;
    this.gathers = gathers;
    this.twins = new Twins(outlines, store);
    while (outlines.size() < store.size()) {
      know(fragments(outlines.size()));
    }
    settle();
  }

  /** An index of nothing, in memory. */
  public BandedTextIndex() {
    this(new HeapFragments(), OpenBands.MOST, false);
  }

  /** Builds the index of what {@code store} keeps anew, and keeps there what is added later. */
  public static BandedTextIndex over(FragmentStore store) {
    return new BandedTextIndex(store, OpenBands.MOST, false);
  }

  /** An index that freezes after {@code largest} documents, a power of two. */
  static BandedTextIndex freezingAfter(int largest, FragmentStore store) {
    return new BandedTextIndex(store, largest, false);
  }

  /** An index to be filled first and searched afterwards: what is added is indexed all at once. */
  public static BandedTextIndex gathering() {
    return new BandedTextIndex(new HeapFragments(), OpenBands.MOST, true);
  }

  @Override
  public int add(Fragments fragments, int owner) {
    var twin = twins.find(fragments);
    if (twin >= 0) {
      return twin;
    }
    var number = store.size();
    var variant = !gathers && own.isVariant(fragments, number);
    store.add(fragments);
    owners.set(number, owner);
    know(fragments);
    if (!gathers) {
      if (!variant) {
        count(number, fragments);
      }
      room(number).add(own.keys(fragments));
    }
    return number;
  }

  private void know(Fragments fragments) {
    outlines.add(fragments);
    twins.add(outlines.size() - 1);
  }

  private void count(int number, Fragments fragments) {
    counted.set(number);
    if (counts.isFull()) {
      recount(2 * counts.documents());
    } else {
      count(owners.fresh(number, fragments));
    }
  }

  private void recount(int documents) {
    counts = FragmentCounts.roomFor(documents);
    owners.recount();
    counted.stream()
        .forEach(number -> {
          if (owners.of(number) < 0) {
            counts.add(own.tokens(number), store.count(number));
          } else {
            count(owners.fresh(number, fragments(number)));
          }
        });
  }

  private void count(Fragments fragments) {
    counts.add(fragments.tokens(), fragments.size());
  }

  /** The open segment, with room for the document {@code number}. */
  private OpenBands room(int number) {
    var bands = open;
    if (bands == null) {
      bands = new OpenBands(number, Math.min(SMALLEST, largest));
    } else if (bands.isFull() && bands.capacity() < largest) {
      bands = grown(bands);
    } else if (bands.isFull()) {
      freeze(bands.from(), number);
      bands = bands.emptied(number);
    }
    open = bands;
    return bands;
  }

  private OpenBands grown(OpenBands bands) {
    var more = new OpenBands(bands.from(), Math.min(bands.capacity() * GROWTH, largest));
    for (var number = bands.from(); number < bands.from() + bands.size(); number++) {
      more.add(own.keysOf(number));
    }
    return more;
  }

  private void freeze(int from, int to) {
    frozen.add(FrozenBands.of(store, from, to));
    while (joins(frozen.size())) {
      var last = frozen.subList(frozen.size() - JOINED, frozen.size());
      var start = last.getFirst().from();
      last.clear();
      frozen.add(FrozenBands.of(store, start, to));
    }
  }

  /** Whether the last segments are all at least as large as the one before, and fit into one. */
  private boolean joins(int segments) {
    if (segments < JOINED) {
      return false;
    }
    var last = frozen.subList(segments - JOINED, segments);
    return last.stream().allMatch(bands -> bands.size() == last.getFirst().size())
        && last.getFirst().size() * JOINED <= FrozenBands.MOST;
  }

  /** Freezes all that was gathered, and counts it, in as many threads as there are processors. */
  @Override
  public void settle() {
    var indexed = indexed();
    if (indexed == store.size()) {
      return;
    }
    for (var from = indexed; from < store.size(); from += FrozenBands.MOST) {
      frozen.add(FrozenBands.of(store, from, Math.min(from + FrozenBands.MOST, store.size())));
    }
    for (var number : notVariants(indexed, store.size())) {
      counted.set(number);
    }
    recount(counted.cardinality());
  }

  private int indexed() {
    if (open != null) {
      return store.size();
    }
    return frozen.isEmpty() ? 0 : frozen.getLast().from() + frozen.getLast().size();
  }

  private int[] notVariants(int from, int to) {
    var parts = Runtime.getRuntime().availableProcessors();
    var each = (to - from) / parts + 1;
    return IntStream.range(0, parts)
        .parallel()
        .mapToObj(part -> {
          var search = new BandSearch(this, false);
          return IntStream.range(from + part * each, Math.min(to, from + (part + 1) * each))
              .filter(number -> !search.isVariant(fragments(number), number))
              .toArray();
        })
        .flatMapToInt(IntStream::of)
        .toArray();
  }

  @Override
  public List<Overlap> query(Fragments fragments, double threshold) {
    settle();
    return own.query(fragments, threshold, EVERY);
  }

  @Override
  public Reader reader() {
    return new BandSearch(this, false);
  }

  /**
   * A reader whose score is the plain share of common fragments, each worth the same: for measuring
   * against other engines.
   */
  public Reader plainReader() {
    return new BandSearch(this, true);
  }

  @Override
  public Fragments fragments(int document) {
    var tokens = new int[store.count(document)];
    store.read(document, tokens);
    return Fragments.rising(tokens);
  }

  @Override
  public int size() {
    return store.size();
  }

  /** How many bytes a search may touch; the fragments themselves lie apart. */
  public long hotBytes() {
    var bytes = outlines.bytes() + twins.bytes() + counts.bytes() + counted.size() / 8;
    for (var bands : frozen) {
      bytes += bands.bytes();
    }
    return open == null ? bytes : bytes + open.bytes();
  }

  FragmentStore store() {
    return store;
  }

  Outlines outlines() {
    return outlines;
  }

  /** Whether {@code document} is no variant of another. */
  boolean isCounted(int document) {
    return counted.get(document);
  }

  Owners owners() {
    return owners;
  }

  FragmentCounts counts() {
    return counts;
  }

  List<FrozenBands> frozen() {
    return frozen;
  }

  @Nullable OpenBands open() {
    return open;
  }
}
