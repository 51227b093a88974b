package org.vigie.node.house.web;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.vigie.kernel.PartialDate;
import org.vigie.kernel.Refusal;
import org.vigie.node.house.Recovery;
import org.vigie.node.shell.Form;
import org.vigie.node.shell.Messages;
import org.vigie.node.shell.Notice;
import org.vigie.node.shell.Open;
import org.vigie.node.shell.Page;
import org.vigie.node.shell.Sessions;
import org.vigie.node.shell.SignedIn;
import org.vigie.node.shell.Visit;

/** The ways back when a passphrase is lost. */
@Controller
final class RecoverController {

  private final Recovery recovery;
  private final Sessions sessions;
  private final Messages messages;

  RecoverController(Recovery recovery, Sessions sessions, Messages messages) {
    this.recovery = recovery;
    this.sessions = sessions;
    this.messages = messages;
  }

  @Open
  @GetMapping("/recover")
  Page recover() {
    return Page.of("house/recover", Map.of());
  }

  @Open
  @PostMapping("/recover")
  Page byCode(Form form, Visit visit) throws Refusal {
    var fresh = form.raw("fresh").strip();
    if (fresh.length() < Enrolment.SHORTEST_OWN) {
      return wrong("house/recover", visit, "fresh", "house.enrol.own.short");
    }
    var member = recovery.byCode(form.text("name"), form.raw("paper"), fresh);
    return member.isEmpty()
        ? wrong("house/recover", visit, "paper", "house.recover.wrong")
        : entered(visit, member.get());
  }

  @Open
  @GetMapping("/recover/shares")
  Page shares() {
    return Page.of("house/shares", Map.of());
  }

  /** Asks the first time; the same shares again, 72 hours later, set the new passphrase. */
  @Open
  @PostMapping("/recover/shares")
  Page byShares(Form form, Visit visit) throws Refusal {
    var name = form.text("name");
    var shares = form.raw("shares").strip().lines().filter(line -> !line.isBlank()).toList();
    var fresh = form.raw("fresh").strip();
    if (fresh.isEmpty()) {
      return asked(name, shares);
    }
    if (fresh.length() < Enrolment.SHORTEST_OWN) {
      return wrong("house/shares", visit, "fresh", "house.enrol.own.short");
    }
    return entered(visit, recovery.byShares(name, shares, fresh));
  }

  private Page asked(String name, List<String> shares) throws Refusal {
    var notBefore = recovery.ask(name, shares);
    return Page.of("house/asked", new PartialDate(notBefore.toString().substring(0, 16)));
  }

  /** Whoever knew the old passphrase may still be in: their sessions end with it. */
  private Page entered(Visit visit, SignedIn member) {
    visit.signIn(member);
    var own = visit.session();
    sessions.endAll(member.id(), session -> session != own);
    visit.tell(Notice.done("house.recover.done"));
    return Page.to("/account/app");
  }

  private Page wrong(String template, Visit visit, String field, String key) {
    var error = messages.text(visit.language(), key, Enrolment.SHORTEST_OWN);
    return Page.of(template, Map.of(field, error)).status(400);
  }
}
