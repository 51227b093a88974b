package org.vigie.node.incident.web;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.vigie.kernel.Refusal;
import org.vigie.node.casefile.CaseRefused;
import org.vigie.node.casefile.Cases;
import org.vigie.node.casefile.Looked;
import org.vigie.node.casefile.SignedInMember;
import org.vigie.node.incident.AttributionClaimed;
import org.vigie.node.incident.CitedSource;
import org.vigie.node.incident.Incident;
import org.vigie.node.incident.IncidentFiled;
import org.vigie.node.incident.IncidentGraded;
import org.vigie.node.incident.IncidentRecorded;
import org.vigie.node.incident.Incidents;
import org.vigie.node.incident.ReachedFrom;
import org.vigie.node.shell.Access;
import org.vigie.node.shell.Form;
import org.vigie.node.shell.Notice;
import org.vigie.node.shell.Page;
import org.vigie.node.shell.Role;
import org.vigie.node.shell.Visit;

/** Writing an incident down as far as it is known; grading it and naming who may be behind it. */
@Controller
final class IncidentController {

  private final Cases cases;
  private final SecureRandom random;
  private final List<IncidentFiled> listeners;
  private final Citing citing;

  IncidentController(
      Cases cases, SecureRandom random, List<IncidentFiled> listeners, List<CitedSource> sources) {
    this.citing = new Citing(sources);
    this.cases = cases;
    this.random = random;
    this.listeners = listeners;
  }

  @Access({Role.PERSON, Role.CASEWORKER})
  @GetMapping("/cases/{id}/incidents/new")
  Page blank(Visit visit, @PathVariable String id, Form form) throws Refusal, IOException {
    var file = find(visit, id).register();
    var draft = citing.draft(file, form.all("cite")).orElseGet(IncidentForm::nothing);
    var cited = citing.shown(file, id, draft.citations());
    return Page.of("incident/edit", IncidentForm.blank(id, draft, cited));
  }

  @Access({Role.PERSON, Role.CASEWORKER})
  @PostMapping("/cases/{id}/incidents")
  Page add(Visit visit, @PathVariable String id, Form form) throws Refusal, IOException {
    var open = find(visit, id);
    var citations = citing.citations(open.register(), form.all("cite"));
    return keep(visit, open, form, IncidentForm.read(freshId(), form, citations));
  }

  @Access({Role.PERSON, Role.CASEWORKER})
  @GetMapping("/cases/{id}/incidents/{incident}")
  Page read(Visit visit, @PathVariable String id, @PathVariable String incident) throws Refusal {
    var open = find(visit, id);
    var found = incident(open, incident);
    cases.looked(open, new Looked("incident", incident, ""));
    return Page.of(
        "incident/read", new IncidentPage(id, found, reachedFrom(open, found), cited(open, found)));
  }

  @Access({Role.PERSON, Role.CASEWORKER})
  @GetMapping("/cases/{id}/incidents/{incident}/edit")
  Page edit(Visit visit, @PathVariable String id, @PathVariable String incident) throws Refusal {
    var open = find(visit, id);
    var found = incident(open, incident);
    return Page.of(
        "incident/edit", IncidentForm.of(id, found, reachedFrom(open, found), cited(open, found)));
  }

  @Access({Role.PERSON, Role.CASEWORKER})
  @PostMapping("/cases/{id}/incidents/{incident}")
  Page change(Visit visit, @PathVariable String id, @PathVariable String incident, Form form)
      throws Refusal {
    var open = find(visit, id);
    var before = incident(open, incident).now();
    return keep(visit, open, form, IncidentForm.read(incident, form, before.citations()));
  }

  @Access(Role.CASEWORKER)
  @PostMapping("/cases/{id}/incidents/{incident}/grade")
  Page grade(Visit visit, @PathVariable String id, @PathVariable String incident, Form form)
      throws Refusal {
    var open = find(visit, id);
    incident(open, incident);
    Incidents.of(open.register())
        .grade(
            new IncidentGraded(
                incident,
                form.text("source"),
                form.text("information"),
                form.text("likelihood"),
                form.text("confidence"),
                form.text("basis")));
    visit.tell(Notice.done("incident.graded"));
    return Page.to("/cases/" + id + "/incidents/" + incident);
  }

  /**
   * An attribution always comes with another explanation; without one it is not kept as a claim.
   */
  @Access(Role.CASEWORKER)
  @PostMapping("/cases/{id}/incidents/{incident}/attribute")
  Page attribute(Visit visit, @PathVariable String id, @PathVariable String incident, Form form)
      throws Refusal {
    var open = find(visit, id);
    incident(open, incident);
    if (form.has("hypothesis") && form.has("alternative")) {
      Incidents.of(open.register())
          .attribute(
              new AttributionClaimed(
                  freshId(),
                  incident,
                  form.text("level"),
                  form.text("hypothesis"),
                  form.text("alternative"),
                  form.text("basis")));
      visit.tell(Notice.done("incident.attributed"));
    } else {
      visit.tell(Notice.problem("incident.attribution.alternative.missing"));
    }
    return Page.to("/cases/" + id + "/incidents/" + incident);
  }

  private Page keep(Visit visit, Cases.Open open, Form form, IncidentRecorded incident)
      throws Refusal {
    var recorded = incident;
    var filed = new ArrayList<String>(recorded.approach().callers());
    for (var listener : listeners) {
      filed.addAll(listener.callers(open.register(), form));
    }
    recorded = IncidentForm.withCallers(recorded, filed);
    Incidents.of(open.register()).record(recorded);
    for (var listener : listeners) {
      listener.filed(SignedInMember.of(visit), open.register(), recorded);
    }
    visit.tell(Notice.done("incident.kept"));
    return Page.to("/cases/" + open.id() + "/incidents/" + recorded.incident());
  }

  private List<ReachedFrom> reachedFrom(Cases.Open open, Incident incident) throws Refusal {
    var reached = new ArrayList<ReachedFrom>();
    for (var listener : listeners) {
      reached.addAll(listener.reachedFrom(open.register(), incident.now().approach().callers()));
    }
    return reached;
  }

  private List<Cited> cited(Cases.Open open, Incident incident) throws Refusal {
    return citing.shown(open.register(), open.id().value(), incident.now().citations());
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
