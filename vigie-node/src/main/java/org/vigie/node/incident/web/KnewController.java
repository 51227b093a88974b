package org.vigie.node.incident.web;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.vigie.kernel.Refusal;
import org.vigie.node.casefile.CaseRefused;
import org.vigie.node.casefile.Cases;
import org.vigie.node.casefile.SignedInMember;
import org.vigie.node.incident.Incident;
import org.vigie.node.incident.Incidents;
import org.vigie.node.incident.KnownDetail;
import org.vigie.node.shell.Access;
import org.vigie.node.shell.Form;
import org.vigie.node.shell.Notice;
import org.vigie.node.shell.Page;
import org.vigie.node.shell.Role;
import org.vigie.node.shell.Visit;

/** The list of what a caller showed to know, one thing at a time. */
@Controller
final class KnewController {

  private final Cases cases;
  private final SecureRandom random;

  KnewController(Cases cases, SecureRandom random) {
    this.cases = cases;
    this.random = random;
  }

  @Access({Role.PERSON, Role.CASEWORKER})
  @GetMapping("/cases/{id}/incidents/{incident}/knew")
  Page list(Visit visit, @PathVariable String id, @PathVariable String incident) throws Refusal {
    return Page.of("incident/knew", new KnewPage(id, incident(incidents(visit, id), incident)));
  }

  @Access({Role.PERSON, Role.CASEWORKER})
  @PostMapping("/cases/{id}/incidents/{incident}/knew")
  Page add(Visit visit, @PathVariable String id, @PathVariable String incident, Form form)
      throws Refusal {
    var incidents = incidents(visit, id);
    incident(incidents, incident);
    if (form.has("words")) {
      incidents.knew(
          new KnownDetail(
              freshId(),
              incident,
              form.text("subject"),
              form.raw("words").strip(),
              form.text("reach"),
              false));
      visit.tell(Notice.done("incident.knew.kept"));
    }
    return Page.to("/cases/" + id + "/incidents/" + incident + "/knew");
  }

  @Access({Role.PERSON, Role.CASEWORKER})
  @PostMapping("/cases/{id}/incidents/{incident}/knew/{item}/withdraw")
  Page withdraw(
      Visit visit,
      @PathVariable String id,
      @PathVariable String incident,
      @PathVariable String item)
      throws Refusal {
    var incidents = incidents(visit, id);
    for (var known : incident(incidents, incident).knew()) {
      if (known.item().equals(item)) {
        incidents.knew(known.taken());
        visit.tell(Notice.done("incident.knew.withdrawn"));
      }
    }
    return Page.to("/cases/" + id + "/incidents/" + incident + "/knew");
  }

  private static Incident incident(Incidents incidents, String incident) throws Refusal {
    return incidents.find(incident).orElseThrow(CaseRefused::noItem);
  }

  private Incidents incidents(Visit visit, String id) throws Refusal {
    var open = cases.find(SignedInMember.of(visit), id).orElseThrow(CaseRefused::notFound);
    return Incidents.of(open.register());
  }

  private String freshId() {
    var bytes = new byte[8];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
