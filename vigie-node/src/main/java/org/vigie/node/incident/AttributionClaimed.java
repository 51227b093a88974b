package org.vigie.node.incident;

import static org.vigie.node.casefile.Defaults.text;

import org.jspecify.annotations.Nullable;

/**
 * A claim about who may be behind an incident: graded, dated by its entry, revisable, and never
 * needed to record the act. Several may stand side by side.
 *
 * @param claim identifier within the case; a later entry with the same one revises it
 * @param incident the incident it is about
 * @param level {@code A0} none, {@code A1} self-claimed, {@code A2} circumstantial, {@code A3}
 *     convergent, {@code A4} documented
 * @param hypothesis who, in words
 * @param alternative at least one other explanation
 * @param basis what it rests on
 */
public record AttributionClaimed(
    @Nullable String claim,
    @Nullable String incident,
    @Nullable String level,
    @Nullable String hypothesis,
    @Nullable String alternative,
    @Nullable String basis) {

  /** Reads tolerantly. */
  public AttributionClaimed {
    claim = text(claim);
    incident = text(incident);
    level = level == null || level.isBlank() ? "A0" : level;
    hypothesis = text(hypothesis);
    alternative = text(alternative);
    basis = text(basis);
  }
}
