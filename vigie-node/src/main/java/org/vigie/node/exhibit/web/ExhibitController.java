package org.vigie.node.exhibit.web;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.vigie.imports.DateOrder;
import org.vigie.kernel.BlobId;
import org.vigie.kernel.Refusal;
import org.vigie.node.casefile.Cases;
import org.vigie.node.casefile.Looked;
import org.vigie.node.exhibit.CustodyNoted;
import org.vigie.node.exhibit.CustodyStory;
import org.vigie.node.exhibit.Exhibit;
import org.vigie.node.exhibit.ExhibitNote;
import org.vigie.node.exhibit.ExhibitRefused;
import org.vigie.node.exhibit.Exhibits;
import org.vigie.node.exhibit.Facts;
import org.vigie.node.exhibit.Intake;
import org.vigie.node.exhibit.PageImages;
import org.vigie.node.exhibit.Receipts;
import org.vigie.node.exhibit.SpeechReport;
import org.vigie.node.exhibit.Stills;
import org.vigie.node.exhibit.Waveforms;
import org.vigie.node.house.Houses;
import org.vigie.node.shell.Access;
import org.vigie.node.shell.Form;
import org.vigie.node.shell.Notice;
import org.vigie.node.shell.Page;
import org.vigie.node.shell.Role;
import org.vigie.node.shell.Visit;
import org.vigie.seal.Digests;

/** The list of exhibits, and one of them: what it is, how it was kept, what is known about it. */
@Controller
final class ExhibitController {

  private final Cases cases;
  private final Houses houses;
  private final Intake intake;
  private final Receipts receipts;
  private final Waveforms waveforms;
  private final Stills stills;
  private final PageImages images;
  private final List<ExhibitNote> notes;
  private final InstantSource clock;

  ExhibitController(
      Cases cases,
      Houses houses,
      Intake intake,
      Receipts receipts,
      Waveforms waveforms,
      Stills stills,
      PageImages images,
      List<ExhibitNote> notes,
      InstantSource clock) {
    this.cases = cases;
    this.houses = houses;
    this.intake = intake;
    this.receipts = receipts;
    this.waveforms = waveforms;
    this.stills = stills;
    this.images = images;
    this.notes = notes.stream().sorted(Comparator.comparingInt(ExhibitNote::order)).toList();
    this.clock = clock;
  }

  @Access({Role.PERSON, Role.CASEWORKER})
  @GetMapping("/cases/{id}/exhibits")
  Page list(Visit visit, @PathVariable String id) throws Refusal {
    var open = ExhibitCase.find(cases, visit, id);
    return Page.of("exhibit/list", new ExhibitsPage(id, Exhibits.of(open.register()).inOrder()));
  }

  @Access({Role.PERSON, Role.CASEWORKER})
  @GetMapping("/cases/{id}/exhibits/{exhibit}")
  Page one(Visit visit, @PathVariable String id, @PathVariable String exhibit, Form form)
      throws Refusal {
    var found = ExhibitCase.find(cases, visit, id, exhibit);
    cases.looked(found.open(), new Looked("exhibit", exhibit, ""));
    var shown = form.has("show");
    if (shown) {
      Exhibits.of(found.file()).noteOnceADay(found.exhibit(), "opened", clock.instant());
    }
    intake.catchUp(found.file(), found.exhibit());
    var now = ExhibitCase.find(cases, visit, id, exhibit).exhibit();
    var people = new People(houses, visit.signedIn(), found.file());
    var beside = Beside.of(found, people);
    return Page.of(
        "exhibit/one",
        new ExhibitPage(
            id,
            now,
            shown,
            PageImages.possible(now) && images.drawable(now),
            receipts.of(now, clock.instant()),
            History.of(now, people),
            CustodyStory.gaps(now),
            beside,
            cards(found, now),
            Heard.of(now, waveforms, visit.language()),
            Undrawn.of(now, stills),
            Held.of(found, now, beside, form)));
  }

  private List<ExhibitNote.Card> cards(ExhibitCase found, Exhibit now) throws Refusal {
    var cards = new ArrayList<ExhibitNote.Card>();
    for (var note : notes) {
      note.on("/cases/" + found.id(), found.file(), now).ifPresent(cards::add);
    }
    return List.copyOf(cards);
  }

