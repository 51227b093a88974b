package org.vigie.node.house.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.vigie.kernel.Refusal;
import org.vigie.node.house.Accounts;
import org.vigie.node.house.Houses;
import org.vigie.node.house.Recovery;
import org.vigie.node.shell.Access;
import org.vigie.node.shell.Form;
import org.vigie.node.shell.Messages;
import org.vigie.node.shell.Notice;
import org.vigie.node.shell.Page;
import org.vigie.node.shell.Session;
import org.vigie.node.shell.Sessions;
import org.vigie.node.shell.ShellRefused;
import org.vigie.node.shell.Visit;
import org.vigie.seal.Passphrases;
import org.vigie.seal.Totp;

/**
 * One's own account. Nothing here takes the id of an account: every change is bound to the
 * session's own, so that nobody can enrol a factor for somebody else (S-2A).
 */
@Controller
final class AccountController {

  private final Accounts accounts;
  private final Houses houses;
  private final Recovery recovery;
  private final Sessions sessions;
  private final Enrolments enrolments;
  private final Messages messages;
  private final SecureRandom random;
  private final InstantSource clock;

  AccountController(
      Accounts accounts,
      Houses houses,
      Recovery recovery,
      Sessions sessions,
      Enrolments enrolments,
      Messages messages,
      SecureRandom random,
      InstantSource clock) {
    this.accounts = accounts;
    this.houses = houses;
    this.recovery = recovery;
    this.sessions = sessions;
    this.enrolments = enrolments;
    this.messages = messages;
    this.random = random;
    this.clock = clock;
  }

  @Access
  @GetMapping("/account")
  Page account(Visit visit) throws Refusal {
    var member = visit.signedIn();
    var house = houses.house(member);
    return Page.of(
        "house/account",
        new AccountPage(
            house.name(),
            member.roles().stream().sorted().toList(),
            String.join(" ", member.keys().publicKeys().fingerprintWords(visit.language())),
            sessions.of(member.id()).size(),
            house.recoveries().containsKey(member.id()),
            Houses.left(member)));
  }

  @Access
  @GetMapping("/account/passphrase")
  Page passphrase(Visit visit) {
    var suggestion = Passphrases.generate(visit.language(), random);
    return Page.of("house/passphrase", new PassphrasePage(suggestion, Map.of()));
  }

  @Access
  @PostMapping("/account/passphrase")
  Page passphrase(Form form, Visit visit) throws Refusal {
    var fresh = form.raw("fresh").strip();
    if (fresh.length() < Enrolment.SHORTEST_OWN) {
      var error = say(visit, "house.enrol.own.short", Enrolment.SHORTEST_OWN);
      return again(visit, Map.of("fresh", error));
    }
    if (!accounts.changePassphrase(visit.signedIn().id(), form.raw("now"), fresh)) {
      return again(visit, Map.of("now", say(visit, "house.again.wrong")));
    }
    visit.renew();
    endOthers(visit);
    visit.tell(Notice.done("house.passphrase.changed"));
    return Page.to("/account");
  }

  private Page again(Visit visit, Map<String, String> errors) {
    var suggestion = Passphrases.generate(visit.language(), random);
    return Page.of("house/passphrase", new PassphrasePage(suggestion, errors)).status(400);
  }

  @Access
  @GetMapping("/account/app")
  Page app(Visit visit) {
    var session = visit.session();
    if (enrolments.app(session).isEmpty()) {
      enrolments.beginApp(session, new Enrolment("", visit.signedIn().roles(), random));
    }
    return Page.of("house/app", appPage(session, Map.of()));
  }

  @Access
  @GetMapping("/account/app.png")
  void picture(Visit visit, HttpServletResponse response) throws ShellRefused, IOException {
    var enrolment = enrolments.app(visit.session()).orElseThrow(ShellRefused::notFound);
    try (var app = enrolment.app()) {
      QrPicture.write(app.uri(say(visit, "shell.title"), ""), response);
    }
  }

  @Access
  @PostMapping("/account/app")
  Page app(Form form, Visit visit) throws Refusal {
    var session = visit.session();
    var enrolment = enrolments.app(session).orElseThrow(ShellRefused::notFound);
    try (var app = enrolment.app();
        var secret = app.secret()) {
      if (app.check(form.text("code"), clock.instant(), -1).isEmpty()) {
        var error = say(visit, "house.keys.code.wrong");
        return Page.of("house/app", appPage(session, Map.of("code", error))).status(400);
      }
      var hex = secret.use(HexFormat.of()::formatHex);
      if (!accounts.setSecondFactor(visit.signedIn().id(), form.raw("passphrase"), hex)) {
        var error = say(visit, "house.again.wrong");
        return Page.of("house/app", appPage(session, Map.of("passphrase", error))).status(401);
      }
    }
    enrolments.endApp(session);
    visit.renew();
    endOthers(visit);
    visit.tell(Notice.done("house.app.changed"));
    return Page.to("/account");
  }

  private AppPage appPage(Session session, Map<String, String> errors) {
    try (Totp app = enrolments.app(session).orElseThrow().app()) {
      return new AppPage(app.secretText(), errors);
    }
  }

  @Access
  @PostMapping("/account/sessions/end")
  Page endSessions(Visit visit) {
    endOthers(visit);
    visit.tell(Notice.done("house.sessions.ended"));
    return Page.to("/account");
  }

  private void endOthers(Visit visit) {
    var own = visit.session();
    sessions.endAll(visit.signedIn().id(), session -> session != own);
  }

  @Access
  @PostMapping("/account/recovery/stop")
  Page stopRecovery(Visit visit) throws Refusal {
    var member = visit.signedIn();
    var register = houses.find(member).orElseThrow(ShellRefused::notFound);
    recovery.stop(member, houses.house(member), register.id().value());
    visit.tell(Notice.done("house.recovery.stopped"));
    return Page.to("/account");
  }

  @Access(askAgain = true)
  @GetMapping("/account/leave-house")
  Page leaveHouse() {
    return Page.of("house/leave");
  }

  @Access(askAgain = true)
  @PostMapping("/account/leave-house")
  Page left(Visit visit) throws Refusal {
    houses.leave(visit.signedIn());
    visit.leave();
    return Page.to("/");
  }

  private String say(Visit visit, String key, Object... details) {
    return messages.text(visit.language(), key, details);
  }
}
