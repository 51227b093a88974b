package org.vigie.node.report.web;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.vigie.kernel.PartialDate;
import org.vigie.kernel.Refusal;
import org.vigie.node.capture.AddressSeen;
import org.vigie.node.capture.Captures;
import org.vigie.node.casefile.CaseRefused;
import org.vigie.node.casefile.Cases;
import org.vigie.node.casefile.SignedInMember;
import org.vigie.node.incident.Incident;
import org.vigie.node.incident.Incidents;
import org.vigie.node.report.Openness;
import org.vigie.node.report.ReportMade;
import org.vigie.node.report.Reports;
import org.vigie.node.shell.Access;
import org.vigie.node.shell.Form;
import org.vigie.node.shell.Notice;
import org.vigie.node.shell.Page;
import org.vigie.node.shell.Role;
import org.vigie.node.shell.Visit;

/** Where an incident can be reported, and noting that it was. */
@Controller
final class ReportController {

  private final Cases cases;
  private final SecureRandom random;

  ReportController(Cases cases, SecureRandom random) {
    this.cases = cases;
    this.random = random;
  }

  @Access({Role.PERSON, Role.CASEWORKER})
  @GetMapping("/cases/{id}/incidents/{incident}/reports")
  Page read(Visit visit, @PathVariable String id, @PathVariable String incident) throws Refusal {
    var open = find(visit, id);
    var found = incident(open, incident);
    var seen = seen(open, found);
    return Page.of(
        "report/read",
        new ReportPage(
            id,
            found,
            Openness.of(found, !seen.isEmpty()),
            seen,
            Reports.of(open.register()).about(incident)));
  }

  @Access({Role.PERSON, Role.CASEWORKER})
  @PostMapping("/cases/{id}/incidents/{incident}/reports")
  Page add(Visit visit, @PathVariable String id, @PathVariable String incident, Form form)
      throws Refusal {
    var open = find(visit, id);
    incident(open, incident);
    if (form.has("door")) {
      Reports.of(open.register())
          .keep(
              new ReportMade(
                  freshId(),
                  incident,
                  form.text("door"),
                  form.date("when").map(PartialDate::text).orElse(""),
                  form.text("reference"),
                  "",
                  form.raw("note").strip()));
      visit.tell(Notice.done("report.kept"));
    } else {
      visit.tell(Notice.problem("report.door.missing"));
    }
    return Page.to("/cases/" + id + "/incidents/" + incident + "/reports");
  }

  @Access({Role.PERSON, Role.CASEWORKER})
  @PostMapping("/cases/{id}/incidents/{incident}/reports/{report}")
  Page answer(
      Visit visit,
      @PathVariable String id,
      @PathVariable String incident,
      @PathVariable String report,
      Form form)
      throws Refusal {
    var reports = Reports.of(find(visit, id).register());
    var made =
        reports
            .find(report)
            .filter(one -> one.incident().equals(incident))
            .orElseThrow(CaseRefused::noItem);
    reports.keep(made.answered(form.text("answer")));
    visit.tell(Notice.done("report.answered"));
    return Page.to("/cases/" + id + "/incidents/" + incident + "/reports");
  }

  /** The addresses of what the incident cites, each once. */
  private static List<AddressSeen> seen(Cases.Open open, Incident incident) throws Refusal {
    var seen = new ArrayList<AddressSeen>();
    for (var citation : incident.now().citations()) {
      Captures.of(open.register())
          .address(citation.exhibit())
          .filter(address -> !address.address().isEmpty() && !seen.contains(address))
          .ifPresent(seen::add);
    }
    return List.copyOf(seen);
  }

  private static Incident incident(Cases.Open open, String incident) throws Refusal {
    return Incidents.of(open.register()).find(incident).orElseThrow(CaseRefused::noItem);
  }

  private Cases.Open find(Visit visit, String id) throws Refusal {
    return cases.find(SignedInMember.of(visit), id).orElseThrow(CaseRefused::notFound);
  }

  private String freshId() {
    var bytes = new byte[8];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
