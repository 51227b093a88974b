package org.vigie.node.house.web;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.vigie.kernel.Refusal;
import org.vigie.node.house.Accounts;
import org.vigie.node.house.HouseRefused;
import org.vigie.node.house.Houses;
import org.vigie.node.house.KeeperVisit;
import org.vigie.node.shell.Access;
import org.vigie.node.shell.Form;
import org.vigie.node.shell.Notice;
import org.vigie.node.shell.Open;
import org.vigie.node.shell.Page;
import org.vigie.node.shell.Role;
import org.vigie.node.shell.Session;
import org.vigie.node.shell.SignedIn;
import org.vigie.node.shell.Visit;

/** Signing in, opening a locked session, and giving the passphrase again. */
@Controller
final class SignInController {

  private final Accounts accounts;
  private final Houses houses;
  private final InstantSource clock;

  private final List<KeeperVisit> visits;

  SignInController(
      Accounts accounts, Houses houses, InstantSource clock, List<KeeperVisit> visits) {
    this.accounts = accounts;
    this.visits = visits;
    this.houses = houses;
    this.clock = clock;
  }

  @Open
  @GetMapping("/sign-in")
  Page signIn() {
    return Page.of("house/sign-in", false);
  }

  /** One answer for a wrong name, passphrase or code: the same bytes and the same work (S-24). */
  @Open
  @PostMapping("/sign-in")
  Page signIn(Form form, Visit visit) throws Refusal {
    var member = accounts.signIn(form.text("name"), form.raw("passphrase"), form.text("code"));
    return entered(member, visit, "house/sign-in");
  }

  @Open
  @GetMapping("/unlock")
  Page unlock(Visit visit) {
    return switch (visit.state()) {
      case LOCKED -> Page.of("house/unlock", false);
      case OPEN -> Page.to("/");
      case ANONYMOUS, ENDED -> Page.to("/sign-in");
    };
  }

  @Open
  @PostMapping("/unlock")
  Page unlock(Form form, Visit visit) throws Refusal {
    var id = visit.session().member();
    if (visit.state() != Session.State.LOCKED || id.isEmpty()) {
      return Page.to("/sign-in");
    }
    var member = accounts.unlock(id.get(), form.raw("passphrase"));
    if (member.isEmpty()) {
      return Page.of("house/unlock", true).status(401);
    }
    visit.unlock(member.get());
    return Page.to(visit.session().takeWanted());
  }

  @Access
  @GetMapping("/again")
  Page again() {
    return Page.of("house/again", false);
  }

  @Access
  @PostMapping("/again")
  Page again(Form form, Visit visit) throws HouseRefused {
    if (!accounts.opens(visit.signedIn().id(), form.raw("passphrase"))) {
      return Page.of("house/again", true).status(401);
    }
    visit.renew();
    visit.session().askedAgain(clock.instant());
    return Page.to(visit.session().takeWanted());
  }

  private Page entered(Optional<SignedIn> member, Visit visit, String otherwise) throws Refusal {
    if (member.isEmpty()) {
      return Page.of(otherwise, true).status(401);
    }
    visit.signIn(member.get());
    welcome(visit);
    return Page.to(visit.session().takeWanted());
  }

  private void welcome(Visit visit) throws Refusal {
    var member = visit.signedIn();
    if (member.roles().contains(Role.KEEPER)) {
      houses.admitWaiting(member);
      for (var keeperVisit : visits) {
        keeperVisit.arrived(member);
      }
    }
    var house = houses.house(member);
    for (var id : house.recoveries().keySet()) {
      var own = id.equals(member.id());
      visit.tell(Notice.problem(own ? "house.recovery.yours" : "house.recovery.somebody"));
    }
    var waits = house.member(member.id()).isEmpty() && !Houses.left(member);
    if (waits && !member.holds(Set.of(Role.PERSON))) {
      visit.tell(Notice.done("house.not-let-in"));
    }
  }
}
