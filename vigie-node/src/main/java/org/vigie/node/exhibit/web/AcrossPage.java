package org.vigie.node.exhibit.web;

import java.util.List;
import org.vigie.node.exhibit.Exhibit;
import org.vigie.node.exhibit.ReadMessage;

/**
 * What was found in all exhibits of a case.
 *
 * @param caseId the case
 * @param wanted the words looked for
 * @param found for each exhibit in which something was found
 */
public record AcrossPage(String caseId, String wanted, List<Found> found) {

  /**
   * What was found in one exhibit.
   *
   * @param exhibit which
   * @param messages the first of them
   * @param all how many messages
   * @param elsewhere whether its text, or a translation or transcript beside it, holds the words
   */
  public record Found(Exhibit exhibit, List<ReadMessage> messages, long all, boolean elsewhere) {}

  /** Address of the exhibits. */
  public String base() {
    return "/cases/" + caseId + "/exhibits";
  }
}
