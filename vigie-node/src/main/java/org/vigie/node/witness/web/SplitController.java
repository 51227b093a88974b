package org.vigie.node.witness.web;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.vigie.kernel.Refusal;
import org.vigie.node.house.HouseMember;
import org.vigie.node.house.Houses;
import org.vigie.node.shell.Access;
import org.vigie.node.shell.Form;
import org.vigie.node.shell.Notice;
import org.vigie.node.shell.Page;
import org.vigie.node.shell.Role;
import org.vigie.node.shell.ShellRefused;
import org.vigie.node.shell.Visit;
import org.vigie.node.witness.SplitBook;
import org.vigie.node.witness.SplitExplained;
import org.vigie.register.Author;

/** Keepers say what they know of two histories of a log, what they did, and when it is ended. */
@Controller
final class SplitController {

  private final SplitBook book;
  private final Houses houses;

  SplitController(SplitBook book, Houses houses) {
    this.book = book;
    this.houses = houses;
  }

  @Access(Role.KEEPER)
  @GetMapping("/witnesses/known/{split}")
  Page read(Visit visit, @PathVariable String split) throws Refusal {
    var found = book.find(split).orElseThrow(ShellRefused::notFound);
    var house = houses.house(visit.signedIn());
    var lines = new ArrayList<SplitPage.Line>();
    for (var told : book.of(visit.signedIn()).getOrDefault(split, List.of())) {
      var by =
          told.by() instanceof Author.Member(var id)
              ? house.member(id).map(HouseMember::name).orElse("")
              : "";
      lines.add(new SplitPage.Line(by, told));
    }
    return Page.of("witness/split", new SplitPage(found, lines));
  }

  @Access(Role.KEEPER)
  @PostMapping("/witnesses/known/{split}")
  Page write(Visit visit, @PathVariable String split, Form form) throws Refusal {
    var found = book.find(split).orElseThrow(ShellRefused::notFound);
    var explained =
        new SplitExplained(
            found.id(),
            form.text("cause"),
            form.all("done"),
            form.raw("words").strip(),
            form.has("ended"));
    if (!explained.offered(found.own())) {
      throw ShellRefused.unreadable();
    }
    book.explain(visit.signedIn(), explained);
    visit.tell(Notice.done("witness.split.kept"));
    return Page.to("/witnesses/known/" + found.id());
  }
}
