package org.vigie.node.witness.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.vigie.kernel.Refusal;
import org.vigie.ledger.Witness;
import org.vigie.ledger.WitnessAnswer;
import org.vigie.node.shell.Access;
import org.vigie.node.shell.Form;
import org.vigie.node.shell.Notice;
import org.vigie.node.shell.Page;
import org.vigie.node.shell.Role;
import org.vigie.node.shell.ShellRefused;
import org.vigie.node.shell.Upload;
import org.vigie.node.shell.Visit;
import org.vigie.node.store.HouseLogs;
import org.vigie.node.witness.GraveNews;
import org.vigie.node.witness.PartnerNames;
import org.vigie.node.witness.SplitBook;
import org.vigie.node.witness.WatchedLogs;
import org.vigie.node.witness.Witnesses;

/** Keepers choose whose logs this house cosigns, and carry files. */
@Controller
final class WatchController {

  private static final String HOME = "/witnesses";

  private final WatchedLogs watched;
  private final PartnerNames names;
  private final Partners partners;

  WatchController(
      Witnesses witnesses,
      WatchedLogs watched,
      PartnerNames names,
      GraveNews news,
      SplitBook splits,
      HouseLogs logs) {
    this.watched = watched;
    this.names = names;
    this.partners = new Partners(witnesses, watched, names, news, splits, logs);
  }

  @Access(value = Role.KEEPER, askAgain = true)
  @GetMapping("/witnesses/logs/add")
  Page name() {
    return Page.of("witness/watch", NamePage.EMPTY);
  }

  @Access(value = Role.KEEPER, askAgain = true)
  @PostMapping("/witnesses/logs/add")
  Page add(Visit visit, Form form) throws Refusal {
    var before = watched.all();
    var mistake = watched.add(form.text("vkey"));
    if (mistake.isPresent()) {
      var typed = new NamePage(form.text("name"), form.text("vkey"), "", mistake.get().key());
      return Page.of("witness/watch", typed).status(400);
    }
    var added =
        watched.all().stream().filter(log -> !before.contains(log)).map(WatchedLogs::id).findAny();
    if (added.isPresent()) {
      names.name(visit.signedIn(), added.get(), form.text("name"));
    }
    visit.tell(Notice.done("witness.log.added"));
    return Page.to(HOME);
  }

  /** A question that another keeper brought as a file. */
  @Access(Role.KEEPER)
  @PostMapping("/witnesses/logs/request")
  Page file(Visit visit, Upload upload) throws Refusal, IOException {
    var filed = watched.file(Files.read(upload));
    visit.tell(filed.answer().map(WatchController::told).orElse(UNREADABLE));
    return Page.to(filed.log().map(log -> HOME + "/logs/" + WatchedLogs.id(log)).orElse(HOME));
  }

  private static final Notice UNREADABLE = Notice.problem("witness.request.unreadable");

  private static Notice told(WitnessAnswer answer) {
    return switch (answer) {
      case WitnessAnswer.Cosigned _ -> Notice.done("witness.request.cosigned");
      case WitnessAnswer.UnknownLog() -> Notice.problem("witness.request.unknown");
      case WitnessAnswer.Untrusted() -> Notice.problem("witness.request.untrusted");
      case WitnessAnswer.BadSizes() -> UNREADABLE;
      case WitnessAnswer.Conflict _ -> Notice.problem("witness.request.conflict");
      case WitnessAnswer.Inconsistent _ -> Notice.problem("witness.request.inconsistent");
    };
  }

  @Access(Role.KEEPER)
  @GetMapping("/witnesses/logs/{id}")
  Page one(Visit visit, @PathVariable String id) throws Refusal {
    return Page.of("witness/log", partners.log(visit.signedIn(), find(id)));
  }

  @Access(Role.KEEPER)
  @GetMapping("/witnesses/logs/{id}/answer")
  void answer(@PathVariable String id, HttpServletResponse response) throws Refusal, IOException {
    var note = find(id).last().orElseThrow(ShellRefused::notFound);
    Files.hand(response, "witness-answer.txt", note.encoded());
  }

  @Access(Role.KEEPER)
  @GetMapping("/witnesses/logs/{id}/splits/{number}")
  void split(@PathVariable String id, @PathVariable String number, HttpServletResponse response)
      throws Refusal, IOException {
    var splits = find(id).splits();
    if (!number.matches("[0-9]{1,4}") || Integer.parseInt(number) >= splits.size()) {
      throw ShellRefused.notFound();
    }
    Files.hand(response, "two-histories.txt", splits.get(Integer.parseInt(number)).text());
  }

  @Access(value = Role.KEEPER, askAgain = true)
  @PostMapping("/witnesses/logs/{id}/leave")
  Page leave(Visit visit, @PathVariable String id) throws Refusal {
    watched.leave(find(id));
    visit.tell(Notice.done("witness.log.left"));
    return Page.to(HOME);
  }

  private Witness.Watched find(String id) throws ShellRefused {
    return watched.find(id).orElseThrow(ShellRefused::notFound);
  }
}
