package org.vigie.matching.band;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.vigie.matching.text.Formula;
import org.vigie.matching.text.FormulaVotes;
import org.vigie.matching.text.Fragments;
import org.vigie.matching.text.KnownFormulas;
import org.vigie.matching.text.Overlap;
import org.vigie.matching.text.Scorer;
import org.vigie.matching.text.TextIndex;

/**
 * Searches a {@link BandedTextIndex}: bands, then outlines, then fragments. What it answers depends
 * on the fragments alone, not on how the index lies in memory: what was met by chance is dropped.
 */
final class BandSearch implements TextIndex.Reader {

  private static final int AT_ONCE = 16;
  private static final MinHashes ALL = new MinHashes(0, MinHashes.COUNT);

  private final BandedTextIndex index;
  private final boolean plain;
  private final Candidates candidates = new Candidates();
  private final BandCheck check = new BandCheck();
  private final KnownFormulas known = new KnownFormulas();
  private final int[] mins = ALL.room();
  private final int[] keys = new int[MinHashes.BANDS];
  private int[] tokens = new int[256];
  private @Nullable Fragments keyed;
  private BandPlan plan = BandPlan.of(1);
  private double planned = 1;

  /** What may be like each of those that will be asked, if they were looked for all at once. */
  private BandSweep.@Nullable Lists expected;

  /** Searches {@code index}; if {@code plain}, every fragment is worth the same. */
  BandSearch(BandedTextIndex index, boolean plain) {
    this.index = index;
    this.plain = plain;
  }

  /** The keys of {@code fragments} by band; good until the next call. */
  @SuppressWarnings("ReferenceEquality") // the very object that was asked for last
  int[] keys(Fragments fragments) {
    if (keyed != fragments) {
      var count = read(fragments);
      ALL.of(tokens, count, mins);
      MinHashes.keys(mins, keys);
      keyed = fragments;
    }
    return keys;
  }

  @Override
  public @Nullable BitSet expect(TextIndex.Several asked, double threshold) {
    expected = null;
    if (!BandSweep.isWorth(asked, threshold) || !index.bands().isFrozen()) {
      return null;
    }
    var sweep = BandSweep.of(index, asked, threshold);
    expected = sweep.lists();
    return expected == null ? null : sweep.finding();
  }

  @Override
  public List<Overlap> queryExpected(Fragments asked, double threshold, IntPredicate wanted) {
    var found = expected == null ? null : expected.of(asked);
    if (found == null) {
      return query(asked, threshold, wanted);
    }
    if (found.length == 0) {
      return List.of();
    }
    prepare(asked, threshold);
    var left = IntStream.of(found).filter(wanted).toArray();
    return score(left, left.length, scorer(asked, threshold));
  }

  @Override
  public List<Overlap> query(Fragments asked, double threshold, IntPredicate wanted) {
    if (asked.size() == 0 || index.size() == 0) {
      return List.of();
    }
    prepare(asked, threshold);
    collect(plan);
    var scorer = scorer(asked, threshold);
    var left = index.outlines().leave(candidates.documents(), leaveOut(wanted), scorer);
    return score(candidates.documents(), left, scorer);
  }

  private void prepare(Fragments asked, double threshold) {
    if (planned != threshold) {
      plan = BandPlan.of(threshold);
      planned = threshold;
    }
    keys(asked);
  }

  private Scorer scorer(Fragments asked, double threshold) {
    return new Scorer(plain ? null : index.counts(), asked, threshold);
  }

  /** Those of the first {@code count} of {@code documents} that score enough and were met. */
  private List<Overlap> score(int[] documents, int count, Scorer scorer) {
    var found = new ArrayList<Overlap>();
    for (var i = 0; i < count; i++) {
      if (i % AT_ONCE == 0) {
        index.store().expect(documents, i, Math.min(count, i + AT_ONCE));
      }
      var size = read(documents[i]);
      var overlap = scorer.score(documents[i], tokens, size);
      if (overlap != null && check.isMet(tokens, size, mins, plan)) {
        found.add(overlap);
      }
    }
    found.sort(Overlap.BEST_FIRST);
    return found;
  }

  @Override
  public boolean isFormula(Fragments part, double least) {
    var formula = new Formula(index.counts(), part);
    return formula.isLikely()
        && Formula.leavesLessThan(
            least, formula.worth(), known.worth(formula.frequent(), index.size(), this::formula));
  }

  /** What the formula in {@code frequent} is worth. */
  private double formula(Fragments frequent) {
    var votes = new FormulaVotes(index.counts(), frequent);
    keys(frequent);
    collect(BandPlan.FOR_FORMULAS);
    for (var i = 0; i < candidates.count(); i++) {
      var document = candidates.get(i);
      if (index.counted().has(document)) {
        var count = read(document);
        if (check.isMet(tokens, count, mins, BandPlan.FOR_FORMULAS)) {
          votes.readMet(
              tokens, count, index.counted().owners().of(document), BandPlan.FOR_FORMULAS.bands());
        }
      }
    }
    return votes.worth();
  }

  private void collect(BandPlan needed) {
    candidates.begin(needed.hits());
    index.bands().collect(keys, needed.bands(), candidates);
  }

  /** How many candidates the last search looked at. */
  int looked() {
    return candidates.count();
  }

  /** Moves the candidates that are wanted to the front; answers how many. */
  private int leaveOut(IntPredicate wanted) {
    var left = 0;
    for (var i = 0; i < candidates.count(); i++) {
      var document = candidates.get(i);
      candidates.set(left, document);
      left += wanted.test(document) ? 1 : 0;
    }
    return left;
  }

  /** The keys of {@code document} by band; good until the next call. */
  int[] keysOf(int document) {
    return keys(index.fragments(document));
  }

  private int read(Fragments fragments) {
    makeRoom(fragments.size());
    fragments.copyTo(tokens, 0);
    return fragments.size();
  }

  /** Leaves the tokens of {@code document}; answers how many. */
  private int read(int document) {
    var count = index.store().count(document);
    makeRoom(count);
    index.store().read(document, tokens);
    return count;
  }

  private void makeRoom(int count) {
    if (count > tokens.length) {
      tokens = new int[count];
    }
  }
}
