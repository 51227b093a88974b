package org.vigie.node.exhibit.web;

import org.vigie.node.exhibit.Exhibit;
import org.vigie.node.exhibit.Pointing;

/**
 * Covering parts of a picture in a copy.
 *
 * @param caseId the case
 * @param exhibit the picture
 * @param pointing parts pointed at so far
 */
public record CoverPicturePage(String caseId, Exhibit exhibit, Pointing pointing) {

  /** Address of the exhibit. */
  public String base() {
    return "/cases/" + caseId + "/exhibits/" + exhibit.id();
  }

  /** This page. */
  public String here() {
    return base() + "/cover";
  }
}
