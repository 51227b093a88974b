package org.vigie.node.dossier.web;

import java.util.List;
import java.util.Set;
import org.vigie.node.casefile.CaseFile;
import org.vigie.node.dossier.Copy;
import org.vigie.node.dossier.Coverage;
import org.vigie.node.dossier.Dossier;
import org.vigie.node.dossier.DossierDrafted;
import org.vigie.node.dossier.Material;
import org.vigie.node.dossier.ReleaseCheck;
import org.vigie.node.dossier.Spoken;
import org.vigie.node.incident.Incident;

/**
 * A dossier in the making.
 *
 * @param material the case as far as the dossier draws on it
 * @param check whether consent and choices are in order
 */
public record DossierPage(Material material, ReleaseCheck check) {

  /** The case. */
  public String caseId() {
    return material.open().id().value();
  }

  /** Where its pages are. */
  public String base() {
    return DossiersPage.base(caseId(), material.dossier());
  }

  /** The dossier. */
  public Dossier dossier() {
    return material.dossier();
  }

  /** Its draft. */
  public DossierDrafted draft() {
    return material.draft();
  }

  /** What consent covers. */
  public Coverage coverage() {
    return material.coverage();
  }

  /** What was told and is chosen. */
  public List<CaseFile.Told> accounts() {
    return material.chosenAccounts();
  }

  /** The incidents chosen. */
  public List<Incident> incidents() {
    return material.chosenIncidents();
  }

  /** The exhibits chosen. */
  public List<Copy> copies() {
    return material.copies();
  }

  /** How many passages of an account are left out. */
  public int leftOut(CaseFile.Told told) {
    return covered(material.spoken(told)).size();
  }

  /** How many passages of an incident are left out. */
  public int leftOut(Incident incident) {
    return covered(material.spoken(incident)).size();
  }

  private Set<Integer> covered(Spoken words) {
    return material.covered(words);
  }

  /** Whether parts of other words than today's were left out. */
  public boolean outdated(CaseFile.Told told) {
    return material.outdated(material.spoken(told));
  }

  /** Whether parts of other words than today's were left out. */
  public boolean outdated(Incident incident) {
    return material.outdated(material.spoken(incident));
  }
}
