package org.vigie.node.exhibit.web;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.vigie.kernel.Refusal;
import org.vigie.node.casefile.Cases;
import org.vigie.node.casefile.Looked;
import org.vigie.node.exhibit.CitedExhibits;
import org.vigie.node.exhibit.ExhibitRefused;
import org.vigie.node.exhibit.Exhibits;
import org.vigie.node.exhibit.ReadMessage;
import org.vigie.node.exhibit.Reading;
import org.vigie.node.exhibit.Sift;
import org.vigie.node.shell.Access;
import org.vigie.node.shell.Form;
import org.vigie.node.shell.Notice;
import org.vigie.node.shell.Page;
import org.vigie.node.shell.Role;
import org.vigie.node.shell.Visit;

/**
 * The reading room: the messages of an exhibit, page by page, their words shown when asked for.
 * What is searched for is posted, so that no address ever holds it.
 */
@Controller
final class ReadingController {

  private static final int MOST_CITED = 200;

  private final Cases cases;
  private final InstantSource clock;

  ReadingController(Cases cases, InstantSource clock) {
    this.cases = cases;
    this.clock = clock;
  }

  @Access({Role.PERSON, Role.CASEWORKER})
  @GetMapping("/cases/{id}/exhibits/{exhibit}/messages")
  Page page(Visit visit, @PathVariable String id, @PathVariable String exhibit, Form form)
      throws Refusal, IOException {
    var found = ExhibitCase.find(cases, visit, id, exhibit);
    var reading = reading(found);
    var at = form.has("line") ? reading.atLine(number(form, "line", 1)) : number(form, "at", 1);
    return show(found, reading, form, at, "exhibit/messages");
  }

  @Access({Role.PERSON, Role.CASEWORKER})
  @PostMapping("/cases/{id}/exhibits/{exhibit}/messages/search")
  Page search(Visit visit, @PathVariable String id, @PathVariable String exhibit, Form form)
      throws Refusal, IOException {
    var found = ExhibitCase.find(cases, visit, id, exhibit);
    var reading = reading(found);
    if (!form.has("wanted")) {
      return Page.to("/cases/" + id + "/exhibits/" + exhibit + "/messages");
    }
    return show(found, reading, form, number(form, "at", 1), "exhibit/found");
  }

  @Access({Role.PERSON, Role.CASEWORKER})
  @PostMapping("/cases/{id}/exhibits/{exhibit}/messages/go")
  Page go(Visit visit, @PathVariable String id, @PathVariable String exhibit, Form form)
      throws Refusal, IOException {
    var reading = reading(ExhibitCase.find(cases, visit, id, exhibit));
    var day = form.date("day");
    var n = day.isPresent() ? reading.from(day.get().earliest().atStartOfDay()) : 1;
    return Page.to(
        "/cases/" + id + "/exhibits/" + exhibit + "/messages?at=" + n + (n > 1 ? "#m" + n : ""));
  }

  /** Leads to the form of an incident that cites the ticked lines. */
  @Access({Role.PERSON, Role.CASEWORKER})
  @PostMapping("/cases/{id}/exhibits/{exhibit}/cite")
  Page cite(Visit visit, @PathVariable String id, @PathVariable String exhibit, Form form)
      throws Refusal, IOException {
    var reading = reading(ExhibitCase.find(cases, visit, id, exhibit));
    var lines = new TreeSet<Long>();
    for (var line : form.all("line")) {
      if (line.matches("\\d{1,9}") && lines.size() < MOST_CITED) {
        lines.add(Long.parseLong(line));
      }
    }
    if (lines.isEmpty()) {
      visit.tell(Notice.problem("exhibit.cite.none"));
      return Page.to("/cases/" + id + "/exhibits/" + exhibit + "/messages");
    }
    var messages = new ArrayList<ReadMessage>();
    for (var line : lines) {
      messages.addAll(reading.lines(line, line, 1));
    }
    var place = CitedExhibits.place(exhibit, messages);
    return Page.to("/cases/" + id + "/incidents/new?cite=" + place);
  }

  private Page show(ExhibitCase found, Reading reading, Form form, long at, String template)
      throws Refusal, IOException {
    cases.looked(found.open(), new Looked("exhibit", found.exhibit().id(), ""));
    Exhibits.of(found.file()).noteOnceADay(found.exhibit(), "opened", clock.instant());
    var authors = reading.report().authors();
    var who = (int) number(form, "who", -1);
    var author = who >= 0 && who < authors.size() ? authors.get(who) : "";
    var sift = new Sift(author, form.text("kind"), form.text("wanted"));
    var open = form.text("open").equals("page");
    var view = new ReadingPage.View(at, author.isEmpty() ? -1 : who, open, number(form, "open", 0));
    return Page.of(
        template,
        new ReadingPage(
            found.id(),
            found.exhibit(),
            reading.report(),
            reading.sifted(sift, at),
            List.copyOf(reading.index().silences()),
            sift,
            view));
  }

  private static Reading reading(ExhibitCase found) throws Refusal, IOException {
    return Reading.of(found.file(), found.exhibit()).orElseThrow(ExhibitRefused::notFound);
  }

  private static long number(Form form, String name, long otherwise) {
    var typed = form.text(name);
    return typed.matches("\\d{1,15}") ? Long.parseLong(typed) : otherwise;
  }
}
