package org.vigie.node.house.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.vigie.kernel.Refusal;
import org.vigie.node.house.Entered;
import org.vigie.node.house.FoundingAddress;
import org.vigie.node.house.HouseRefused;
import org.vigie.node.house.Houses;
import org.vigie.node.house.KeeperVisit;
import org.vigie.node.shell.Access;
import org.vigie.node.shell.Form;
import org.vigie.node.shell.Messages;
import org.vigie.node.shell.Notice;
import org.vigie.node.shell.Open;
import org.vigie.node.shell.Page;
import org.vigie.node.shell.Role;
import org.vigie.node.shell.ShellRefused;
import org.vigie.node.shell.Visit;
import org.vigie.register.RegisterRefused;
import org.vigie.seal.Passphrases;

/** Founding a house and joining one: a name, a passphrase, an app, papers to print. */
@Controller
final class EnrolController {

  private static final int LONGEST_NAME = 64;

  private final Houses houses;
  private final FoundingAddress address;
  private final Enrolments enrolments;
  private final Messages messages;
  private final SecureRandom random;
  private final InstantSource clock;

  private final List<KeeperVisit> visits;

  EnrolController(
      Houses houses,
      FoundingAddress address,
      Enrolments enrolments,
      Messages messages,
      SecureRandom random,
      InstantSource clock,
      List<KeeperVisit> visits) {
    this.houses = houses;
    this.visits = visits;
    this.address = address;
    this.enrolments = enrolments;
    this.messages = messages;
    this.random = random;
    this.clock = clock;
  }

  @Open
  @GetMapping("/found/{token}")
  Page found(@PathVariable String token, Visit visit) throws ShellRefused {
    if (!address.opens(token)) {
      throw ShellRefused.notFound();
    }
    enrolments.begin(visit.session(), new Enrolment("", EnumSet.allOf(Role.class), random));
    return Page.to("/enrol");
  }

  @Open
  @GetMapping("/join")
  Page join() {
    return Page.of("house/join", Map.of());
  }

  @Open
  @PostMapping("/join")
  Page join(Form form, Visit visit) throws HouseRefused {
    var code = form.text("paper");
    var roles = houses.invited(code);
    if (roles.isEmpty()) {
      return Page.of("house/join", Map.of("paper", say(visit, "house.join.wrong"))).status(400);
    }
    var enrolment = new Enrolment(code, roles.get(), random);
    if (enrolments.spent(enrolment)) {
      throw HouseRefused.tooManyNames();
    }
    enrolments.begin(visit.session(), enrolment);
    return Page.to("/enrol");
  }

  @Open
  @GetMapping("/enrol")
  Page enrol(Visit visit) throws ShellRefused {
    return Page.of("house/enrol", page(enrolment(visit), Map.of()));
  }

