package org.vigie.node.exhibit.web;

import org.vigie.kernel.Refusal;
import org.vigie.node.casefile.CaseRefused;
import org.vigie.node.casefile.Cases;
import org.vigie.node.casefile.SignedInMember;
import org.vigie.node.exhibit.Exhibit;
import org.vigie.node.exhibit.ExhibitRefused;
import org.vigie.node.exhibit.Exhibits;
import org.vigie.node.shell.Visit;
import org.vigie.register.OpenRegister;

/**
 * The case and the exhibit that an address names, if they are open to whoever asks.
 *
 * @param open the case
 * @param exhibit the exhibit
 */
record ExhibitCase(Cases.Open open, Exhibit exhibit) {

  static Cases.Open find(Cases cases, Visit visit, String id) throws Refusal {
    return cases.find(SignedInMember.of(visit), id).orElseThrow(CaseRefused::notFound);
  }

  static ExhibitCase find(Cases cases, Visit visit, String id, String exhibit) throws Refusal {
    var open = find(cases, visit, id);
    return new ExhibitCase(
        open, Exhibits.of(open.register()).find(exhibit).orElseThrow(ExhibitRefused::notFound));
  }

  OpenRegister file() {
    return open.register();
  }

  String id() {
    return open.id().value();
  }
}