  @Access({Role.PERSON, Role.CASEWORKER})
  @GetMapping("/cases/{id}/exhibits/{exhibit}/text")
  Page text(Visit visit, @PathVariable String id, @PathVariable String exhibit)
      throws Refusal, IOException {
    var found = ExhibitCase.find(cases, visit, id, exhibit);
    var made = found.exhibit().derived("text").orElseThrow(ExhibitRefused::notFound);
    Exhibits.of(found.file()).noteOnceADay(found.exhibit(), "opened", clock.instant());
    try (var in = found.file().openBlob(new BlobId(made.bytes().blob()))) {
      var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      var cut = "true".equals(Facts.of(made.report()).get("cut"));
      return Page.of("exhibit/text", new TextPage(id, found.exhibit(), text, cut));
    }
  }

  @Access({Role.PERSON, Role.CASEWORKER})
  @GetMapping("/cases/{id}/exhibits/{exhibit}/provenance")
  Page known(Visit visit, @PathVariable String id, @PathVariable String exhibit) throws Refusal {
    var found = ExhibitCase.find(cases, visit, id, exhibit).exhibit();
    var action = "/cases/" + id + "/exhibits/" + exhibit + "/provenance";
    return Page.of(
        "exhibit/provenance",
        new KnownForm(
            id, action, found.number(), found.received(), SpeechReport.of(found).byNumber()));
  }

  @Access({Role.PERSON, Role.CASEWORKER})
  @PostMapping("/cases/{id}/exhibits/{exhibit}/provenance")
  Page correct(Visit visit, @PathVariable String id, @PathVariable String exhibit, Form form)
      throws Refusal {
    var found = ExhibitCase.find(cases, visit, id, exhibit);
    var before = found.exhibit().received();
    var now = KnownForm.read(before, form);
    if (!now.equals(before)) {
      Exhibits.of(found.file()).receive(now);
      visit.tell(Notice.done("exhibit.corrected"));
    }
    return Page.to("/cases/" + id + "/exhibits/" + exhibit);
  }

  /** The person said in which order the dates stand, or that it is to be tried again. */
  @Access({Role.PERSON, Role.CASEWORKER})
  @PostMapping("/cases/{id}/exhibits/{exhibit}/read")
  Page read(Visit visit, @PathVariable String id, @PathVariable String exhibit, Form form)
      throws Refusal {
    var found = ExhibitCase.find(cases, visit, id, exhibit);
    for (var order : DateOrder.values()) {
      if (order.text().equals(form.text("order"))) {
        intake.read(found.file(), found.exhibit(), order);
        return Page.to("/cases/" + id + "/exhibits/" + exhibit);
      }
    }
    if (form.text("order").equals("again")) {
      intake.read(found.file(), found.exhibit(), null);
      return Page.to("/cases/" + id + "/exhibits/" + exhibit);
    }
    visit.tell(Notice.done("exhibit.dates.left"));
    return Page.to("/cases/" + id + "/exhibits/" + exhibit);
  }

  /** Hashes the kept bytes again and writes down that they are what they were. */
  @Access({Role.PERSON, Role.CASEWORKER})
  @PostMapping("/cases/{id}/exhibits/{exhibit}/verify")
  Page verify(Visit visit, @PathVariable String id, @PathVariable String exhibit)
      throws Refusal, IOException {
    var found = ExhibitCase.find(cases, visit, id, exhibit);
    var bytes = found.exhibit().received().bytes();
    var digest = Digests.sha256();
    try (var in = found.file().openBlob(new BlobId(bytes.blob()));
        var out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
      in.transferTo(out);
    }
    var sha256 = HexFormat.of().formatHex(digest.digest());
    if (Objects.equals(sha256, bytes.sha256())) {
      Exhibits.of(found.file()).note(new CustodyNoted(exhibit, "reverified", "", sha256, ""));
      visit.tell(Notice.done("exhibit.verified"));
    } else {
      visit.tell(Notice.problem("exhibit.changed"));
    }
    return Page.to("/cases/" + id + "/exhibits/" + exhibit);
  }
}
