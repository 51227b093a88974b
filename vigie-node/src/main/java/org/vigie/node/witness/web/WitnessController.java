package org.vigie.node.witness.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.vigie.kernel.Refusal;
import org.vigie.node.shell.Access;
import org.vigie.node.shell.Form;
import org.vigie.node.shell.Notice;
import org.vigie.node.shell.Page;
import org.vigie.node.shell.Role;
import org.vigie.node.shell.ShellRefused;
import org.vigie.node.shell.Upload;
import org.vigie.node.shell.Visit;
import org.vigie.node.store.HouseLogs;
import org.vigie.node.witness.AskedWitness;
import org.vigie.node.witness.GraveNews;
import org.vigie.node.witness.PartnerNames;
import org.vigie.node.witness.SplitBook;
import org.vigie.node.witness.WatchedLogs;
import org.vigie.node.witness.Witnesses;

/** Keepers choose who cosigns the house's log, see how far that went, and carry files. */
@Controller
final class WitnessController {

  private static final String HOME = "/witnesses";

  private final Witnesses witnesses;
  private final PartnerNames names;
  private final GraveNews news;
  private final Partners partners;

  WitnessController(
      Witnesses witnesses,
      WatchedLogs watched,
      PartnerNames names,
      GraveNews news,
      SplitBook splits,
      HouseLogs logs) {
    this.witnesses = witnesses;
    this.names = names;
    this.news = news;
    this.partners = new Partners(witnesses, watched, names, news, splits, logs);
  }

  @Access(Role.KEEPER)
  @GetMapping("/witnesses")
  Page look(Visit visit) throws Refusal {
    return Page.of("witness/witnesses", partners.page(visit.signedIn()));
  }

  @Access(value = Role.KEEPER, askAgain = true)
  @GetMapping("/witnesses/add")
  Page ask() {
    return Page.of("witness/add", NamePage.EMPTY);
  }

  @Access(value = Role.KEEPER, askAgain = true)
  @PostMapping("/witnesses/add")
  Page add(Visit visit, Form form) throws Refusal {
    return switch (witnesses.add(form.text("vkey"), form.text("address"))) {
      case Witnesses.Typed.Added(var witness) -> {
        names.name(visit.signedIn(), witness.id(), form.text("name"));
        visit.tell(Notice.done("witness.added"));
        yield Page.to(HOME + "/one/" + witness.id());
      }
      case Witnesses.Typed.Wrong(var mistake) ->
          Page.of(
                  "witness/add",
                  new NamePage(
                      form.text("name"), form.text("vkey"), form.text("address"), mistake.key()))
              .status(400);
    };
  }

  @Access(value = Role.KEEPER, askAgain = true)
  @PostMapping("/witnesses/needed")
  Page need(Visit visit, Form form) {
    if (form.text("needed").matches("[1-9][0-9]?")) {
      witnesses.need(Integer.parseInt(form.text("needed")));
      visit.tell(Notice.done("witness.needed.kept"));
    }
    return Page.to(HOME);
  }

  @Access(Role.KEEPER)
  @PostMapping("/witnesses/seen")
  Page seen(Visit visit) {
    news.see();
    visit.tell(Notice.done("witness.seen.kept"));
    return Page.to(HOME);
  }

  @Access(value = Role.KEEPER, askAgain = true)
  @PostMapping("/witnesses/resume")
  Page resume(Visit visit) {
    witnesses.resume();
    visit.tell(Notice.done("witness.resumed"));
    return Page.to(HOME);
  }

  @Access(Role.KEEPER)
  @GetMapping("/witnesses/one/{id}")
  Page one(Visit visit, @PathVariable String id) throws Refusal {
    return Page.of("witness/one", partners.asked(visit.signedIn(), find(id)));
  }

  /** The question as a file, for a witness to whom no line leads. */
  @Access(Role.KEEPER)
  @GetMapping("/witnesses/one/{id}/request")
  void request(@PathVariable String id, HttpServletResponse response) throws Refusal, IOException {
    Files.hand(response, "witness-request.txt", witnesses.request(find(id)).encoded());
  }

  @Access(Role.KEEPER)
  @PostMapping("/witnesses/one/{id}/answer")
  Page answer(Visit visit, @PathVariable String id, Upload upload) throws Refusal, IOException {
    var witness = find(id);
    visit.tell(
        switch (witnesses.take(witness, Files.read(upload))) {
          case COSIGNED -> Notice.done("witness.answer.cosigned");
          case NOT_OURS -> Notice.problem("witness.answer.not-ours");
          case NOT_SIGNED -> Notice.problem("witness.answer.not-signed");
          case CONTRADICTED -> Notice.problem("witness.answer.contradicted");
        });
    return Page.to(HOME + "/one/" + id);
  }

  @Access(Role.KEEPER)
  @PostMapping("/witnesses/one/{id}/ask")
  Page askNow(@PathVariable String id) throws Refusal {
    try {
      witnesses.ask(find(id));
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
    return Page.to(HOME + "/one/" + id);
  }

  @Access(value = Role.KEEPER, askAgain = true)
  @PostMapping("/witnesses/one/{id}/remove")
  Page remove(Visit visit, @PathVariable String id) throws Refusal {
    witnesses.remove(find(id).id());
    visit.tell(Notice.done("witness.removed"));
    return Page.to(HOME);
  }

  /** Both signed notes, for anyone to check. */
  @Access(Role.KEEPER)
  @GetMapping("/witnesses/splits/{number}")
  void split(@PathVariable String number, HttpServletResponse response)
      throws Refusal, IOException {
    var alarms = witnesses.alarms();
    if (!number.matches("[0-9]{1,4}") || Integer.parseInt(number) >= alarms.size()) {
      throw ShellRefused.notFound();
    }
    var proof = alarms.get(Integer.parseInt(number)).proof();
    Files.hand(response, "two-checkpoints.txt", proof.text());
  }

  private AskedWitness find(String id) throws ShellRefused {
    return witnesses.find(id).orElseThrow(ShellRefused::notFound);
  }
}
