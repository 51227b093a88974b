package org.vigie.matching.sequence;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Incidents that are alike for the model and lie in the same days, read as one: ten calls on one
 * evening are not ten times the evidence. Or a silence, which is nobody's incident.
 *
 * @param ids of the incidents, none for a silence
 * @param seen what the model looks at
 * @param span when, or null where no day is known
 */
record Node(List<String> ids, Seen seen, @Nullable Span span) {

  /**
   * What the model looks at; null where nothing is known, which then weighs nothing.
   *
   * @param kind of act
   * @param reached who
   * @param asked what
   */
  record Seen(@Nullable String kind, Reached reached, Asked asked) {}

  boolean silence() {
    return ids.isEmpty();
  }

  /** The span of a node that is known to have one. */
  Span placed() {
    if (span == null) {
      throw new IllegalStateException("no day is known");
    }
    return span;
  }
}