  @Open
  @PostMapping("/enrol")
  Page enrol(Form form, Visit visit) throws ShellRefused, HouseRefused {
    var enrolment = enrolment(visit);
    var name = form.text("name");
    enrolment.call(form.text("house"), name, form.text("shown"));
    var errors = new LinkedHashMap<String, String>();
    if (enrolment.founding() && enrolment.house().isEmpty()) {
      errors.put("house", say(visit, "house.enrol.house.missing"));
    }
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      errors.put("name", say(visit, "house.enrol.name.missing"));
    } else {
      switch (enrolments.ask(enrolment, () -> houses.free(name))) {
        case FREE -> {}
        case TAKEN -> errors.put("name", say(visit, "house.name-taken"));
        case SPENT -> {
          enrolments.end(visit.session());
          throw HouseRefused.tooManyNames();
        }
      }
    }
    choosePassphrase(enrolment, form, visit, errors);
    shares(enrolment, form);
    return errors.isEmpty()
        ? Page.to("/enrol/keys")
        : Page.of("house/enrol", page(enrolment, errors)).status(400);
  }

  private void choosePassphrase(
      Enrolment enrolment, Form form, Visit visit, Map<String, String> errors) {
    var own = form.raw("own-passphrase").strip();
    if (!own.isEmpty() && own.length() < Enrolment.SHORTEST_OWN) {
      errors.put("own-passphrase", say(visit, "house.enrol.own.short", Enrolment.SHORTEST_OWN));
    }
    enrolment.unlockWith(
        own.isEmpty() ? Passphrases.generate(visit.language(), random) : own, !own.isEmpty());
  }

  private static void shares(Enrolment enrolment, Form form) {
    switch (form.text("shares")) {
      case "3-of-5" -> enrolment.share(3, 5);
      case "none" -> enrolment.share(0, 0);
      default -> enrolment.share(2, 3);
    }
  }

  @Open
  @GetMapping("/enrol/keys")
  Page keys(Visit visit) throws ShellRefused {
    var enrolment = enrolment(visit);
    return enrolment.passphrase().isEmpty()
        ? Page.to("/enrol")
        : Page.of("house/keys", page(enrolment, Map.of()));
  }

  @Open
  @GetMapping("/enrol/code.png")
  void picture(Visit visit, HttpServletResponse response) throws ShellRefused, IOException {
    var enrolment = enrolment(visit);
    if (enrolment.papers() != null) {
      throw ShellRefused.notFound();
    }
    try (var app = enrolment.app()) {
      QrPicture.write(app.uri(say(visit, "shell.title"), enrolment.signInName()), response);
    }
  }

  @Open
  @PostMapping("/enrol/keys")
  Page keys(Form form, Visit visit) throws Refusal {
    var enrolment = enrolment(visit);
    if (enrolment.passphrase().isEmpty()) {
      return Page.to("/enrol");
    }
    var errors = new LinkedHashMap<String, String>();
    if (!enrolment.repeats(form.raw("passphrase"))) {
      errors.put("passphrase", say(visit, "house.keys.passphrase.wrong"));
    }
    var withApp = form.has("code") || enrolment.staff();
    if (withApp && !rightCode(enrolment, form.text("code"))) {
      errors.put("code", say(visit, "house.keys.code.wrong"));
    }
    if (!errors.isEmpty()) {
      return Page.of("house/keys", page(enrolment, errors)).status(400);
    }
    enter(visit, enrolment, make(enrolment, withApp, visit));
    if (enrolment.founding()) {
      for (var keeperVisit : visits) {
        keeperVisit.arrived(visit.signedIn());
      }
    }
    return Page.to("/papers");
  }

  private boolean rightCode(Enrolment enrolment, String code) {
    try (var app = enrolment.app()) {
      return app.check(code, clock.instant(), -1).isPresent();
    }
  }

  private Entered make(Enrolment enrolment, boolean withApp, Visit visit)
      throws HouseRefused, RegisterRefused {
    var account = enrolment.account(withApp, visit.language());
    return enrolment.founding()
        ? houses.found(enrolment.house(), account, enrolment.roles())
        : houses.join(enrolment.invitation(), account);
  }

  private void enter(Visit visit, Enrolment enrolment, Entered entered) {
    var before = visit.session();
    enrolment.done(entered.papers());
    visit.signIn(entered.member());
    enrolments.move(before, visit.session());
  }

  @Access
  @GetMapping("/papers")
  Page papers(Visit visit) throws ShellRefused {
    var papers = enrolment(visit).papers();
    if (papers == null) {
      throw ShellRefused.notFound();
    }
    return Page.of("house/papers", papers);
  }

  @Access
  @PostMapping("/papers/done")
  Page printed(Visit visit) {
    enrolments.end(visit.session());
    visit.tell(Notice.done("house.papers.done"));
    return Page.to("/");
  }

  private Enrolment enrolment(Visit visit) throws ShellRefused {
    return visit.existing().flatMap(enrolments::of).orElseThrow(ShellRefused::notFound);
  }

  private EnrolPage page(Enrolment enrolment, Map<String, String> errors) {
    try (var app = enrolment.app()) {
      return new EnrolPage(
          enrolment.founding(),
          enrolment.staff(),
          enrolment.house(),
          enrolment.signInName(),
          enrolment.shownName(),
          enrolment.own() ? "" : enrolment.passphrase(),
          app.secretText(),
          enrolment.needed(),
          enrolment.shares(),
          errors);
    }
  }

  private String say(Visit visit, String key, Object... details) {
    return messages.text(visit.language(), key, details);
  }
}
