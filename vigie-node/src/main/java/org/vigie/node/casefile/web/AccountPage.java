package org.vigie.node.casefile.web;

import java.util.List;
import org.vigie.node.casefile.CaseFile;
import org.vigie.node.casefile.Cases;

/**
 * Everything told in a case.
 *
 * @param caseId the case
 * @param current the newest version of the account, and every addendum
 * @param earlier versions that were replaced, oldest first
 */
public record AccountPage(String caseId, List<CaseFile.Told> current, List<CaseFile.Told> earlier) {

  static AccountPage of(Cases.Open open) {
    var current = open.file().currentAccounts();
    var earlier = open.file().accounts().stream().filter(told -> !current.contains(told)).toList();
    return new AccountPage(open.id().value(), current, earlier);
  }
}
