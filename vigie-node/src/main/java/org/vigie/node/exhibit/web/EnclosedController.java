package org.vigie.node.exhibit.web;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.vigie.imports.ImportRefused;
import org.vigie.kernel.Refusal;
import org.vigie.node.casefile.Cases;
import org.vigie.node.exhibit.Enclosures;
import org.vigie.node.exhibit.Enclosures.Named;
import org.vigie.node.exhibit.ExhibitRefused;
import org.vigie.node.exhibit.Reading;
import org.vigie.node.shell.Access;
import org.vigie.node.shell.Form;
import org.vigie.node.shell.Notice;
import org.vigie.node.shell.Page;
import org.vigie.node.shell.Role;
import org.vigie.node.shell.Visit;

/** Takes the voice notes and pictures of a conversation out of the archive they came in. */
@Controller
final class EnclosedController {

  /** Each costs a process and a look at the archive. */
  private static final int AT_ONCE = 20;

  private final Cases cases;
  private final Enclosures enclosures;

  EnclosedController(Cases cases, Enclosures enclosures) {
    this.cases = cases;
    this.enclosures = enclosures;
  }

  /** One file leads to its page; several lead back to the messages. */
  @Access({Role.PERSON, Role.CASEWORKER})
  @PostMapping("/cases/{id}/exhibits/{exhibit}/enclosed")
  Page takeOut(Visit visit, @PathVariable String id, @PathVariable String exhibit, Form form)
      throws Refusal, IOException {
    var found = ExhibitCase.find(cases, visit, id, exhibit);
    var names = named(found, form);
    var last = "/messages";
    var taken = 0;
    for (var name : names) {
      try {
        last = "/" + enclosures.takeOut(visit.signedIn(), found.file(), found.exhibit(), name).id();
        taken++;
      } catch (ImportRefused notThere) {
        visit.tell(Notice.problem("exhibit.enclosed.missing"));
      }
    }
    if (names.size() == 1 && taken == 1) {
      return Page.to("/cases/" + id + "/exhibits" + last);
    }
    if (taken > 0) {
      visit.tell(Notice.done("exhibit.enclosed.done", taken));
    }
    return Page.to("/cases/" + id + "/exhibits/" + exhibit + "/messages" + at(form));
  }

  private static String at(Form form) {
    var at = form.text("at");
    return at.matches("\\d{1,15}") ? "?at=" + at : "";
  }

  /** Files that the messages asked for name, never what a browser sends as a name. */
  private static Set<Named> named(ExhibitCase found, Form form) throws Refusal, IOException {
    if (!Enclosures.mayHold(found.exhibit())) {
      throw ExhibitRefused.notFound();
    }
    var reading = Reading.of(found.file(), found.exhibit()).orElseThrow(ExhibitRefused::notFound);
    var names = new LinkedHashSet<Named>();
    for (var line : lines(form)) {
      reading.lines(line, line, AT_ONCE).stream()
          .flatMap(message -> Enclosures.named(found.exhibit(), message).stream())
          .forEach(names::add);
    }
    return names;
  }

  private static List<Long> lines(Form form) {
    return form.all(form.has("every") ? "there" : "enclosed").stream()
        .filter(line -> line.matches("\\d{1,15}"))
        .map(Long::valueOf)
        .limit(AT_ONCE)
        .toList();
  }
}
