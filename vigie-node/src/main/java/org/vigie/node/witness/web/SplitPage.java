package org.vigie.node.witness.web;

import java.util.List;
import java.util.Map;
import org.vigie.node.shell.Choices;
import org.vigie.node.shell.Frame;
import org.vigie.node.witness.SplitBook;

/**
 * What is known of two histories of a log.
 *
 * @param split which
 * @param lines what keepers wrote, oldest first
 */
public record SplitPage(SplitBook.Split split, List<Line> lines) {

  /** What one keeper wrote, with how they are called. */
  public record Line(String by, SplitBook.Told told) {}

  /** Whether keepers call it ended. */
  public boolean ended() {
    return !lines.isEmpty() && lines.getLast().told().explained().ended();
  }

  /** Causes, labelled. */
  public static Map<String, String> causes(Frame frame) {
    return Choices.of(frame, "witness.split.cause", "restored", "twice", "taken", "fault");
  }

  /** What can have been done, labelled. */
  public Map<String, String> steps(Frame frame) {
    return split.own()
        ? Choices.of(
            frame, "witness.split.done", "kept", "partners", "keys", "holders", "counsel", "moved")
        : Choices.of(frame, "witness.split.done", "kept", "called", "counsel", "left");
  }
}
