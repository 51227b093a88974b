package org.vigie.node.dossier.web;

import org.vigie.node.dossier.Dossier;

/**
 * A passphrase, shown once.
 *
 * @param caseId the case
 * @param dossier what will be sealed to it
 * @param form code of what is handed out
 * @param passphrase seven words
 */
public record PassphrasePage(String caseId, Dossier dossier, String form, String passphrase) {

  /** Where its pages are. */
  public String base() {
    return DossiersPage.base(caseId, dossier);
  }

  /** Never the words. */
  @Override
  public String toString() {
    return "PassphrasePage";
  }
}
