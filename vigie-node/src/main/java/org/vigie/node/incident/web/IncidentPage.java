package org.vigie.node.incident.web;

import java.util.List;
import org.vigie.node.incident.Incident;
import org.vigie.node.incident.ReachedFrom;

/**
 * One incident as it is read.
 *
 * @param caseId the case
 * @param incident as it stands
 * @param reached numbers and names it came from
 * @param cited places in exhibits that show it
 */
public record IncidentPage(
    String caseId, Incident incident, List<ReachedFrom> reached, List<Cited> cited) {}
