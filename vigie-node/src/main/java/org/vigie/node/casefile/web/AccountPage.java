package org.vigie.node.casefile.web;

import java.util.ArrayList;
import java.util.List;
import org.vigie.node.casefile.Cases;
import org.vigie.node.casefile.Telling;
import org.vigie.register.RegisterRefused;

/**
 * Everything told in a case.
 *
 * @param caseId the case
 * @param told in the order it was first told
 */
public record AccountPage(String caseId, List<Item> told) {

  /** Something told, and whether whoever reads it may reword it. */
  public record Item(Telling telling, boolean rewordable) {}

  static AccountPage of(Cases.Open open) throws RegisterRefused {
    var told = new ArrayList<Item>();
    for (var telling : open.file().tellings()) {
      told.add(new Item(telling, telling.rewordable(open)));
    }
    return new AccountPage(open.id().value(), told);
  }
}
