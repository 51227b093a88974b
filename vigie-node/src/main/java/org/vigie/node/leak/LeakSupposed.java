package org.vigie.node.leak;

import static org.vigie.node.casefile.Defaults.list;
import static org.vigie.node.casefile.Defaults.text;

import java.util.List;

/**
 * A supposition about where something that a caller knew came from. It tells of what was done and
 * in which role, and is never without another explanation.
 *
 * @param knew what the caller knew
 * @param role code of a role, or empty; never a name
 * @param behaviour what was seen or heard that leads to it
 * @param others codes of other explanations; {@code guessed} where none was given
 * @param other another explanation in words, or empty
 * @param helps what would help whoever is right, or empty
 */
public record LeakSupposed(
    String knew, String role, String behaviour, List<String> others, String other, String helps) {

  /** What stands beside a supposition to which nobody wrote another explanation. */
  static final String GUESSED = "guessed";

  /** Reads tolerantly; a supposition always has another explanation beside it. */
  public LeakSupposed {
    knew = text(knew);
    role = text(role);
    behaviour = text(behaviour);
    other = text(other);
    helps = text(helps);
    others = list(others);
    if (others.isEmpty() && other.isBlank()) {
      others = List.of(GUESSED);
    }
  }
}
