package org.vigie.matching.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * Finds every document above the threshold, none is missed: two sets that share enough must share
 * one of the rarest fragments of either, so only the lists of those are read. For some thousands of
 * documents; a query's time grows with their number.
 */
public final class ExactTextIndex implements TextIndex {

  /** Texts with less of a part than this share of it are not read. */
  private static final int A_QUARTER = 4;

  private final Postings postings = new Postings();
  private final List<Fragments> documents = new ArrayList<>();
  private final Map<Fragments, Integer> numbers = new HashMap<>();
  private final BitSet counted = new BitSet();
  private final Owners owners = new Owners();
  private final Search own = new Search();
  private FragmentCounts counts = FragmentCounts.roomFor(0);

  /** An index of nothing. */
  public ExactTextIndex() {}

  @Override
  public int add(Fragments fragments, int owner) {
    var number = documents.size();
    var known = numbers.putIfAbsent(fragments, number);
    if (known != null) {
      return known;
    }
    owners.set(number, owner);
    if (!own.hasVariantOf(fragments)) {
      counted.set(number);
      count(number, fragments);
    }
    documents.add(fragments);
    for (var i = 0; i < fragments.size(); i++) {
      postings.add(fragments.token(i), number);
    }
    return number;
  }

  private void count(int number, Fragments fragments) {
    if (counts.isFull()) {
      var more = FragmentCounts.roomFor(2 * counts.documents());
      owners.recount();
      counted.stream()
          .limit(counts.documents())
          .forEach(d -> more.add(owners.fresh(d, documents.get(d))));
      counts = more;
    }
    counts.add(owners.fresh(number, fragments));
  }

  @Override
  public Reader reader() {
    return new Search();
  }

  @Override
  public Fragments fragments(int document) {
    return documents.get(document);
  }

  @Override
  public int size() {
    return documents.size();
  }

  /** Marks documents while it searches. */
  private final class Search implements Reader {

    private final KnownFormulas known = new KnownFormulas();
    private int[] hits = new int[64];
    private int[] touched = new int[64];

    @Override
    public List<Overlap> query(Fragments asked, double threshold, IntPredicate wanted) {
      var found = new ArrayList<Overlap>();
      var scorer = new Scorer(counts, asked, threshold);
      var candidates = candidates(asked, threshold, scorer);
      for (var i = 0; i < candidates; i++) {
        var number = touched[i];
        if (wanted.test(number)) {
          var document = documents.get(number);
          var overlap = scorer.score(number, document.risen(), document.size());
          if (overlap != null) {
            found.add(overlap);
          }
        }
      }
      found.sort(Overlap.BEST_FIRST);
      return found;
    }

    @Override
    public boolean isFormula(Fragments part, double least) {
      var formula = new Formula(counts, part);
      return formula.isLikely()
          && Formula.leavesLessThan(
              least,
              formula.worth(),
              known.worth(formula.frequent(), documents.size(), this::formula));
    }

    /** What the formula in {@code frequent} is worth. */
    private double formula(Fragments frequent) {
      var votes = new FormulaVotes(counts, frequent);
      makeRoom();
      var count = 0;
      for (var i = 0; i < frequent.size(); i++) {
        count = touch(postings.of(frequent.token(i)), count);
      }
      for (var i = 0; i < count; i++) {
        var number = touched[i];
        if (counted.get(number) && A_QUARTER * hits[number] >= frequent.size()) {
          var document = documents.get(number);
          votes.read(document.risen(), document.size(), owners.of(number));
        }
        hits[number] = 0;
      }
      return votes.worth();
    }

    private int touch(int[] list, int touchedBefore) {
      var count = touchedBefore;
      for (var k = 1; k <= list[0]; k++) {
        if (hits[list[k]]++ == 0) {
          touched[count++] = list[k];
        }
      }
      return count;
    }

    private void makeRoom() {
      if (hits.length < documents.size()) {
        hits = new int[documents.size() * 2];
        touched = new int[documents.size() * 2];
      }
    }

    boolean hasVariantOf(Fragments asked) {
      var scorer = new Scorer(null, asked, VARIANT);
      var candidates = candidates(asked, VARIANT, scorer);
      for (var i = 0; i < candidates; i++) {
        var document = documents.get(touched[i]);
        if (scorer.isLike(document.risen(), document.size())) {
          return true;
        }
      }
      return false;
    }

    /** Leaves the numbers of those that may reach the threshold; answers how many. */
    private int candidates(Fragments asked, double threshold, Scorer scorer) {
      makeRoom();
      var rarest = rarestFirst(asked);
      var fewest = (int) Math.ceil(threshold * asked.size() - 1e-9);
      var prefix = Math.min(asked.size(), asked.size() - fewest + 1);
      var count = 0;
      for (var i = 0; i < prefix; i++) {
        count = touch(postings.of((int) rarest[i]), count);
      }
      return kept(count, asked.size() - prefix, scorer);
    }

    private int kept(int count, int unread, Scorer scorer) {
      var kept = 0;
      for (var i = 0; i < count; i++) {
        var number = touched[i];
        var document = documents.get(number);
        if (hits[number] + unread >= scorer.fewest(document.size()) && scorer.mayReach(document)) {
          touched[kept++] = number;
        }
        hits[number] = 0;
      }
      return kept;
    }

    /** The tokens in the low halves, the rarest first. */
    private long[] rarestFirst(Fragments asked) {
      var order = new long[asked.size()];
      for (var i = 0; i < order.length; i++) {
        var token = asked.token(i);
        order[i] = ((long) postings.of(token)[0] << 32) | (token & 0xFFFFFFFFL);
      }
      Arrays.sort(order);
      return order;
    }
  }
}
