package org.vigie.node.casefile;

import java.util.List;

/**
 * The first entry of a case that a person reads as theirs.
 *
 * @param pseudonym the name the case goes by; chosen by the person, never checked
 * @param languages BCP 47 tags in which the person tells, most at ease first
 * @param openedBy {@code person} or {@code caseworker}
 */
public record CaseOpened(String pseudonym, List<String> languages, String openedBy) {

  /** Reads tolerantly. */
  public CaseOpened {
    pseudonym = Defaults.text(pseudonym);
    languages = Defaults.list(languages);
    openedBy = Defaults.text(openedBy);
  }
}
