package org.vigie.node.picture;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.kernel.Language;

/**
 * What a ladder of escalation shows: the stages a pressure goes through and those it has reached.
 *
 * @param stages the stages, lowest first
 * @param language the language of the words and the direction of reading
 */
public record EscalationLadder(List<Stage> stages, Language language) {

  /**
   * One rung.
   *
   * @param name what happens at this stage, in the language of the picture
   * @param reached whether it was reached
   * @param when when it was first reached, written out; null where it was not or nobody knows
   */
  public record Stage(String name, boolean reached, @Nullable String when) {}

  /** Keeps the stages as they are now. */
  public EscalationLadder {
    stages = List.copyOf(stages);
  }
}
