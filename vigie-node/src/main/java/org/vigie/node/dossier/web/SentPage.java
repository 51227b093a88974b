package org.vigie.node.dossier.web;

import java.util.List;
import org.vigie.node.dossier.Dossier;

/**
 * What has left a case.
 *
 * @param caseId the case
 * @param rows the newest first
 */
public record SentPage(String caseId, List<Row> rows) {

  /** A copy that left, with the role of whoever let it go. */
  public record Row(Dossier.Sent sent, String by) {}
}
