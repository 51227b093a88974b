package org.vigie.node.incident;

import static org.vigie.node.casefile.Defaults.list;
import static org.vigie.node.casefile.Defaults.text;

import java.util.List;

/**
 * A form that somebody was told to fill in, such as relatives about the one who left.
 *
 * @param from who gave it, as they said: a claim
 * @param asked codes of {@link Subject}, and others that are kept as they stand
 * @param filled {@code yes}, {@code partly}, {@code no} or {@code unknown}, or empty
 * @param answered what was written into it, as far as known
 */
public record FormGiven(String from, List<String> asked, String filled, String answered) {

  /** There was none, or nobody spoke of one. */
  public static final FormGiven NONE = new FormGiven("", List.of(), "", "");

  /** Reads tolerantly. */
  public FormGiven {
    from = text(from);
    asked = list(asked);
    filled = text(filled);
    answered = text(answered);
  }

  /** Whether anything is known of a form. */
  public boolean given() {
    return !equals(NONE);
  }
}
