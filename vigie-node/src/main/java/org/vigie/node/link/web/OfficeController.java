package org.vigie.node.link.web;

import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.vigie.kernel.Refusal;
import org.vigie.node.link.Canaries;
import org.vigie.node.link.LinkOffice;
import org.vigie.node.shell.Access;
import org.vigie.node.shell.Form;
import org.vigie.node.shell.Notice;
import org.vigie.node.shell.Page;
import org.vigie.node.shell.Role;
import org.vigie.node.shell.Visit;

/** Keepers look at each proposed link before anyone is told, without seeing any case. */
@Controller
final class OfficeController {

  private static final String HOME = "/links";

  private final LinkOffice office;
  private final Canaries canaries;

  OfficeController(LinkOffice office, Canaries canaries) {
    this.office = office;
    this.canaries = canaries;
  }

  @Access(Role.KEEPER)
  @GetMapping("/links")
  Page look(Visit visit) throws Refusal, IOException {
    var keeper = visit.signedIn();
    office.tend(keeper);
    return Page.of(
        "link/office",
        new OfficePage(
            office.opens(keeper),
            office.proposals(keeper),
            office.alarms(keeper),
            office.canaries(keeper),
            office.days(),
            office.earlier(keeper),
            office.key(keeper).stream().toList()));
  }

  @Access(Role.KEEPER)
  @PostMapping("/links/proposals/{proposal}")
  Page decide(Visit visit, @PathVariable String proposal, Form form) throws Refusal {
    var answer = form.text("answer");
    if (answer.equals("release") || answer.equals("refuse")) {
      office.decide(visit.signedIn(), proposal, answer.equals("release"));
      visit.tell(Notice.done("link.decided"));
    }
    return Page.to(HOME);
  }

  @Access(Role.KEEPER)
  @PostMapping("/links/canaries")
  Page plant(Visit visit, Form form) throws Refusal {
    var planted = canaries.plant(visit.signedIn(), form.text("identifier"));
    visit.tell(
        switch (planted) {
          case YES -> Notice.done("link.canary.planted");
          case UNREADABLE -> Notice.problem("link.canary.unreadable");
          case LATER -> Notice.problem("link.canary.later");
        });
    return Page.to(HOME);
  }

  @Access(Role.KEEPER)
  @PostMapping("/links/canaries/{canary}/lift")
  Page lift(Visit visit, @PathVariable String canary) throws Refusal {
    office.lift(visit.signedIn(), canary);
    visit.tell(Notice.done("link.canary.lifted"));
    return Page.to(HOME);
  }

  @Access(Role.KEEPER)
  @PostMapping("/links/days")
  Page pace(Visit visit, Form form) {
    if (form.text("days").matches("7|14|28")) {
      office.setDays(Integer.parseInt(form.text("days")));
      visit.tell(Notice.done("link.pace.kept"));
    }
    return Page.to(HOME);
  }

  @Access(Role.KEEPER)
  @PostMapping("/links/key")
  Page changeKey(Visit visit, Form form) throws Refusal, IOException {
    var shown = form.text("shown");
    visit.tell(shown.isEmpty() ? changed(visit) : accepted(visit, shown));
    return Page.to(HOME);
  }

  private Notice changed(Visit visit) throws Refusal, IOException {
    if (office.changeKey(visit.signedIn())) {
      return Notice.done("link.key.changed");
    }
    var unproven =
        office.key(visit.signedIn()).filter(key -> !key.unproven().isEmpty()).isPresent();
    return Notice.problem(unproven ? "link.key.compare" : "link.key.later");
  }

  private Notice accepted(Visit visit, String shown) throws Refusal, IOException {
    return office.acceptKey(visit.signedIn(), shown)
        ? Notice.done("link.key.accepted")
        : Notice.problem("link.key.later");
  }

  @Access(Role.KEEPER)
  @GetMapping("/links/journal")
  Page journal(Visit visit) throws Refusal {
    return Page.of("link/journal", office.journal(visit.signedIn()));
  }
}
