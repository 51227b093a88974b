package org.vigie.node.caller.web;

import java.security.SecureRandom;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.vigie.kernel.Refusal;
import org.vigie.node.caller.Caller;
import org.vigie.node.caller.Callers;
import org.vigie.node.caller.CallersJoined;
import org.vigie.node.casefile.CaseRefused;
import org.vigie.node.casefile.Cases;
import org.vigie.node.casefile.Looked;
import org.vigie.node.casefile.SignedInMember;
import org.vigie.node.incident.Incidents;
import org.vigie.node.shell.Access;
import org.vigie.node.shell.Form;
import org.vigie.node.shell.Notice;
import org.vigie.node.shell.Page;
import org.vigie.node.shell.Role;
import org.vigie.node.shell.Visit;

/** Numbers and names from which somebody was reached: what they tell, and what they cannot. */
@Controller
final class CallerController {

  private final Cases cases;
  private final FreshIds ids;

  CallerController(Cases cases, SecureRandom random) {
    this.cases = cases;
    this.ids = new FreshIds(random);
  }

  @Access({Role.PERSON, Role.CASEWORKER})
  @GetMapping("/cases/{id}/callers")
  Page list(Visit visit, @PathVariable String id) throws Refusal {
    var file = find(visit, id).register();
    var incidents = Incidents.of(file).byTime();
    var rows =
        Callers.of(file).callers().stream()
            .map(caller -> CallersPage.Row.of(caller, incidents))
            .toList();
    return Page.of("caller/list", new CallersPage(id, rows));
  }

  @Access({Role.PERSON, Role.CASEWORKER})
  @PostMapping("/cases/{id}/callers")
  Page add(Visit visit, @PathVariable String id, Form form) throws Refusal {
    if (!CallersOfIncident.keep(find(visit, id).register(), form, ids).isEmpty()) {
      visit.tell(Notice.done("caller.kept"));
    }
    return Page.to("/cases/" + id + "/callers");
  }

  @Access({Role.PERSON, Role.CASEWORKER})
  @GetMapping("/cases/{id}/callers/{caller}")
  Page read(Visit visit, @PathVariable String id, @PathVariable String caller) throws Refusal {
    var open = find(visit, id);
    var found = caller(open, caller);
    cases.looked(open, new Looked("caller", caller, ""));
    var all = Callers.of(open.register()).callers();
    var incidents = Incidents.of(open.register()).byTime();
    return Page.of("caller/read", CallerPage.of(id, found, all, incidents));
  }

  @Access({Role.PERSON, Role.CASEWORKER})
  @GetMapping("/cases/{id}/callers/{caller}/edit")
  Page edit(Visit visit, @PathVariable String id, @PathVariable String caller) throws Refusal {
    var noted =
        Callers.of(find(visit, id).register()).find(caller).orElseThrow(CaseRefused::noItem);
    return Page.of("caller/edit", new CallerForm(id, noted));
  }

  @Access({Role.PERSON, Role.CASEWORKER})
  @PostMapping("/cases/{id}/callers/{caller}")
  Page change(Visit visit, @PathVariable String id, @PathVariable String caller, Form form)
      throws Refusal {
    var callers = Callers.of(find(visit, id).register());
    var before = callers.find(caller).orElseThrow(CaseRefused::noItem);
    var after = CallerForm.read(caller, form);
    if (!after.raw().isEmpty() && !after.equals(before)) {
      callers.note(after);
      visit.tell(Notice.done("caller.changed"));
    }
    return back(id, caller);
  }

  @Access({Role.PERSON, Role.CASEWORKER})
  @PostMapping("/cases/{id}/callers/{caller}/join")
  Page join(Visit visit, @PathVariable String id, @PathVariable String caller, Form form)
      throws Refusal {
    var open = find(visit, id);
    var one = caller(open, caller);
    var callers = Callers.of(open.register());
    var other = callers.find(form.text("other"));
    if (other.isPresent() && !one.ids().contains(other.get().caller())) {
      callers.judge(new CallersJoined(one.id(), other.get().caller(), false, form.text("basis")));
      visit.tell(Notice.done("caller.joined"));
    }
    return back(id, caller);
  }

  @Access({Role.PERSON, Role.CASEWORKER})
  @PostMapping("/cases/{id}/callers/{caller}/apart")
  Page apart(Visit visit, @PathVariable String id, @PathVariable String caller, Form form)
      throws Refusal {
    var open = find(visit, id);
    for (var join : caller(open, caller).joins()) {
      var pair = join.joined();
      if (pair.one().equals(form.text("one")) && pair.other().equals(form.text("other"))) {
        Callers.of(open.register())
            .judge(new CallersJoined(pair.one(), pair.other(), true, pair.basis()));
        visit.tell(Notice.done("caller.apart"));
      }
    }
    return back(id, caller);
  }

  private static Page back(String id, String caller) {
    return Page.to("/cases/" + id + "/callers/" + caller);
  }

  private static Caller caller(Cases.Open open, String caller) throws Refusal {
    return Callers.of(open.register()).caller(caller).orElseThrow(CaseRefused::noItem);
  }

  private Cases.Open find(Visit visit, String id) throws Refusal {
    return cases.find(SignedInMember.of(visit), id).orElseThrow(CaseRefused::notFound);
  }
}
