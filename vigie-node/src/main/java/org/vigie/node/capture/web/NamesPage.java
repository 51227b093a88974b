package org.vigie.node.capture.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vigie.node.capture.Captures;
import org.vigie.node.capture.HiddenNames;
import org.vigie.node.exhibit.Exhibit;
import org.vigie.node.shell.Choices;
import org.vigie.node.shell.Frame;

/**
 * The names of an export that show no number.
 *
 * @param base address of the case
 * @param exhibit the export
 * @param names as the export writes them
 * @param cards numbers on contact cards that are exhibits of the case
 * @param given what somebody gave, oldest first
 */
public record NamesPage(
    String base,
    Exhibit exhibit,
    List<String> names,
    List<HiddenNames.Card> cards,
    List<Captures.Given> given) {

  /** Address of the exhibit. */
  public String path() {
    return base + "/exhibits/" + exhibit.id();
  }

  /** Names to choose from, by their place; those that nothing was given for come first. */
  public Map<String, String> choices() {
    var done = given.stream().map(one -> one.number().name()).toList();
    var choices = new LinkedHashMap<String, String>();
    for (var later : List.of(false, true)) {
      for (var i = 0; i < names.size(); i++) {
        if (done.contains(names.get(i)) == later) {
          choices.put(Integer.toString(i), names.get(i));
        }
      }
    }
    return choices;
  }

  /** Numbers on cards, labelled. */
  public Map<String, String> onCards(Frame frame) {
    var choices = new LinkedHashMap<String, String>();
    for (var card : cards) {
      choices.put(
          card.id(), frame.t("capture.names.card", card.name(), card.number(), card.place()));
    }
    return choices;
  }

  /** Where a number may be from, labelled. */
  public static Map<String, String> bases(Frame frame) {
    return Choices.of(frame, "capture.basis", "contacts", "paper", "memory");
  }
}
