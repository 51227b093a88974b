package org.vigie.node.desk.web;

import java.util.List;
import org.vigie.node.incident.Incident;

/**
 * A case at a glance.
 *
 * @param id the case
 * @param pseudonym what it is called, or empty
 * @param told how many accounts and addenda there are
 * @param incidents by the time they happened
 */
public record CaseGlance(String id, String pseudonym, int told, List<Incident> incidents) {}
