package org.vigie.node.exhibit.web;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.vigie.kernel.Refusal;
import org.vigie.node.casefile.Cases;
import org.vigie.node.casefile.Looked;
import org.vigie.node.exhibit.Exhibit;
import org.vigie.node.exhibit.ExhibitPrepared;
import org.vigie.node.exhibit.ExhibitRefused;
import org.vigie.node.exhibit.Exhibits;
import org.vigie.node.exhibit.LineSpan;
import org.vigie.node.exhibit.Preparations;
import org.vigie.node.exhibit.ReadMessage;
import org.vigie.node.exhibit.Reading;
import org.vigie.node.exhibit.RenderingMade;
import org.vigie.node.exhibit.Renderings;
import org.vigie.node.shell.Access;
import org.vigie.node.shell.Form;
import org.vigie.node.shell.Notice;
import org.vigie.node.shell.Page;
import org.vigie.node.shell.Role;
import org.vigie.node.shell.Visit;

/** Translations and transcripts beside an exhibit, and the note that spares others the rest. */
@Controller
final class RenderingController {

  private static final int MOST_SHOWN = 50;

  private final Cases cases;
  private final SecureRandom random;
  private final InstantSource clock;

  RenderingController(Cases cases, SecureRandom random, InstantSource clock) {
    this.cases = cases;
    this.random = random;
    this.clock = clock;
  }

  @Access({Role.PERSON, Role.CASEWORKER})
  @GetMapping("/cases/{id}/exhibits/{exhibit}/renderings/new")
  Page ask(Visit visit, @PathVariable String id, @PathVariable String exhibit, Form form)
      throws Refusal, IOException {
    var found = ExhibitCase.find(cases, visit, id, exhibit);
    var place = RenderingMade.Place.ofLines(LineSpan.parse(form.text("lines")));
    var heard = List.of("audio", "video", "picture").contains(found.exhibit().kind());
    var kind = heard ? RenderingMade.TRANSCRIPT : RenderingMade.TRANSLATION;
    var hand = new RenderingMade.Hand("", "", "");
    var blank = new RenderingMade("", exhibit, kind, place, hand, "", "", "", false);
    return page(found, blank);
  }

  @Access({Role.PERSON, Role.CASEWORKER})
  @PostMapping("/cases/{id}/exhibits/{exhibit}/renderings")
  Page keep(Visit visit, @PathVariable String id, @PathVariable String exhibit, Form form)
      throws Refusal {
    var found = ExhibitCase.find(cases, visit, id, exhibit);
    var made = RenderingForm.read(freshId(), found.exhibit(), form);
    if (made.words().isEmpty()) {
      visit.tell(Notice.problem("exhibit.rendering.none"));
      return Page.to(back(id, found.exhibit(), made));
    }
    Renderings.of(found.file()).keep(made);
    visit.tell(Notice.done("exhibit.rendering.kept"));
    return Page.to(back(id, found.exhibit(), made));
  }

  @Access({Role.PERSON, Role.CASEWORKER})
  @GetMapping("/cases/{id}/exhibits/{exhibit}/renderings/{rendering}")
  Page edit(
      Visit visit,
      @PathVariable String id,
      @PathVariable String exhibit,
      @PathVariable String rendering)
      throws Refusal, IOException {
    var found = ExhibitCase.find(cases, visit, id, exhibit);
    return page(found, find(found, rendering));
  }

  @Access({Role.PERSON, Role.CASEWORKER})
  @PostMapping("/cases/{id}/exhibits/{exhibit}/renderings/{rendering}")
  Page correct(
      Visit visit,
      @PathVariable String id,
      @PathVariable String exhibit,
      @PathVariable String rendering,
      Form form)
      throws Refusal {
    var found = ExhibitCase.find(cases, visit, id, exhibit);
    var before = find(found, rendering);
    var now = RenderingForm.read(rendering, found.exhibit(), form);
    if (!now.equals(before)) {
      Renderings.of(found.file()).keep(now);
      visit.tell(Notice.done("exhibit.rendering.kept"));
    }
    return Page.to(back(id, found.exhibit(), now));
  }

  private static RenderingMade find(ExhibitCase found, String rendering) throws Refusal {
    return Renderings.of(found.file())
        .find(rendering)
        .map(one -> one.made())
        .filter(made -> made.exhibit().equals(found.exhibit().id()))
        .orElseThrow(ExhibitRefused::notFound);
  }

  /** The form shows the original lines when asked to: whoever comes here is seen. */
  private Page page(ExhibitCase found, RenderingMade now) throws Refusal, IOException {
    cases.looked(found.open(), new Looked("exhibit", found.exhibit().id(), ""));
    Exhibits.of(found.file()).noteOnceADay(found.exhibit(), "opened", clock.instant());
    var original = new ArrayList<ReadMessage>();
    var reading = Reading.of(found.file(), found.exhibit());
    if (reading.isPresent() && now.place().unit().equals("lines")) {
      for (var span : now.place().parts()) {
        var left = MOST_SHOWN - original.size();
        original.addAll(reading.get().lines(span.first(), span.last(), Math.max(0, left)));
      }
    }
    return Page.of(
        "exhibit/rendering", new RenderingForm(found.id(), found.exhibit(), now, original));
  }

  private static String back(String id, Exhibit exhibit, RenderingMade made) {
    var base = "/cases/" + id + "/exhibits/" + exhibit.id();
    return made.place().unit().equals("lines") && exhibit.derived("messages").isPresent()
        ? base + "/messages?line=" + made.place().parts().getFirst().first()
        : base;
  }

  @Access({Role.PERSON, Role.CASEWORKER})
  @GetMapping("/cases/{id}/exhibits/{exhibit}/prepare")
  Page prepare(Visit visit, @PathVariable String id, @PathVariable String exhibit) throws Refusal {
    var found = ExhibitCase.find(cases, visit, id, exhibit);
    var now = Preparations.of(found.file()).on(exhibit).map(Preparations.Note::prepared);
    return Page.of(
        "exhibit/prepare",
        new PreparePage(
            id, found.exhibit(), now.orElseGet(() -> new ExhibitPrepared(exhibit, "", ""))));
  }

  @Access({Role.PERSON, Role.CASEWORKER})
  @PostMapping("/cases/{id}/exhibits/{exhibit}/prepare")
  Page prepared(Visit visit, @PathVariable String id, @PathVariable String exhibit, Form form)
      throws Refusal {
    var found = ExhibitCase.find(cases, visit, id, exhibit);
    var lines = LineSpan.text(LineSpan.parse(form.text("lines")));
    Preparations.of(found.file())
        .keep(new ExhibitPrepared(exhibit, cut(form.text("summary")), lines));
    visit.tell(Notice.done("exhibit.prepare.kept"));
    return Page.to("/cases/" + id + "/exhibits/" + exhibit);
  }

  private static String cut(String words) {
    return words.length() > RenderingMade.LONGEST
        ? words.substring(0, RenderingMade.LONGEST)
        : words;
  }

  private String freshId() {
    var bytes = new byte[8];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
