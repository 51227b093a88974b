package org.vigie.node.exhibit.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.vigie.kernel.Refusal;
import org.vigie.node.cage.CageRefused;
import org.vigie.node.cage.Turn;
import org.vigie.node.casefile.Cases;
import org.vigie.node.exhibit.ExhibitRefused;
import org.vigie.node.exhibit.Intake;
import org.vigie.node.exhibit.SoundSamples;
import org.vigie.node.exhibit.Waveforms;
import org.vigie.node.picture.Pictures;
import org.vigie.node.shell.Access;
import org.vigie.node.shell.Notice;
import org.vigie.node.shell.Page;
import org.vigie.node.shell.Role;
import org.vigie.node.shell.Visit;

/** The picture of how loud a recording is over its time, and WAV where it plays in no browser. */
@Controller
final class WaveformController {

  /** Longer than any one account may have the turn. */
  private static final Duration PATIENCE = Turn.LONGEST.plusMinutes(1);

  private final Cases cases;
  private final Intake intake;
  private final Waveforms waveforms;
  private final SoundSamples samples;

  WaveformController(Cases cases, Intake intake, Waveforms waveforms, SoundSamples samples) {
    this.cases = cases;
    this.intake = intake;
    this.waveforms = waveforms;
    this.samples = samples;
  }

  @Access({Role.PERSON, Role.CASEWORKER})
  @GetMapping("/cases/{id}/exhibits/{exhibit}/waveform.png")
  void picture(
      Visit visit,
      @PathVariable String id,
      @PathVariable String exhibit,
      @RequestParam(defaultValue = "") String screen,
      HttpServletResponse response)
      throws Refusal, IOException {
    var found = ExhibitCase.find(cases, visit, id, exhibit).exhibit();
    var waveform = Waveforms.of(found, visit.language()).orElseThrow(ExhibitRefused::notFound);
    var width = screen.equals("phone") ? Pictures.PHONE : Pictures.PAGE;
    Media.picture(Pictures.waveform(waveform, width).png(), response);
  }

  /** Measures what is missing of a recording: it came before it could be, or that did not work. */
  @Access({Role.PERSON, Role.CASEWORKER})
  @PostMapping("/cases/{id}/exhibits/{exhibit}/waveform")
  Page measure(Visit visit, @PathVariable String id, @PathVariable String exhibit) throws Refusal {
    var found = ExhibitCase.find(cases, visit, id, exhibit);
    if (!intake.measure(found.file(), found.exhibit())) {
      visit.tell(Notice.problem("exhibit.unread.cage.busy"));
    }
    return Page.to("/cases/" + id + "/exhibits/" + exhibit);
  }

  /** Writes a recording as WAV to be heard; that it failed is told on its page. */
  @Access({Role.PERSON, Role.CASEWORKER})
  @PostMapping("/cases/{id}/exhibits/{exhibit}/samples")
  Page write(Visit visit, @PathVariable String id, @PathVariable String exhibit)
      throws Refusal, IOException {
    var found = ExhibitCase.find(cases, visit, id, exhibit);
    if (!waveforms.possible(found.exhibit().received())) {
      throw ExhibitRefused.notFound();
    }
    var address = "/cases/" + id + "/exhibits/" + exhibit;
    try {
      var _ = samples.write(found.file(), found.exhibit(), PATIENCE);
      return Page.to(address + "?show=yes");
    } catch (CageRefused refused) {
      if (refused.busy()) {
        visit.tell(Notice.problem("exhibit.unread.cage.busy"));
      }
      return Page.to(address);
    }
  }
}
