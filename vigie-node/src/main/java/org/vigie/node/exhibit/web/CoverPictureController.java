package org.vigie.node.exhibit.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.vigie.kernel.Refusal;
import org.vigie.node.casefile.Cases;
import org.vigie.node.casefile.Looked;
import org.vigie.node.exhibit.CoverForm;
import org.vigie.node.exhibit.CoveredCopies;
import org.vigie.node.exhibit.ExhibitRefused;
import org.vigie.node.exhibit.Exhibits;
import org.vigie.node.exhibit.PictureCover;
import org.vigie.node.exhibit.Pointing;
import org.vigie.node.shell.Access;
import org.vigie.node.shell.Form;
import org.vigie.node.shell.Notice;
import org.vigie.node.shell.Page;
import org.vigie.node.shell.Role;
import org.vigie.node.shell.Visit;

/** Copies of a picture in which faces and other parts are covered for good. */
@Controller
final class CoverPictureController {

  private final Cases cases;
  private final PictureCover pictures;
  private final InstantSource clock;

  CoverPictureController(Cases cases, PictureCover pictures, InstantSource clock) {
    this.cases = cases;
    this.pictures = pictures;
    this.clock = clock;
  }

  @Access({Role.PERSON, Role.CASEWORKER})
  @GetMapping("/cases/{id}/exhibits/{exhibit}/cover")
  Page show(Visit visit, @PathVariable String id, @PathVariable String exhibit, Form form)
      throws Refusal {
    var found = picture(visit, id, exhibit);
    cases.looked(found.open(), new Looked("exhibit", exhibit, ""));
    Exhibits.of(found.file()).noteOnceADay(found.exhibit(), "opened", clock.instant());
    var pointing = Pointing.read(form, found.exhibit(), List.of());
    return Page.of("exhibit/cover", new CoverPicturePage(id, found.exhibit(), pointing));
  }

  /** The picture while somebody points at parts of it. */
  @Access({Role.PERSON, Role.CASEWORKER})
  @GetMapping("/cases/{id}/exhibits/{exhibit}/cover/look")
  void look(
      Visit visit,
      @PathVariable String id,
      @PathVariable String exhibit,
      Form form,
      HttpServletResponse response)
      throws Refusal, IOException {
    var found = picture(visit, id, exhibit);
    var pointing = Pointing.read(form, found.exhibit(), List.of());
    Media.picture(pictures.look(found.file(), found.exhibit(), pointing), response);
  }

  @Access({Role.PERSON, Role.CASEWORKER})
  @PostMapping("/cases/{id}/exhibits/{exhibit}/cover")
  Page cover(Visit visit, @PathVariable String id, @PathVariable String exhibit, Form form)
      throws Refusal, IOException {
    var found = picture(visit, id, exhibit);
    var plan = CoverForm.picture(form);
    var base = "/cases/" + id + "/exhibits/" + exhibit;
    if (plan.areas().isEmpty() && plan.cells().isEmpty()) {
      visit.tell(Notice.problem("exhibit.cover.nothing"));
      return Page.to(base + "/cover");
    }
    pictures.cover(found.file(), found.exhibit(), plan);
    visit.tell(Notice.done("exhibit.cover.kept"));
    return Page.to(base + "?show=yes");
  }

  /** A copy of a picture with parts covered. */
  @Access({Role.PERSON, Role.CASEWORKER})
  @GetMapping("/cases/{id}/exhibits/{exhibit}/copies/{copy}")
  void copy(
      Visit visit,
      @PathVariable String id,
      @PathVariable String exhibit,
      @PathVariable String copy,
      HttpServletResponse response)
      throws Refusal, IOException {
    var found = ExhibitCase.find(cases, visit, id, exhibit);
    var made =
        CoveredCopies.copy(found.exhibit(), copy)
            .filter(one -> one.mediaType().equals("image/png"))
            .orElseThrow(ExhibitRefused::notFound);
    Media.picture(found.file(), made.bytes(), response);
  }

  private ExhibitCase picture(Visit visit, String id, String exhibit) throws Refusal {
    var found = ExhibitCase.find(cases, visit, id, exhibit);
    if (!PictureCover.possible(found.exhibit())) {
      throw ExhibitRefused.notFound();
    }
    return found;
  }
}
