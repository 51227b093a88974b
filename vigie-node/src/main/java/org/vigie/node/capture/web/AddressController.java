package org.vigie.node.capture.web;

import java.io.IOException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.vigie.kernel.PartialDate;
import org.vigie.kernel.Refusal;
import org.vigie.node.capture.AddressSeen;
import org.vigie.node.casefile.Cases;
import org.vigie.node.casefile.Looked;
import org.vigie.node.exhibit.ExhibitReceived;
import org.vigie.node.exhibit.ExhibitRefused;
import org.vigie.node.exhibit.Intake;
import org.vigie.node.ops.NodeSettings;
import org.vigie.node.shell.Access;
import org.vigie.node.shell.Notice;
import org.vigie.node.shell.Page;
import org.vigie.node.shell.Role;
import org.vigie.node.shell.Upload;
import org.vigie.node.shell.Visit;

/** An address that somebody saw, with when and what was there. It is never opened from here. */
@Controller
final class AddressController {

  private static final String FILE = "address-seen.txt";

  private final Cases cases;
  private final Intake intake;
  private final InstantSource clock;
  private final long largest;

  AddressController(Cases cases, Intake intake, InstantSource clock, NodeSettings settings) {
    this.cases = cases;
    this.intake = intake;
    this.clock = clock;
    this.largest = settings.limits().fileBytes();
  }

  @Access({Role.PERSON, Role.CASEWORKER})
  @GetMapping("/cases/{id}/exhibits/address")
  Page ask(Visit visit, @PathVariable String id) throws Refusal {
    var found = CaptureCase.find(cases, visit, id);
    return Page.of("capture/address", new AddressForm(found.base(), largest));
  }

  @Access({Role.PERSON, Role.CASEWORKER})
  @PostMapping("/cases/{id}/exhibits/address")
  Page keep(Visit visit, @PathVariable String id, Upload upload) throws Refusal, IOException {
    var found = CaptureCase.find(cases, visit, id);
    var taken =
        new Taking(intake, visit, found.open().register())
            .all(upload, ExhibitReceived.Provenance.UNKNOWN);
    var form = upload.form();
    var seen =
        new AddressSeen(
            "",
            form.text("address"),
            form.date("seen").map(PartialDate::text).orElse(""),
            form.raw("words").strip(),
            List.of());
    if (seen.address().isEmpty() && seen.words().isEmpty()) {
      visit.tell(
          taken.exhibits().isEmpty()
              ? Notice.problem("capture.address.none")
              : Notice.done("exhibit.add.kept", taken.exhibits().size()));
      return Page.to(
          found.base() + (taken.exhibits().isEmpty() ? "/exhibits/address" : "/exhibits"));
    }
    var exhibit = note(visit, found, seen);
    found.captures().keep(seen.in(exhibit, taken.exhibits()));
    visit.tell(
        taken.cut()
            ? Notice.problem("capture.series.cut", taken.exhibits().size())
            : Notice.done("capture.address.kept"));
    return Page.to(found.base() + "/exhibits/" + exhibit + "/address");
  }

  private String note(Visit visit, CaptureCase found, AddressSeen seen)
      throws Refusal, IOException {
    var today = clock.instant().atOffset(ZoneOffset.UTC).toLocalDate();
    var known = new ExhibitReceived.Provenance("", "self-recorded", "", "", "", "", "", "");
    return intake
        .note(
            visit.signedIn(),
            found.open().register(),
            FILE,
            "web",
            seen.file(today.toString()),
            known)
        .id();
  }

  @Access({Role.PERSON, Role.CASEWORKER})
  @GetMapping("/cases/{id}/exhibits/{exhibit}/address")
  Page read(Visit visit, @PathVariable String id, @PathVariable String exhibit) throws Refusal {
    var found = CaptureCase.find(cases, visit, id);
    var one = found.exhibit(exhibit);
    var seen = found.captures().address(exhibit).orElseThrow(ExhibitRefused::notFound);
    cases.looked(found.open(), new Looked("exhibit", one.id(), ""));
    var note = found.exhibits(List.of(seen.exhibit()));
    return Page.of(
        "capture/seen",
        new AddressPage(
            found.base(),
            note.isEmpty() ? one : note.getFirst(),
            seen,
            found.exhibits(seen.attached())));
  }
}
