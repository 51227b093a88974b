package org.vigie.node.dossier.web;

import java.util.List;
import org.vigie.node.dossier.Dossier;

/**
 * The dossiers of a case.
 *
 * @param caseId the case
 * @param dossiers the newest first
 */
public record DossiersPage(String caseId, List<Dossier> dossiers) {

  /** Where a dossier's pages are. */
  public String base(Dossier dossier) {
    return base(caseId, dossier);
  }

  static String base(String caseId, Dossier dossier) {
    return "/cases/" + caseId + "/dossiers/" + dossier.id();
  }
}
