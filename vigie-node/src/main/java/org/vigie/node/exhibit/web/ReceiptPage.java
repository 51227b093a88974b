package org.vigie.node.exhibit.web;

import org.vigie.node.exhibit.Exhibit;
import org.vigie.node.exhibit.Receipts;

/**
 * A receipt, or when it will be there.
 *
 * @param caseId the case
 * @param exhibit what was received
 * @param state how it stands in the log
 */
public record ReceiptPage(String caseId, Exhibit exhibit, Receipts.State state) {

  /** Address of the exhibit. */
  public String base() {
    return "/cases/" + caseId + "/exhibits/" + exhibit.id();
  }
}
