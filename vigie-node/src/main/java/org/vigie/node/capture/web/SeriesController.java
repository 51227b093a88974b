package org.vigie.node.capture.web;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.vigie.kernel.Refusal;
import org.vigie.node.capture.SeriesOrdered;
import org.vigie.node.casefile.Cases;
import org.vigie.node.casefile.Looked;
import org.vigie.node.exhibit.ExhibitReceived;
import org.vigie.node.exhibit.ExhibitRefused;
import org.vigie.node.exhibit.Exhibits;
import org.vigie.node.exhibit.Intake;
import org.vigie.node.ops.NodeSettings;
import org.vigie.node.shell.Access;
import org.vigie.node.shell.Form;
import org.vigie.node.shell.Notice;
import org.vigie.node.shell.Page;
import org.vigie.node.shell.Role;
import org.vigie.node.shell.Upload;
import org.vigie.node.shell.Visit;

/** How to keep what has no export, and screenshots as one series whose order can be corrected. */
@Controller
final class SeriesController {

  private static final ExhibitReceived.Provenance SCREEN =
      new ExhibitReceived.Provenance("", "self-recorded", "screenshot", "", "", "", "", "");

  private final Cases cases;
  private final Intake intake;
  private final SecureRandom random;
  private final InstantSource clock;
  private final long largest;

  SeriesController(
      Cases cases, Intake intake, SecureRandom random, InstantSource clock, NodeSettings settings) {
    this.cases = cases;
    this.intake = intake;
    this.random = random;
    this.clock = clock;
    this.largest = settings.limits().fileBytes();
  }

  @Access({Role.PERSON, Role.CASEWORKER})
  @GetMapping("/cases/{id}/exhibits/capture")
  Page how(Visit visit, @PathVariable String id) throws Refusal {
    var found = CaptureCase.find(cases, visit, id);
    return Page.of(
        "capture/how", new CapturePage(found.base(), found.captures().allSeries(), largest));
  }

  @Access({Role.PERSON, Role.CASEWORKER})
  @PostMapping("/cases/{id}/exhibits/series")
  Page keep(Visit visit, @PathVariable String id, Upload upload) throws Refusal, IOException {
    var found = CaptureCase.find(cases, visit, id);
    var taken = new Taking(intake, visit, found.open().register()).all(upload, SCREEN);
    if (taken.exhibits().isEmpty()) {
      visit.tell(Notice.problem("exhibit.add.none"));
      return Page.to(found.base() + "/exhibits/capture");
    }
    var about = upload.form().raw("about").strip();
    var series = new SeriesOrdered(freshId(), about, taken.exhibits());
    found.captures().keep(series);
    return told(visit, found, series, taken);
  }

  @Access({Role.PERSON, Role.CASEWORKER})
  @PostMapping("/cases/{id}/series/{series}/more")
  Page more(Visit visit, @PathVariable String id, @PathVariable String series, Upload upload)
      throws Refusal, IOException {
    var found = CaptureCase.find(cases, visit, id);
    var before = find(found, series);
    var taken = new Taking(intake, visit, found.open().register()).all(upload, SCREEN);
    var all = new ArrayList<>(before.exhibits());
    all.addAll(taken.exhibits());
    var now = new SeriesOrdered(series, before.about(), all);
    if (!now.equals(before)) {
      found.captures().keep(now);
    }
    return told(visit, found, now, taken);
  }

  private static Page told(
      Visit visit, CaptureCase found, SeriesOrdered series, Taking.Taken taken) {
    visit.tell(
        taken.cut()
            ? Notice.problem("capture.series.cut", taken.exhibits().size())
            : Notice.done("capture.series.kept", taken.exhibits().size()));
    return Page.to(found.base() + "/series/" + series.series());
  }

  @Access({Role.PERSON, Role.CASEWORKER})
  @GetMapping("/cases/{id}/series/{series}")
  Page read(Visit visit, @PathVariable String id, @PathVariable String series, Form form)
      throws Refusal {
    var found = CaptureCase.find(cases, visit, id);
    var one = find(found, series);
    var exhibits = found.exhibits(one.exhibits());
    var shown = form.has("show");
    for (var exhibit : exhibits) {
      cases.looked(found.open(), new Looked("exhibit", exhibit.id(), ""));
      if (shown) {
        Exhibits.of(found.open().register()).noteOnceADay(exhibit, "opened", clock.instant());
      }
    }
    return Page.of("capture/series", new SeriesPage(found.base(), one, exhibits, shown));
  }

  @Access({Role.PERSON, Role.CASEWORKER})
  @PostMapping("/cases/{id}/series/{series}")
  Page order(Visit visit, @PathVariable String id, @PathVariable String series, Form form)
      throws Refusal {
    var found = CaptureCase.find(cases, visit, id);
    var before = find(found, series);
    var now = new SeriesOrdered(series, form.raw("about").strip(), ordered(before, form));
    if (!now.equals(before)) {
      found.captures().keep(now);
      visit.tell(Notice.done("capture.series.ordered"));
    }
    return Page.to(found.base() + "/series/" + series);
  }

  /** By the numbers typed; what has none or the same keeps its place among its neighbours. */
  private static List<String> ordered(SeriesOrdered before, Form form) {
    var places = new ArrayList<Place>();
    for (var i = 0; i < before.exhibits().size(); i++) {
      var exhibit = before.exhibits().get(i);
      var typed = form.text("page." + exhibit);
      // Whoever moves a page to 3 means the place of the third, before the one that is there.
      var wanted = typed.matches("\\d{1,6}") ? Integer.parseInt(typed) : i + 1;
      places.add(new Place(exhibit, 2L * wanted + Integer.signum(wanted - (i + 1)), i));
    }
    places.sort(Comparator.comparingLong(Place::wanted).thenComparingInt(Place::was));
    return places.stream().map(Place::exhibit).toList();
  }

  private record Place(String exhibit, long wanted, int was) {}

  private static SeriesOrdered find(CaptureCase found, String series) throws Refusal {
    return found.captures().series(series).orElseThrow(ExhibitRefused::notFound);
  }

  private String freshId() {
    var bytes = new byte[8];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
