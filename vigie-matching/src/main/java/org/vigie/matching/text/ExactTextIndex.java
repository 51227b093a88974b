package org.vigie.matching.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds every document above the threshold, none is missed: two sets that share enough must share
 * one of the rarest fragments of either, so only the lists of those are read. Exact and quick up to
 * a few hundred thousand documents; its lists take some 230 bytes a message more than {@link
 * BandedTextIndex} holds in bands.
 */
public final class ExactTextIndex implements TextIndex {

  private final FragmentCounts counts = new FragmentCounts();
  private final Postings postings = new Postings();
  private @Nullable Fragments[] documents = new Fragments[64];
  private int[] hits = new int[64];
  private int size;

  @Override
  public int add(Fragments fragments) {
    if (size == documents.length) {
      documents = Arrays.copyOf(documents, size * 2);
      hits = Arrays.copyOf(hits, size * 2);
    }
    documents[size] = fragments;
    counts.add(fragments);
    for (var i = 0; i < fragments.size(); i++) {
      postings.add(fragments.token(i), size);
    }
    return size++;
  }

  @Override
  public List<Overlap> query(Fragments fragments, double threshold) {
    var found = new ArrayList<Overlap>();
    var rarest = rarestFirst(fragments);
    var fewest = (int) Math.ceil(threshold * fragments.size() - 1e-9);
    var prefix = Math.min(fragments.size(), fragments.size() - fewest + 1);
    var touched = new ArrayList<Integer>();
    for (var i = 0; i < prefix; i++) {
      postings.forEach(
          (int) rarest[i],
          document -> {
            if (hits[document]++ == 0) {
              touched.add(document);
            }
          });
    }
    for (int document : touched) {
      var inRest = fragments.size() - prefix;
      score(document, fragments, hits[document] + inRest, threshold, found);
      hits[document] = 0;
    }
    found.sort(BandedTextIndex.BEST_FIRST);
    return found;
  }

  private void score(
      int document, Fragments asked, int atMost, double threshold, List<Overlap> found) {
    var candidate = documents[document];
    if (candidate == null) {
      return;
    }
    var fewest = BandedTextIndex.fewest(asked, candidate, threshold);
    if (atMost >= fewest && asked.atMostShared(candidate) >= fewest) {
      var overlap = counts.overlap(document, asked, candidate);
      if (overlap.score() >= threshold) {
        found.add(overlap);
      }
    }
  }

  @Override
  public int size() {
    return size;
  }

  /** The tokens in the low halves, the rarest first. */
  private long[] rarestFirst(Fragments fragments) {
    var order = new long[fragments.size()];
    for (var i = 0; i < order.length; i++) {
      var token = fragments.token(i);
      order[i] = ((long) counts.count(token) << 32) | (token & 0xFFFFFFFFL);
    }
    Arrays.sort(order);
    return order;
  }
}
