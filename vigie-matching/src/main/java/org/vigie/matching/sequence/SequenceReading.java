package org.vigie.matching.sequence;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What the model makes of one case: a hypothesis about an order, with what it rests on.
 *
 * @param steps in the order in which they happened; where the dates leave more than one order open,
 *     in the earliest of them
 * @param unplaced steps whose place in the order is not known
 * @param unsure incidents that may or may not be a direct contact, or that say too little
 * @param reached how far along the case is
 * @param better how much better than ordinary life the steps explain the case, as a natural
 *     logarithm; made for thresholds, not for people
 * @param spoken whether that is enough to say anything to anybody
 * @param warning set when it is enough and nobody has reached the person yet
 */
public record SequenceReading(
    List<Seen> steps,
    List<Seen> unplaced,
    List<String> unsure,
    Extent reached,
    double better,
    boolean spoken,
    Optional<EarlyWarning> warning) {

  /**
   * How far along a case is, by {@link Step#stage()}.
   *
   * @param stage the furthest that every order the dates allow has reached, or 0
   * @param possible the furthest that any of them has reached
   * @param open whether the dates leave more than one order open
   */
  public record Extent(int stage, int possible, boolean open) {}

  /**
   * A step with the incidents it rests on; none for a silence between incidents.
   *
   * @param step which
   * @param incidents identifiers
   * @param after how long after the step before, as far as the dates tell
   */
  public record Seen(Step step, List<String> incidents, Gap after) {

    /** Keeps its own copy. */
    public Seen {
      incidents = List.copyOf(incidents);
    }
  }

  /**
   * The family was approached, or asks odd questions, and no direct contact is known: time to
   * prepare in calm.
   *
   * @param reasons why, each with its incidents
   */
  public record EarlyWarning(List<Reason> reasons) {

    /** Keeps its own copy. */
    public EarlyWarning {
      reasons = List.copyOf(reasons);
    }
  }

  /**
   * One reason.
   *
   * @param step what was seen
   * @param incidents on which it rests
   */
  public record Reason(Step step, List<String> incidents) {

    /** Keeps its own copy. */
    public Reason {
      incidents = List.copyOf(incidents);
    }
  }

  /** Keeps its own copies. */
  public SequenceReading {
    steps = List.copyOf(steps);
    unplaced = List.copyOf(unplaced);
    unsure = List.copyOf(unsure);
  }

  /** How many different steps were seen, silences left out. */
  public int different() {
    var kinds = new TreeSet<Step>();
    steps.forEach(seen -> kinds.add(seen.step()));
    unplaced.forEach(seen -> kinds.add(seen.step()));
    kinds.remove(Step.SILENCE);
    return kinds.size();
  }

  /** The last step whose place is known, silences left out. */
  public Optional<Step> last() {
    return steps.reversed().stream()
        .map(Seen::step)
        .filter(step -> step != Step.SILENCE)
        .findFirst();
  }
}
