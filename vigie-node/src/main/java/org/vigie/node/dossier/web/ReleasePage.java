package org.vigie.node.dossier.web;

import org.vigie.node.casefile.CaseFile;
import org.vigie.node.dossier.Dossier;
import org.vigie.node.dossier.Material;
import org.vigie.node.dossier.NeverFound;
import org.vigie.node.dossier.ReleaseCheck;

/**
 * The last look before a dossier goes.
 *
 * @param material the case as far as the dossier draws on it
 * @param check whether it may go
 * @param key what was typed as the recipient's key
 * @param wrongKey whether that is no key
 */
public record ReleasePage(Material material, ReleaseCheck check, String key, boolean wrongKey) {

  /** The case. */
  public String caseId() {
    return material.open().id().value();
  }

  /** The dossier. */
  public Dossier dossier() {
    return material.dossier();
  }

  /** Where its pages are. */
  public String base() {
    return DossiersPage.base(caseId(), material.dossier());
  }

  /** Where what was found can be covered; empty where nothing can be done but leave it out. */
  public String mend(NeverFound found) {
    return switch (found.place()) {
      case "account", "incident" -> base() + "/words/" + found.item().replace(':', '/');
      case "exhibit" -> base() + "/exhibits/" + found.item();
      default -> base() + "/recipient";
    };
  }

  /** The account with these words, if that is what {@code found} is about. */
  public boolean isAccount(NeverFound found) {
    return found.place().equals("account");
  }

  /** Number of the incident in the dossier, from 1; 0 if it is about something else. */
  public int incident(NeverFound found) {
    var incidents = material.chosenIncidents();
    for (var i = 0; i < incidents.size(); i++) {
      if (found.item().equals("incident:" + incidents.get(i).id())) {
        return i + 1;
      }
    }
    return 0;
  }

  /** What was told, if chosen. */
  public Iterable<CaseFile.Told> accounts() {
    return material.chosenAccounts();
  }
}
