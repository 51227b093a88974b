package org.vigie.node.exhibit.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.vigie.kernel.BlobId;
import org.vigie.kernel.Refusal;
import org.vigie.node.casefile.Cases;
import org.vigie.node.casefile.Looked;
import org.vigie.node.exhibit.Exhibit;
import org.vigie.node.exhibit.Exhibits;
import org.vigie.node.exhibit.Reading;
import org.vigie.node.exhibit.Renderings;
import org.vigie.node.exhibit.Sift;
import org.vigie.node.shell.Access;
import org.vigie.node.shell.Form;
import org.vigie.node.shell.Page;
import org.vigie.node.shell.Role;
import org.vigie.node.shell.Visit;
import org.vigie.register.OpenRegister;

/**
 * Finds words in all exhibits of a case at once, in memory. They are posted, so that no address
 * ever holds them, and kept nowhere.
 */
@Controller
final class AcrossController {

  private static final int MOST_SHOWN = 10;

  private final Cases cases;

  AcrossController(Cases cases) {
    this.cases = cases;
  }

  @Access({Role.PERSON, Role.CASEWORKER})
  @PostMapping("/cases/{id}/exhibits/search")
  Page search(Visit visit, @PathVariable String id, Form form) throws Refusal, IOException {
    var open = ExhibitCase.find(cases, visit, id);
    if (!form.has("wanted")) {
      return Page.to("/cases/" + id + "/exhibits");
    }
    var sift = new Sift("", "", form.text("wanted"));
    var found = new ArrayList<AcrossPage.Found>();
    for (var exhibit : Exhibits.of(open.register()).inOrder()) {
      var one = in(open.register(), exhibit, sift);
      if (one.all() > 0 || one.elsewhere()) {
        found.add(one);
        cases.looked(open, new Looked("exhibit", exhibit.id(), ""));
      }
    }
    return Page.of("exhibit/across", new AcrossPage(id, form.text("wanted"), List.copyOf(found)));
  }

  private static AcrossPage.Found in(OpenRegister file, Exhibit exhibit, Sift sift)
      throws Refusal, IOException {
    var reading = Reading.of(file, exhibit);
    if (reading.isEmpty()) {
      var elsewhere = written(file, exhibit, sift) || beside(file, exhibit, sift);
      return new AcrossPage.Found(exhibit, List.of(), 0, elsewhere);
    }
    var slice = reading.get().sifted(sift, 1);
    var first = slice.messages().subList(0, Math.min(MOST_SHOWN, slice.messages().size()));
    return new AcrossPage.Found(exhibit, first, slice.all(), beside(file, exhibit, sift));
  }

  private static boolean written(OpenRegister file, Exhibit exhibit, Sift sift)
      throws Refusal, IOException {
    var text = exhibit.derived("text");
    if (text.isEmpty()) {
      return false;
    }
    try (var in = file.openBlob(new BlobId(text.get().bytes().blob()))) {
      return sift.holds(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private static boolean beside(OpenRegister file, Exhibit exhibit, Sift sift) throws Refusal {
    return Renderings.of(file).beside(exhibit.id()).stream()
        .anyMatch(one -> sift.holds(one.made().words()));
  }
}
