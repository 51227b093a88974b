package org.vigie.node.incident.web;

import org.vigie.node.incident.Incident;

/**
 * One incident as it is read.
 *
 * @param caseId the case
 * @param incident as it stands
 */
public record IncidentPage(String caseId, Incident incident) {}
