package org.vigie.node.incident;

import static org.vigie.node.casefile.Defaults.text;

/**
 * One thing that whoever reached the person showed to know about them. It says what was known and
 * how widely, never from whom they may have it: such suppositions are kept apart, between two.
 *
 * @param item identifier within the case; a later entry with the same one replaces it
 * @param incident the incident it is about
 * @param subject code of {@link Subject}, or empty
 * @param words what they knew
 * @param reach how widely it was known before: code of {@link Reach}, or empty
 * @param withdrawn true when it was written by mistake
 */
public record KnownDetail(
    String item, String incident, String subject, String words, String reach, boolean withdrawn) {

  /** Reads tolerantly. */
  public KnownDetail {
    item = text(item);
    incident = text(incident);
    subject = text(subject);
    words = text(words);
    reach = text(reach);
  }

  /** The same, no longer counting. */
  public KnownDetail taken() {
    return new KnownDetail(item, incident, subject, words, reach, true);
  }
}
