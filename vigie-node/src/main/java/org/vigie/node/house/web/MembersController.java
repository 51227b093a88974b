package org.vigie.node.house.web;

import java.util.ArrayList;
import java.util.EnumSet;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.vigie.kernel.MemberId;
import org.vigie.kernel.Refusal;
import org.vigie.node.house.Colleague;
import org.vigie.node.house.Houses;
import org.vigie.node.house.KeepersBook;
import org.vigie.node.house.Roles;
import org.vigie.node.shell.Access;
import org.vigie.node.shell.Form;
import org.vigie.node.shell.Notice;
import org.vigie.node.shell.Page;
import org.vigie.node.shell.Role;
import org.vigie.node.shell.ShellRefused;
import org.vigie.node.shell.Visit;

/** Keepers see who is in the house, write invitations and end memberships. */
@Controller
final class MembersController {

  private final Houses houses;

  MembersController(Houses houses) {
    this.houses = houses;
  }

  @Access(Role.KEEPER)
  @GetMapping("/members")
  Page members(Visit visit) throws Refusal {
    var keeper = visit.signedIn();
    houses.admitWaiting(keeper);
    var book = houses.book(keeper);
    var rows = new ArrayList<MembersPage.Row>();
    for (var colleague : houses.colleagues(keeper, any -> true)) {
      rows.add(row(colleague, book, visit));
    }
    var waiting =
        book.invitations().values().stream()
            .filter(made -> !book.answers().containsKey(made.id()))
            .toList();
    return Page.of("house/members", new MembersPage(houses.house(keeper).name(), rows, waiting));
  }

  private static MembersPage.Row row(Colleague colleague, KeepersBook book, Visit visit) {
    var name = colleague.name().isEmpty() ? book.note(colleague.id()) : colleague.name();
    return new MembersPage.Row(
        colleague.id().value(),
        name,
        colleague.roles().stream().sorted().toList(),
        String.join(" ", colleague.keys().fingerprintWords(visit.language())),
        colleague.id().equals(visit.signedIn().id()));
  }

  @Access(value = Role.KEEPER, askAgain = true)
  @GetMapping("/members/invite")
  Page invite() {
    return Page.of("house/invite");
  }

  @Access(value = Role.KEEPER, askAgain = true)
  @PostMapping("/members/invite")
  Page invite(Form form, Visit visit) throws Refusal {
    var roles = Roles.of(form.all("roles"));
    var given = roles.isEmpty() ? EnumSet.of(Role.PERSON) : roles;
    var code = houses.invite(visit.signedIn(), given, form.text("note"), visit.language());
    // Shown once and never again: the one answer to a POST that is a page of its own.
    return Page.of("house/invitation", new InvitationPage(code, given.stream().sorted().toList()));
  }

  @Access(value = Role.KEEPER, askAgain = true)
  @GetMapping("/members/{id}/remove")
  Page remove(@PathVariable String id, Visit visit) throws Refusal {
    return Page.of("house/remove", find(id, visit));
  }

  @Access(value = Role.KEEPER, askAgain = true)
  @PostMapping("/members/{id}/remove")
  Page removed(@PathVariable String id, Visit visit) throws Refusal {
    houses.remove(visit.signedIn(), new MemberId(find(id, visit).id()));
    visit.tell(Notice.done("house.removed"));
    return Page.to("/members");
  }

  private MembersPage.Row find(String id, Visit visit) throws Refusal {
    var keeper = visit.signedIn();
    var found =
        houses.colleagues(keeper, any -> true).stream()
            .filter(colleague -> colleague.id().value().equals(id))
            .findFirst()
            .orElseThrow(ShellRefused::notFound);
    return row(found, houses.book(keeper), visit);
  }
}
