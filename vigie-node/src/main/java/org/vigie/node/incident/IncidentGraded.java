package org.vigie.node.incident;

import static org.vigie.node.casefile.Defaults.text;

import org.jspecify.annotations.Nullable;

/**
 * How far one incident can be relied on. Four judgements that do not lean on one another: the
 * reliability of the source and the credibility of the information (Admiralty code, each with its
 * own "cannot be judged"), and, apart from them, likelihood and confidence (ICD 203), which never
 * share a sentence.
 *
 * @param incident identifier within the case
 * @param source {@code A} to {@code F}
 * @param information {@code 1} to {@code 6}
 * @param likelihood code of one of seven bands, or empty where none is given
 * @param confidence {@code low}, {@code moderate} or {@code high}, or empty
 * @param basis reasons in words
 */
public record IncidentGraded(
    String incident,
    @Nullable String source,
    @Nullable String information,
    @Nullable String likelihood,
    @Nullable String confidence,
    @Nullable String basis) {

  /**
   * F6: neither the source nor the information can be judged. What an unknown number starts with.
   */
  public static IncidentGraded ungraded(String incident) {
    return new IncidentGraded(incident, "F", "6", "", "", "");
  }

  /** Reads tolerantly; what is missing cannot be judged. */
  public IncidentGraded {
    incident = text(incident);
    source = source == null || source.isBlank() ? "F" : source;
    information = information == null || information.isBlank() ? "6" : information;
    likelihood = text(likelihood);
    confidence = text(confidence);
    basis = text(basis);
  }
}
