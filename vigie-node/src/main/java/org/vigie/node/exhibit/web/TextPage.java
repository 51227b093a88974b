package org.vigie.node.exhibit.web;

import org.vigie.node.exhibit.Exhibit;

/**
 * The text of an exhibit, as the cage gave it.
 *
 * @param caseId the case
 * @param exhibit where it comes from
 * @param text at most 2 MiB
 * @param cut whether there is more
 */
public record TextPage(String caseId, Exhibit exhibit, String text, boolean cut) {

  /** Address of the exhibit. */
  public String base() {
    return "/cases/" + caseId + "/exhibits/" + exhibit.id();
  }
}
