package org.vigie.node.link.web;

import java.util.List;
import org.vigie.node.link.IntroductionOpened;
import org.vigie.node.link.Introductions;

/**
 * An introduction.
 *
 * @param id its register
 * @param opened why it was opened
 * @param messages oldest first
 * @param answered whether somebody else is still in it
 */
public record IntroductionPage(
    String id, IntroductionOpened opened, List<Message> messages, boolean answered) {

  /** A message; {@code who} is the end of a message key. */
  public record Message(String who, Introductions.Said said) {}

  /** How somebody who is {@code as} appears to somebody who is {@code mine}. */
  static String who(boolean own, String as, String mine) {
    if (own) {
      return "you";
    }
    var sameSide = as.split("-", 2)[0].equals(mine.split("-", 2)[0]);
    return (sameSide ? "own-" : "other-") + (as.endsWith("-person") ? "person" : "caseworker");
  }
}
