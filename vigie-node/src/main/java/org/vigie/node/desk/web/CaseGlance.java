package org.vigie.node.desk.web;

import java.util.List;
import org.vigie.node.exhibit.Exhibit;
import org.vigie.node.incident.Incident;

/**
 * A case at a glance.
 *
 * @param id the case
 * @param pseudonym what it is called, or empty
 * @param told how many accounts and addenda there are
 * @param incidents by the time they happened
 * @param exhibits in the order of receipt
 * @param callers how many numbers and names are noted
 */
public record CaseGlance(
    String id,
    String pseudonym,
    int told,
    List<Incident> incidents,
    List<Exhibit> exhibits,
    int callers) {}
