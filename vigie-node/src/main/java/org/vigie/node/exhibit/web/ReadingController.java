package org.vigie.node.exhibit.web;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.TreeMap;
import java.util.function.LongPredicate;
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
import org.vigie.node.exhibit.LineSpan;
import org.vigie.node.exhibit.ReadMessage;
import org.vigie.node.exhibit.Reading;
import org.vigie.node.exhibit.SameChat;
import org.vigie.node.exhibit.Sift;
import org.vigie.node.house.Houses;
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
  private final Houses houses;
  private final InstantSource clock;

  ReadingController(Cases cases, Houses houses, InstantSource clock) {
    this.cases = cases;
    this.houses = houses;
    this.clock = clock;
  }

  @Access({Role.PERSON, Role.CASEWORKER})
  @GetMapping("/cases/{id}/exhibits/{exhibit}/messages")
  Page page(Visit visit, @PathVariable String id, @PathVariable String exhibit, Form form)
      throws Refusal, IOException {
    var found = ExhibitCase.find(cases, visit, id, exhibit);
    var reading = reading(found);
    var at = form.has("line") ? reading.atLine(number(form, "line", 1)) : number(form, "at", 1);
    return show(visit, found, reading, form, at, "exhibit/messages");
  }

  @Access({Role.PERSON, Role.CASEWORKER})
  @PostMapping("/cases/{id}/exhibits/{exhibit}/messages/search")
  Page search(Visit visit, @PathVariable String id, @PathVariable String exhibit, Form form)
      throws Refusal, IOException {
    var found = ExhibitCase.find(cases, visit, id, exhibit);
    var reading = reading(found);
    if (!form.has("wanted")) {
      return Page.to(sifted("/cases/" + id + "/exhibits/" + exhibit + "/messages", form));
    }
    return show(visit, found, reading, form, number(form, "at", 1), "exhibit/found");
  }

  /** Without words there is nothing to hide: author and kind are numbers and names of ours. */
  private static String sifted(String address, Form form) {
    var who = form.text("who").matches("\\d{1,6}") ? "who=" + form.text("who") : "";
    var kind = form.text("kind").matches("[a-z]{1,10}") ? "kind=" + form.text("kind") : "";
    var query = who.isEmpty() || kind.isEmpty() ? who + kind : who + "&" + kind;
    return query.isEmpty() ? address : address + "?" + query;
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

  /** Leads to the form of an incident that cites the chosen lines. */
  @Access({Role.PERSON, Role.CASEWORKER})
  @PostMapping("/cases/{id}/exhibits/{exhibit}/cite")
  Page cite(Visit visit, @PathVariable String id, @PathVariable String exhibit, Form form)
      throws Refusal, IOException {
    var messages = chosen(ExhibitCase.find(cases, visit, id, exhibit), form);
    if (messages.isEmpty()) {
      return nothingChosen(visit, id, exhibit);
    }
    var place = CitedExhibits.place(exhibit, messages);
    return Page.to("/cases/" + id + "/incidents/new?cite=" + place);
  }

  /** Leads to the form of a translation beside the chosen lines. */
  @Access({Role.PERSON, Role.CASEWORKER})
  @PostMapping("/cases/{id}/exhibits/{exhibit}/render")
  Page render(Visit visit, @PathVariable String id, @PathVariable String exhibit, Form form)
      throws Refusal, IOException {
    var messages = chosen(ExhibitCase.find(cases, visit, id, exhibit), form);
    if (messages.isEmpty()) {
      return nothingChosen(visit, id, exhibit);
    }
    var place = CitedExhibits.place(exhibit, messages);
    var lines = place.substring(place.indexOf(':') + 1);
    return Page.to("/cases/" + id + "/exhibits/" + exhibit + "/renderings/new?lines=" + lines);
  }

  private static Page nothingChosen(Visit visit, String id, String exhibit) {
    visit.tell(Notice.problem("exhibit.cite.none"));
    return Page.to("/cases/" + id + "/exhibits/" + exhibit + "/messages");
  }

  /** Messages that hold a ticked line or one whose number was typed, in order. */
  private static List<ReadMessage> chosen(ExhibitCase found, Form form)
      throws Refusal, IOException {
    var reading = reading(found);
    var ticked = String.join(",", form.all("line"));
    var messages = new TreeMap<Long, ReadMessage>();
    for (var span : LineSpan.parse(ticked + "," + form.text("lines"))) {
      for (var message : reading.lines(span.first(), span.last(), MOST_CITED)) {
        if (messages.size() < MOST_CITED) {
          messages.put(message.n(), message);
        }
      }
    }
    return List.copyOf(messages.values());
  }

  private Page show(
      Visit visit, ExhibitCase found, Reading reading, Form form, long at, String template)
      throws Refusal, IOException {
    cases.looked(found.open(), new Looked("exhibit", found.exhibit().id(), ""));
    Exhibits.of(found.file()).noteOnceADay(found.exhibit(), "opened", clock.instant());
    var authors = reading.report().authors();
    var who = (int) number(form, "who", -1);
    var author = who >= 0 && who < authors.size() ? authors.get(who) : "";
    var fresh = form.text("fresh").equals("yes");
    var any = new Sift(author, form.text("kind"), form.text("wanted"));
    var sift = fresh ? any.only(fresh(found)) : any;
    var open = form.text("open").equals("page");
    var view =
        new ReadingPage.View(at, author.isEmpty() ? -1 : who, fresh, open, number(form, "open", 0));
    return Page.of(
        template,
        new ReadingPage(
            found.id(),
            found.exhibit(),
            reading.report(),
            reading.sifted(sift, at),
            List.copyOf(reading.index().silences()),
            reading.index().lastPage(),
            sift,
            view,
            Beside.of(found, new People(houses, visit.signedIn(), found.file()))));
  }

  /** Takes messages that no other export of the chat has. */
  private static LongPredicate fresh(ExhibitCase found) throws Refusal, IOException {
    var elsewhere = SameChat.in(found.file()).elsewhere(found.exhibit());
    return n -> n > Integer.MAX_VALUE || !elsewhere.get((int) n);
  }

  private static Reading reading(ExhibitCase found) throws Refusal, IOException {
    return Reading.of(found.file(), found.exhibit()).orElseThrow(ExhibitRefused::notFound);
  }

  private static long number(Form form, String name, long otherwise) {
    var typed = form.text(name);
    return typed.matches("\\d{1,15}") ? Long.parseLong(typed) : otherwise;
  }
}
