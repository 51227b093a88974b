package org.vigie.node.desk.web;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vigie.node.casefile.CaseCard;
import org.vigie.node.incident.Incident;
import org.vigie.node.shell.Frame;

/**
 * A case at a glance.
 *
 * @param id the case
 * @param pseudonym what it is called, or empty
 * @param told how many accounts and addenda there are
 * @param incidents the newest few, the latest first
 * @param more how many incidents there are besides
 * @param changed what tells only what it changed for the person, the latest first
 * @param cards what other capabilities hold of it
 * @param next what could come next, or null when nothing waits
 */
public record CaseGlance(
    String id,
    String pseudonym,
    int told,
    List<Incident> incidents,
    int more,
    List<Incident> changed,
    List<Card> cards,
    @Nullable NextStep next) {

  /** What {@code incident} changed, in the language of the page. */
  public static String impacts(Frame frame, Incident incident) {
    return incident.now().impacts().stream()
        .map(impact -> frame.t("incident.impact." + impact))
        .collect(Collectors.joining(" · "));
  }

  /** A card with how many there are now. */
  public record Card(CaseCard card, int count) {}
}
