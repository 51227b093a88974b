package org.vigie.node.sequence.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
    var incidents = Incidents.of(open.register()).happened();
    var reads = visit.signedIn().roles().contains(Role.CASEWORKER);
    return Page.of("sequence/read", SequencePage.of(id, incidents, sequences.of(incidents), reads));
  }

  @Access(Role.CASEWORKER)
  @GetMapping("/cases/{id}/beside")
  Page choose(Visit visit, @PathVariable String id) throws Refusal {
    var member = SignedInMember.of(visit);
    var open = cases.find(member, id).orElseThrow(CaseRefused::notFound);
    var others = new ArrayList<BesidePage.Side>();
    for (var other : cases.of(member)) {
      if (!other.id().equals(open.id())) {
        others.add(side(other, true));
      }
    }
    others.sort(Comparator.comparing(BesidePage.Side::name));
    return Page.of("sequence/choose", new BesideChoice(id, List.copyOf(others)));
  }

  @Access(Role.CASEWORKER)
  @GetMapping("/cases/{id}/beside/{beside}")
  Page beside(Visit visit, @PathVariable String id, @PathVariable String beside) throws Refusal {
    var member = SignedInMember.of(visit);
    var one = cases.find(member, id).orElseThrow(CaseRefused::notFound);
    var other = cases.find(member, beside).orElseThrow(CaseRefused::notFound);
    for (var open : List.of(one, other)) {
      cases.looked(open, new Looked("sequence", "", ""));
    }
    var first = sequences.of(Incidents.of(one.register()).happened());
    var second = sequences.of(Incidents.of(other.register()).happened());
    return Page.of(
        "sequence/beside",
        BesidePage.of(side(one, first.spoken()), first, side(other, second.spoken()), second));
  }

  private static BesidePage.Side side(Cases.Open open, boolean spoken) {
    return new BesidePage.Side(open.id().value(), open.file().opened().pseudonym(), spoken);
  }
}
