package org.vigie.matching.band;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
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

  private static final MinHashes ALL = new MinHashes(0, MinHashes.COUNT);

  private final BandedTextIndex index;
  private final boolean plain;
  private final Candidates candidates = new Candidates();
  private final BandCheck check = new BandCheck();
  private final KnownFormulas known = new KnownFormulas();
  private final int[] mins = new int[MinHashes.COUNT];
  private final int[] keys = new int[MinHashes.BANDS];
  private int[] tokens = new int[256];
  private @Nullable Fragments keyed;
  private BandPlan plan = BandPlan.of(1);
  private double planned = 1;

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
  public List<Overlap> query(Fragments asked, double threshold, IntPredicate wanted) {
    var found = new ArrayList<Overlap>();
    if (asked.size() == 0 || index.size() == 0) {
      return found;
    }
    if (planned != threshold) {
      plan = BandPlan.of(threshold);
      planned = threshold;
    }
    keys(asked);
    collect(plan);
    var scorer = new Scorer(plain ? null : index.counts(), asked, threshold);
    var left = leaveOut(scorer, wanted);
    for (var i = 0; i < left; i++) {
      var document = candidates.get(i);
      var overlap = scorer.score(document, tokens, read(document));
      if (overlap != null && check.isMet(tokens, index.store().count(document), mins, plan)) {
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
    candidates.begin(index.size(), needed.hits());
    index.bands().collect(keys, needed.bands(), candidates);
  }

  /** How many candidates the last search looked at. */
  int looked() {
    return candidates.count();
  }

  /** Moves the candidates that may reach the threshold to the front; answers how many. */
  private int leaveOut(Scorer scorer, IntPredicate wanted) {
    var left = 0;
    for (var i = 0; i < candidates.count(); i++) {
      var document = candidates.get(i);
      if (wanted.test(document) && index.outlines().mayReach(document, scorer)) {
        candidates.set(left++, document);
      }
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
