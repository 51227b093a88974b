package org.vigie.node.exhibit.web;

import java.util.List;
import org.vigie.node.exhibit.Exhibit;

/**
 * The exhibits of a case.
 *
 * @param caseId the case
 * @param exhibits in the order of receipt
 */
public record ExhibitsPage(String caseId, List<Exhibit> exhibits) {

  /** Address of the list. */
  public String base() {
    return "/cases/" + caseId + "/exhibits";
  }
}
