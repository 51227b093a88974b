package org.vigie.matching.band;

import java.util.List;
import org.vigie.matching.text.FragmentCounts;
import org.vigie.matching.text.Fragments;
import org.vigie.matching.text.Overlap;
import org.vigie.matching.text.Sample;
import org.vigie.matching.text.TextIndex;

/**
 * An index for millions of documents: 64 bands of two smallest values each find candidates,
 * outlines drop those that cannot share enough, fragments kept apart score the rest exactly. Of
 * documents with half their fragments in common it misses one in five thousand, at a share of 30 %
 * one in four hundred, at 20 % one in fourteen. Answers do not depend on how documents lie in
 * memory, and all of it can be built anew from the fragments.
 */
public final class BandedTextIndex implements TextIndex {

  private final FragmentStore store;
  private final Outlines outlines = new Outlines();
  private final Twins twins;
  private final BandSegments bands;
  private final CountedDocuments counted;
  private final BandSearch own = new BandSearch(this, false);
  private final boolean gathers;

  private BandedTextIndex(FragmentStore store, int largest, int counts, boolean gathers) {
    this.store = store;
    this.gathers = gathers;
    this.twins = new Twins(outlines, store);
    this.bands = new BandSegments(store, MinHashes.BANDS, largest);
    this.counted = new CountedDocuments(store, outlines, counts);
    while (outlines.size() < store.size()) {
      know(fragments(outlines.size()));
    }
    settle();
  }

  /** An index of nothing, in memory. */
  public BandedTextIndex() {
    this(new HeapFragments(), OpenBands.MOST, Sample.MOST, false);
  }

  /** Builds the index of what {@code store} keeps anew, and keeps there what is added later. */
  public static BandedTextIndex over(FragmentStore store) {
    return over(store, Sample.MOST);
  }

  /** The same; up to {@code counted} documents are all counted, of more a sample. */
  static BandedTextIndex over(FragmentStore store, int counted) {
    return new BandedTextIndex(store, OpenBands.MOST, counted, false);
  }

  /**
   * An index that freezes after {@code largest} documents, a power of two, and counts up to {@code
   * counted} of them all.
   */
  static BandedTextIndex freezingAfter(int largest, int counted, FragmentStore store) {
    return new BandedTextIndex(store, largest, counted, false);
  }

  /** An index to be filled first and searched afterwards: what is added is indexed all at once. */
  public static BandedTextIndex gathering() {
    return gathering(Sample.MOST);
  }

  /**
   * The same; up to {@code counted} documents are all counted, of more a sample.
   *
   * @see Sample#MOST
   */
  public static BandedTextIndex gathering(int counted) {
    return new BandedTextIndex(new HeapFragments(), OpenBands.MOST, counted, true);
  }

  @Override
  public int add(Fragments fragments, int owner) {
    var twin = twins.find(fragments);
    if (twin >= 0) {
      return twin;
    }
    var number = store.size();
    store.add(fragments);
    counted.owners().set(number, owner);
    know(fragments);
    if (!gathers) {
      counted.add(number, fragments);
      bands.add(number, () -> own.keys(fragments), own::keysOf);
    }
    return number;
  }

  private void know(Fragments fragments) {
    outlines.add(fragments);
    twins.add(outlines.size() - 1);
  }

  /** Freezes all that was gathered, and counts it, in as many threads as there are processors. */
  @Override
  public void settle() {
    if (bands.size() < store.size()) {
      bands.freeze(store.size());
      counted.recount(store.size());
      if (gathers) {
        counted.rest();
      }
    }
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
    return store.fragments(document);
  }

  @Override
  public int size() {
    return store.size();
  }

  /** How many bytes a search may touch; the fragments themselves lie apart. */
  public long hotBytes() {
    return outlines.bytes() + twins.bytes() + bands.bytes() + counted.bytes();
  }

  FragmentStore store() {
    return store;
  }

  Outlines outlines() {
    return outlines;
  }

  BandSegments bands() {
    return bands;
  }

  CountedDocuments counted() {
    return counted;
  }

  FragmentCounts counts() {
    return counted.counts();
  }
}
