package org.vigie.node.dossier.web;

import java.util.List;
import java.util.Set;
import org.vigie.node.dossier.Dossier;
import org.vigie.node.dossier.Spoken;

/**
 * The passages of one account or incident, to leave some out of one dossier.
 *
 * @param caseId the case
 * @param dossier the dossier
 * @param path end of the page's address
 * @param words the passages
 * @param covered numbers of those left out
 * @param outdated whether the words changed since
 */
public record WordsPage(
    String caseId,
    Dossier dossier,
    String path,
    Spoken words,
    Set<Integer> covered,
    boolean outdated) {

  /** Where its pages are. */
  public String base() {
    return DossiersPage.base(caseId, dossier);
  }

  /** Fields that have passages, in order. */
  public List<String> fields() {
    return words.passages().stream().map(Spoken.Passage::field).distinct().toList();
  }

  /** The passages of a field. */
  public List<Spoken.Passage> of(String field) {
    return words.passages().stream().filter(passage -> passage.field().equals(field)).toList();
  }
}
