package org.vigie.node.exhibit.web;

import org.vigie.node.exhibit.Exhibit;
import org.vigie.node.exhibit.ExhibitPrepared;

/**
 * The form of a note that spares others the rest.
 *
 * @param caseId the case
 * @param exhibit what was read
 * @param now what is written so far
 */
public record PreparePage(String caseId, Exhibit exhibit, ExhibitPrepared now) {

  /** Address of the exhibit. */
  public String base() {
    return "/cases/" + caseId + "/exhibits/" + exhibit.id();
  }
}
