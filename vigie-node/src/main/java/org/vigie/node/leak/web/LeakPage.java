package org.vigie.node.leak.web;

import java.util.List;
import java.util.Map;
import org.vigie.node.leak.Leaks;
import org.vigie.node.shell.Choices;
import org.vigie.node.shell.Frame;

/**
 * What two custodians keep about one case.
 *
 * @param open the register with its state
 * @param other how the other custodian is called; empty if there is none, or they left the house
 * @param others those who could be put in their place, by identifier
 * @param mine sequences of what this member wrote
 */
public record LeakPage(Leaks.Open open, String other, Map<String, String> others, List<Long> mine) {

  /** Where it is. */
  public String base() {
    return "/leaks/" + open.id();
  }

  /** Roles in which somebody may have known: never a name. */
  public static Map<String, String> roles(Frame frame) {
    return Choices.of(
        frame,
        "leak.role",
        "nobody",
        "device",
        "relative",
        "friend",
        "gathering",
        "work",
        "house",
        "service",
        "other");
  }

  /** Other explanations. */
  public static Map<String, String> alternatives(Frame frame) {
    return Choices.of(
        frame, "leak.other", "guessed", "public", "account", "overheard", "pressed", "mistake");
  }
}
