package org.vigie.node.witness.web;

import java.util.List;
import java.util.Map;
import org.vigie.node.shell.Choices;
import org.vigie.node.shell.Frame;
import org.vigie.node.witness.SplitBook;
import org.vigie.node.witness.SplitExplained;

/**
 * What is known of two histories of a log.
 *
 * @param split which
 * @param lines what keepers wrote, oldest first
 */
public record SplitPage(SplitBook.Split split, List<Line> lines) {

  /** What whoever runs the machine types to see what beginning another log would do. */
  public static final String COMMAND = "./vigie begin-log --home DIR";

  /** What they add to do it. */
  public static final String DO_IT = "--yes";

  /** What one keeper wrote, with how they are called. */
  public record Line(String by, SplitBook.Told told) {}

  /** Whether keepers call it ended. */
  public boolean ended() {
    return !lines.isEmpty() && lines.getLast().told().explained().ended();
  }

  /** Causes, labelled. */
  public static Map<String, String> causes(Frame frame) {
    return Choices.of(frame, "witness.split.cause", SplitExplained.CAUSES);
  }

  /** What can have been done, labelled. */
  public Map<String, String> steps(Frame frame) {
    var done = split.own() ? SplitExplained.OWN_STEPS : SplitExplained.PARTNER_STEPS;
    return Choices.of(frame, "witness.split.done", done);
  }
}
