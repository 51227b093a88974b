package org.vigie.node.exhibit;

import static org.vigie.node.casefile.Defaults.list;
import static org.vigie.node.casefile.Defaults.text;

import java.util.List;

/**
 * An attempt to derive something from an exhibit that gave nothing; the exhibit is as it was.
 *
 * @param exhibit identifier within the case
 * @param kind what should have been made, as in {@link ExhibitDerived}
 * @param reason key of the sentence, such as {@code import.unknown-format} or {@code cage.time}
 * @param details what fills the sentence
 */
public record ExhibitUnread(String exhibit, String kind, String reason, List<String> details) {

  /** The reason of a question that a person has to answer. */
  public static final String DATES = "import.date-order-ambiguous";

  /** Reads tolerantly. */
  public ExhibitUnread {
    exhibit = text(exhibit);
    kind = text(kind);
    reason = text(reason);
    details = list(details);
  }
}
