package org.vigie.node.exhibit.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.vigie.imports.ImportRefused;
import org.vigie.kernel.Refusal;
import org.vigie.node.cage.CageRefused;
import org.vigie.node.casefile.Cases;
import org.vigie.node.casefile.Looked;
import org.vigie.node.exhibit.ExhibitRefused;
import org.vigie.node.exhibit.Exhibits;
import org.vigie.node.exhibit.PageImages;
import org.vigie.node.shell.Access;
import org.vigie.node.shell.Notice;
import org.vigie.node.shell.Page;
import org.vigie.node.shell.Role;
import org.vigie.node.shell.Visit;

/** The pages of a document, one at a time, as pictures. */
@Controller
final class SheetController {

  private final Cases cases;
  private final PageImages images;
  private final InstantSource clock;

  SheetController(Cases cases, PageImages images, InstantSource clock) {
    this.cases = cases;
    this.images = images;
    this.clock = clock;
  }

  @Access({Role.PERSON, Role.CASEWORKER})
  @GetMapping("/cases/{id}/exhibits/{exhibit}/pages")
  Page show(
      Visit visit,
      @PathVariable String id,
      @PathVariable String exhibit,
      @RequestParam(defaultValue = "1") String n,
      @RequestParam(defaultValue = "") String large)
      throws Refusal, IOException {
    var found = ExhibitCase.find(cases, visit, id, exhibit);
    if (!PageImages.possible(found.exhibit())) {
      throw ExhibitRefused.notFound();
    }
    cases.looked(found.open(), new Looked("exhibit", exhibit, ""));
    Exhibits.of(found.file()).noteOnceADay(found.exhibit(), "opened", clock.instant());
    var number = number(n);
    var whole = large.equals("yes");
    if (!images.drawable(found.exhibit())) {
      return Page.of(
          "exhibit/sheet", SheetPage.none(id, found.exhibit(), number, "office.none", false));
    }
    try {
      var sheet = images.page(found.file(), found.exhibit(), number);
      return Page.of(
          "exhibit/sheet", new SheetPage(id, found.exhibit(), number, sheet, "", false, whole));
    } catch (ImportRefused | CageRefused refused) {
      var now = Exhibits.of(found.file()).find(exhibit).orElseThrow(ExhibitRefused::notFound);
      var again = now.missing(PageImages.PAPER).isPresent();
      return Page.of(
          "exhibit/sheet", SheetPage.none(id, found.exhibit(), number, refused.key(), again));
    }
  }

  /** Tries once more to draw the pages of a document of which none could be. */
  @Access({Role.PERSON, Role.CASEWORKER})
  @PostMapping("/cases/{id}/exhibits/{exhibit}/pages")
  Page again(Visit visit, @PathVariable String id, @PathVariable String exhibit)
      throws Refusal, IOException {
    var found = ExhibitCase.find(cases, visit, id, exhibit);
    if (images.drawable(found.exhibit())) {
      try {
        images.again(found.file(), found.exhibit());
      } catch (CageRefused refused) {
        visit.tell(
            Notice.problem(refused.busy() ? "exhibit.unread.cage.busy" : "exhibit.pages.not-now"));
      }
    }
    return Page.to("/cases/" + id + "/exhibits/" + exhibit + "/pages");
  }

  /** The picture of a page that was drawn. */
  @Access({Role.PERSON, Role.CASEWORKER})
  @GetMapping("/cases/{id}/exhibits/{exhibit}/pages/{number}")
  void picture(
      Visit visit,
      @PathVariable String id,
      @PathVariable String exhibit,
      @PathVariable String number,
      HttpServletResponse response)
      throws Refusal, IOException {
    var found = ExhibitCase.find(cases, visit, id, exhibit);
    var sheet =
        PageImages.drawn(found.exhibit(), number(number)).orElseThrow(ExhibitRefused::notFound);
    Media.picture(found.file(), sheet.made().bytes(), response);
  }

  private static int number(String typed) {
    return typed.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(typed) : 1;
  }
}
