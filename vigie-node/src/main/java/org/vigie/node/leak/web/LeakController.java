package org.vigie.node.leak.web;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.vigie.kernel.MemberId;
import org.vigie.kernel.Refusal;
import org.vigie.node.casefile.CaseRefused;
import org.vigie.node.casefile.Cases;
import org.vigie.node.casefile.SignedInMember;
import org.vigie.node.house.Colleague;
import org.vigie.node.house.HouseMember;
import org.vigie.node.house.Houses;
import org.vigie.node.leak.LeakBegun;
import org.vigie.node.leak.LeakRefused;
import org.vigie.node.leak.LeakSupposed;
import org.vigie.node.leak.Leaks;
import org.vigie.node.shell.Access;
import org.vigie.node.shell.Form;
import org.vigie.node.shell.Notice;
import org.vigie.node.shell.Page;
import org.vigie.node.shell.Role;
import org.vigie.node.shell.Visit;
import org.vigie.register.Author;
import org.vigie.register.RegisterRefused;

/** Suppositions about where a caller's knowledge came from, between two custodians. */
@Controller
final class LeakController {

  private static final String HOME = "/leaks";

  private final Leaks leaks;
  private final Cases cases;
  private final Houses houses;

  LeakController(Leaks leaks, Cases cases, Houses houses) {
    this.leaks = leaks;
    this.cases = cases;
    this.houses = houses;
  }

  @Access({Role.CASEWORKER, Role.KEEPER})
  @GetMapping("/leaks")
  Page list(Visit visit) throws Refusal {
    return Page.of("leak/list", new LeaksPage(leaks.of(SignedInMember.of(visit))));
  }

  @Access(Role.CASEWORKER)
  @GetMapping("/cases/{id}/leaks")
  Page ofCase(Visit visit, @PathVariable String id) throws Refusal {
    var open = find(visit, id);
    var kept = leaks.about(SignedInMember.of(visit), id);
    if (kept.isPresent()) {
      return Page.to(HOME + "/" + kept.get().id());
    }
    var called = open.file().opened().pseudonym();
    return Page.of("leak/begin", new BeginPage(id, called, others(visit, Optional.empty())));
  }

  @Access(Role.CASEWORKER)
  @PostMapping("/cases/{id}/leaks")
  Page begin(Visit visit, @PathVariable String id, Form form) throws Refusal {
    find(visit, id);
    var second = colleague(visit, form.text("member"));
    if (second.isEmpty()) {
      visit.tell(Notice.problem("leak.second.missing"));
      return Page.to("/cases/" + id + HOME);
    }
    var begun = new LeakBegun(id, form.text("called"));
    var open = leaks.begin(SignedInMember.of(visit), second.get(), begun);
    visit.tell(Notice.done("leak.begun"));
    return Page.to(HOME + "/" + open.id());
  }

  @Access({Role.CASEWORKER, Role.KEEPER})
  @GetMapping("/leaks/{register}")
  Page read(Visit visit, @PathVariable String register) throws Refusal {
    var open = between(visit, register);
    var other = Leaks.other(open);
    var name = name(visit, other);
    var me = new Author.Member(open.register().me());
    var mine =
        open.book().items().stream()
            .filter(item -> item.author().equals(me))
            .map(Leaks.Item::sequence)
            .toList();
    return Page.of("leak/read", new LeakPage(open, name, others(visit, other), mine));
  }

  @Access({Role.CASEWORKER, Role.KEEPER})
  @PostMapping("/leaks/{register}")
  Page suppose(Visit visit, @PathVariable String register, Form form) throws Refusal {
    var open = between(visit, register);
    if (form.has("knew") || form.has("behaviour")) {
      leaks.suppose(
          open,
          new LeakSupposed(
              form.raw("knew").strip(),
              form.text("role"),
              form.raw("behaviour").strip(),
              form.all("others"),
              form.raw("other").strip(),
              form.raw("helps").strip()));
      visit.tell(Notice.done("leak.kept"));
    }
    return Page.to(HOME + "/" + open.id());
  }

  @Access({Role.CASEWORKER, Role.KEEPER})
  @PostMapping("/leaks/{register}/items/{sequence}/erase")
  Page erase(Visit visit, @PathVariable String register, @PathVariable String sequence)
      throws Refusal {
    var open = between(visit, register);
    if (sequence.matches("\\d{1,9}")) {
      leaks.erase(open, Long.parseLong(sequence));
      visit.tell(Notice.done("leak.erased"));
    }
    return Page.to(HOME + "/" + open.id());
  }

  @Access({Role.CASEWORKER, Role.KEEPER})
  @PostMapping("/leaks/{register}/second")
  Page replace(Visit visit, @PathVariable String register, Form form) throws Refusal, IOException {
    var open = between(visit, register);
    var next = colleague(visit, form.text("member"));
    if (next.isPresent()) {
      leaks.replace(open, next.get());
      visit.tell(Notice.done("leak.second.replaced"));
    }
    return Page.to(HOME + "/" + open.id());
  }

  private String name(Visit visit, Optional<MemberId> other) throws RegisterRefused {
    return houses.colleagues(visit.signedIn(), LeakController::mayKeep).stream()
        .filter(one -> other.map(one.id()::equals).orElse(false))
        .map(Colleague::name)
        .findFirst()
        .orElse("");
  }

  /** Those who could be the second custodian, without whoever asks and who is it now. */
  private Map<String, String> others(Visit visit, Optional<MemberId> now) throws RegisterRefused {
    var others = new LinkedHashMap<String, String>();
    for (var one : houses.colleagues(visit.signedIn(), LeakController::mayKeep)) {
      if (!one.id().equals(visit.signedIn().id()) && !now.map(one.id()::equals).orElse(false)) {
        others.put(one.id().value(), one.name());
      }
    }
    return others;
  }

  private Optional<Colleague> colleague(Visit visit, String id) throws RegisterRefused {
    return houses.colleagues(visit.signedIn(), LeakController::mayKeep).stream()
        .filter(one -> one.id().value().equals(id) && !one.id().equals(visit.signedIn().id()))
        .findFirst();
  }

  private static boolean mayKeep(HouseMember member) {
    return member.roles().contains(Role.CASEWORKER) || member.roles().contains(Role.KEEPER);
  }

  private Leaks.Open between(Visit visit, String register) throws Refusal {
    return leaks.find(SignedInMember.of(visit), register).orElseThrow(LeakRefused::notFound);
  }

  private Cases.Open find(Visit visit, String id) throws Refusal {
    return cases.find(SignedInMember.of(visit), id).orElseThrow(CaseRefused::notFound);
  }
}
