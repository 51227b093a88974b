package org.vigie.node.link;

import static org.vigie.node.casefile.Defaults.text;

/**
 * An answer to a notice; the last of each kind of member counts. Stays in the case: neither the
 * other side nor a keeper reads it.
 *
 * @param link as in {@link LinkNotice}
 * @param as {@code caseworker} or {@code person}
 * @param answer {@code yes}, {@code later} or {@code no}
 */
public record LinkAnswered(String link, String as, String answer) {

  /** Reads tolerantly; what is not an answer is none yet. */
  public LinkAnswered {
    link = text(link);
    as = text(as);
    answer = answer == null || answer.isBlank() ? "later" : answer;
  }
}
