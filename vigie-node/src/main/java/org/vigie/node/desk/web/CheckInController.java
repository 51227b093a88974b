package org.vigie.node.desk.web;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.vigie.kernel.PartialDate;
import org.vigie.kernel.Refusal;
import org.vigie.node.casefile.CaseRefused;
import org.vigie.node.casefile.Cases;
import org.vigie.node.casefile.Looked;
import org.vigie.node.casefile.SignedInMember;
import org.vigie.node.desk.CheckInHeld;
import org.vigie.node.desk.CheckInPlanned;
import org.vigie.node.desk.CheckIns;
import org.vigie.node.desk.Contacts;
import org.vigie.node.desk.Quiet;
import org.vigie.node.shell.Access;
import org.vigie.node.shell.Form;
import org.vigie.node.shell.Notice;
import org.vigie.node.shell.Page;
import org.vigie.node.shell.Role;
import org.vigie.node.shell.ShellRefused;
import org.vigie.node.shell.Visit;

/** Looking again at a case that fell silent. */
@Controller
final class CheckInController {

  private final Cases cases;
  private final SecureRandom random;
  private final InstantSource clock;

  CheckInController(Cases cases, SecureRandom random, InstantSource clock) {
    this.cases = cases;
    this.random = random;
    this.clock = clock;
  }

  @Access({Role.PERSON, Role.CASEWORKER})
  @GetMapping("/cases/{id}/check-ins")
  Page list(Visit visit, @PathVariable String id) throws Refusal, IOException {
    var open = find(visit, id);
    cases.looked(open, new Looked("timeline", "", ""));
    var quiet = Quiet.of(Contacts.of(open.register()), today()).orElse(null);
    var all = CheckIns.of(open.register()).all();
    return Page.of("desk/check-ins", new CheckInsPage(id, today(), quiet, all));
  }

  @Access({Role.PERSON, Role.CASEWORKER})
  @PostMapping("/cases/{id}/check-ins")
  Page plan(Visit visit, @PathVariable String id, Form form) throws Refusal {
    var open = find(visit, id);
    var day = day(form);
    if (day.isPresent()) {
      CheckIns.of(open.register())
          .plan(new CheckInPlanned(freshId(), day.get().toString(), form.raw("note").strip()));
      visit.tell(Notice.done("desk.checkin.planned"));
    } else {
      visit.tell(Notice.problem("desk.checkin.no-day"));
    }
    return Page.to("/cases/" + id + "/check-ins");
  }

  /** A day typed whole counts more than one chosen. */
  private Optional<LocalDate> day(Form form) {
    var typed = form.date("day").filter(date -> date.precision().equals("day"));
    if (typed.isPresent()) {
      return typed.map(PartialDate::earliest);
    }
    var in = form.text("in");
    return in.matches("14|30|90")
        ? Optional.of(today().plusDays(Integer.parseInt(in)))
        : Optional.empty();
  }

  @Access({Role.PERSON, Role.CASEWORKER})
  @PostMapping("/cases/{id}/check-ins/{check}")
  Page hold(Visit visit, @PathVariable String id, @PathVariable String check, Form form)
      throws Refusal {
    var checkIns = CheckIns.of(find(visit, id).register());
    var planned = checkIns.find(check).orElseThrow(CaseRefused::noItem).planned();
    var outcome = form.text("outcome");
    if (!CheckInHeld.OUTCOMES.contains(outcome)) {
      throw ShellRefused.unreadable();
    }
    checkIns.hold(new CheckInHeld(planned.checkIn(), outcome, form.raw("words").strip()));
    if (outcome.equals("resumed")) {
      visit.tell(Notice.done("desk.checkin.resumed"));
      return Page.to("/cases/" + id + "/incidents/new");
    }
    visit.tell(Notice.done("desk.checkin.held"));
    return Page.to("/cases/" + id + "/check-ins");
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
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
