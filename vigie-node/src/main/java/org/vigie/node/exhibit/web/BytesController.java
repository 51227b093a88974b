package org.vigie.node.exhibit.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.vigie.kernel.Refusal;
import org.vigie.node.casefile.Cases;
import org.vigie.node.exhibit.ExhibitRefused;
import org.vigie.node.exhibit.Exhibits;
import org.vigie.node.exhibit.Receipts;
import org.vigie.node.exhibit.SoundSamples;
import org.vigie.node.shell.Access;
import org.vigie.node.shell.Page;
import org.vigie.node.shell.Role;
import org.vigie.node.shell.Visit;

/** What leaves as bytes: originals, pictures, recordings, receipts. */
@Controller
final class BytesController {

  private final Cases cases;
  private final Receipts receipts;
  private final InstantSource clock;

  BytesController(Cases cases, Receipts receipts, InstantSource clock) {
    this.cases = cases;
    this.receipts = receipts;
    this.clock = clock;
  }

  @Access({Role.PERSON, Role.CASEWORKER})
  @GetMapping("/cases/{id}/exhibits/{exhibit}/original")
  void original(
      Visit visit,
      @PathVariable String id,
      @PathVariable String exhibit,
      HttpServletResponse response)
      throws Refusal, IOException {
    var found = ExhibitCase.find(cases, visit, id, exhibit);
    Exhibits.of(found.file()).noteOnceADay(found.exhibit(), "downloaded", clock.instant());
    var bytes = found.exhibit().received().bytes();
    Media.attachment(found.file(), bytes, found.exhibit().fileName(), response);
  }

  @Access({Role.PERSON, Role.CASEWORKER})
  @GetMapping("/cases/{id}/exhibits/{exhibit}/preview")
  void preview(
      Visit visit,
      @PathVariable String id,
      @PathVariable String exhibit,
      HttpServletResponse response)
      throws Refusal, IOException {
    var found = ExhibitCase.find(cases, visit, id, exhibit);
    var made = found.exhibit().derived("preview").orElseThrow(ExhibitRefused::notFound);
    Media.picture(found.file(), made.bytes(), response);
  }

  @Access({Role.PERSON, Role.CASEWORKER})
  @GetMapping("/cases/{id}/exhibits/{exhibit}/sound")
  void sound(
      Visit visit,
      @PathVariable String id,
      @PathVariable String exhibit,
      HttpServletRequest request,
      HttpServletResponse response)
      throws Refusal, IOException {
    var found = ExhibitCase.find(cases, visit, id, exhibit);
    var received = found.exhibit().received();
    if (!Media.playable(received.file().mediaType())) {
      throw ExhibitRefused.notFound();
    }
    Exhibits.of(found.file()).noteOnceADay(found.exhibit(), "opened", clock.instant());
    var name = found.exhibit().fileName();
    var type = received.file().mediaType();
    Media.sound(found.file(), received.bytes(), type, name, request.getHeader("Range"), response);
  }

  /** The samples of a recording that are cut where parts of it are made silent. */
  @Access({Role.PERSON, Role.CASEWORKER})
  @GetMapping("/cases/{id}/exhibits/{exhibit}/samples")
  void samples(
      Visit visit,
      @PathVariable String id,
      @PathVariable String exhibit,
      HttpServletRequest request,
      HttpServletResponse response)
      throws Refusal, IOException {
    var found = ExhibitCase.find(cases, visit, id, exhibit);
    var made =
        found.exhibit().derived(SoundSamples.KIND).orElseThrow(ExhibitRefused::notFound).bytes();
    Exhibits.of(found.file()).noteOnceADay(found.exhibit(), "opened", clock.instant());
    var name = "exhibit-" + found.exhibit().number() + ".wav";
    Media.sound(found.file(), made, "audio/wav", name, request.getHeader("Range"), response);
  }

  @Access({Role.PERSON, Role.CASEWORKER})
  @GetMapping("/cases/{id}/exhibits/{exhibit}/receipt")
  Page receipt(Visit visit, @PathVariable String id, @PathVariable String exhibit) throws Refusal {
    var found = ExhibitCase.find(cases, visit, id, exhibit).exhibit();
    return Page.of(
        "exhibit/receipt", new ReceiptPage(id, found, receipts.of(found, clock.instant())));
  }

  @Access({Role.PERSON, Role.CASEWORKER})
  @GetMapping("/cases/{id}/exhibits/{exhibit}/receipt.txt")
  void receiptFile(
      Visit visit,
      @PathVariable String id,
      @PathVariable String exhibit,
      HttpServletResponse response)
      throws Refusal, IOException {
    var found = ExhibitCase.find(cases, visit, id, exhibit).exhibit();
    if (!(receipts.of(found, clock.instant()) instanceof Receipts.State.There there)) {
      throw ExhibitRefused.noReceiptYet();
    }
    var text = there.receipt().text().getBytes(StandardCharsets.UTF_8);
    response.setContentType("text/plain;charset=UTF-8");
    response.setHeader("Content-Disposition", "attachment; filename=\"vigie-receipt.txt\"");
    response.setContentLength(text.length);
    response.getOutputStream().write(text);
  }
}
