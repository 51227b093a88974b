package org.vigie.node.sequence.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.vigie.kernel.Refusal;
import org.vigie.node.casefile.CaseRefused;
import org.vigie.node.casefile.Cases;
import org.vigie.node.casefile.Looked;
import org.vigie.node.casefile.SignedInMember;
import org.vigie.node.incident.Incidents;
import org.vigie.node.sequence.CaseSequences;
import org.vigie.node.shell.Access;
import org.vigie.node.shell.Page;
import org.vigie.node.shell.Role;
import org.vigie.node.shell.Visit;

/** The order of what happened, for those who can read the case. */
@Controller
final class SequenceController {

  private final Cases cases;
  private final CaseSequences sequences;

  SequenceController(Cases cases, CaseSequences sequences) {
    this.cases = cases;
    this.sequences = sequences;
  }

  @Access({Role.PERSON, Role.CASEWORKER})
  @GetMapping("/cases/{id}/sequence")
  Page read(Visit visit, @PathVariable String id) throws Refusal {
    var open = cases.find(SignedInMember.of(visit), id).orElseThrow(CaseRefused::notFound);
    cases.looked(open, new Looked("sequence", "", ""));
    var incidents = Incidents.of(open.register()).byTime();
    return Page.of("sequence/read", SequencePage.of(id, incidents, sequences.of(incidents)));
  }
}
