package org.vigie.node.incident;

/**
 * A number or name that an incident came from, as it is shown beside the incident.
 *
 * @param id identifier within the case
 * @param shown as displayed
 * @param number whether it is written from left to right whatever the language
 * @param note message key of what to know about it, or empty
 */
public record ReachedFrom(String id, String shown, boolean number, String note) {}
