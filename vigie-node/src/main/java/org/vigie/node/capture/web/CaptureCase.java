package org.vigie.node.capture.web;

import java.util.ArrayList;
import java.util.List;
import org.vigie.kernel.Refusal;
import org.vigie.node.capture.Captures;
import org.vigie.node.casefile.CaseRefused;
import org.vigie.node.casefile.Cases;
import org.vigie.node.casefile.SignedInMember;
import org.vigie.node.exhibit.Exhibit;
import org.vigie.node.exhibit.ExhibitRefused;
import org.vigie.node.exhibit.Exhibits;
import org.vigie.node.shell.Visit;

/**
 * The case that an address names, if it is open to whoever asks.
 *
 * @param open the case
 */
record CaptureCase(Cases.Open open) {

  static CaptureCase find(Cases cases, Visit visit, String id) throws Refusal {
    return new CaptureCase(
        cases.find(SignedInMember.of(visit), id).orElseThrow(CaseRefused::notFound));
  }

  Exhibit exhibit(String id) throws Refusal {
    return Exhibits.of(open.register()).find(id).orElseThrow(ExhibitRefused::notFound);
  }

  /** Those of {@code ids} that are there, in this order. */
  List<Exhibit> exhibits(List<String> ids) throws Refusal {
    var found = new ArrayList<Exhibit>();
    for (var id : ids) {
      Exhibits.of(open.register()).find(id).ifPresent(found::add);
    }
    return found;
  }

  Captures captures() {
    return Captures.of(open.register());
  }

  Exhibits all() {
    return Exhibits.of(open.register());
  }

  String base() {
    return "/cases/" + open.id().value();
  }
}
