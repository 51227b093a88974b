package org.vigie.node.desk.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.node.casefile.CaseCard;
import org.vigie.node.incident.Incident;

/**
 * A case at a glance.
 *
 * @param id the case
 * @param pseudonym what it is called, or empty
 * @param told how many accounts and addenda there are
 * @param incidents the newest few, the latest first
 * @param more how many incidents there are besides
 * @param cards what other capabilities hold of it
 * @param next what could come next, or null when nothing waits
 */
public record CaseGlance(
    String id,
    String pseudonym,
    int told,
    List<Incident> incidents,
    int more,
    List<Card> cards,
    @Nullable NextStep next) {

  /** A card with how many there are now. */
  public record Card(CaseCard card, int count) {}
}
