package org.vigie.node.casefile.web;

import java.util.List;
import java.util.Map;
import org.vigie.node.casefile.Cases;

/**
 * The names under which the person appears.
 *
 * @param caseId the case
 * @param pseudonym the name of the case itself
 * @param names by output
 */
public record NamesPage(String caseId, String pseudonym, Map<String, String> names) {

  /** Outputs a name can be chosen for. */
  public static final List<String> OUTPUTS = List.of("prosecutor", "un", "ngo", "press", "dossier");

  static NamesPage of(Cases.Open open) {
    return new NamesPage(open.id().value(), open.file().opened().pseudonym(), open.file().names());
  }

  /** The name for {@code output}, or the empty text. */
  public String name(String output) {
    return names.getOrDefault(output, "");
  }
}
