package org.vigie.node.exhibit.web;

import java.io.IOException;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.vigie.imports.ImportRefused;
import org.vigie.kernel.Refusal;
import org.vigie.node.casefile.Cases;
import org.vigie.node.exhibit.ArchiveFiles;
import org.vigie.node.exhibit.Enclosures;
import org.vigie.node.exhibit.ExhibitRefused;
import org.vigie.node.exhibit.Intake;
import org.vigie.node.shell.Access;
import org.vigie.node.shell.Form;
import org.vigie.node.shell.Notice;
import org.vigie.node.shell.Page;
import org.vigie.node.shell.Role;
import org.vigie.node.shell.Visit;

/** Takes files out of an archive by their place in the list of them, never by a name sent. */
@Controller
final class FilesController {

  /** Each costs a process and a look at the archive. */
  private static final int AT_ONCE = 20;

  private final Cases cases;
  private final Intake intake;
  private final Enclosures enclosures;

  FilesController(Cases cases, Intake intake, Enclosures enclosures) {
    this.cases = cases;
    this.intake = intake;
    this.enclosures = enclosures;
  }

  /** Lists the files of an archive that came before that was done, or when it did not work. */
  @Access({Role.PERSON, Role.CASEWORKER})
  @PostMapping("/cases/{id}/exhibits/{exhibit}/files/list")
  Page list(Visit visit, @PathVariable String id, @PathVariable String exhibit) throws Refusal {
    var found = ExhibitCase.find(cases, visit, id, exhibit);
    intake.list(found.file(), found.exhibit());
    return Page.to("/cases/" + id + "/exhibits/" + exhibit);
  }

  /** One file leads to its page; several lead back to the list. */
  @Access({Role.PERSON, Role.CASEWORKER})
  @PostMapping("/cases/{id}/exhibits/{exhibit}/files")
  Page takeOut(Visit visit, @PathVariable String id, @PathVariable String exhibit, Form form)
      throws Refusal, IOException {
    var found = ExhibitCase.find(cases, visit, id, exhibit);
    var held = ArchiveFiles.of(found.file(), found.exhibit()).orElseThrow(ExhibitRefused::notFound);
    var ticked = ticked(form, held);
    var last = "";
    var taken = 0;
    for (var file : ticked.stream().limit(AT_ONCE).toList()) {
      try {
        var who = visit.signedIn();
        last = enclosures.takeOut(who, found.file(), found.exhibit(), held, file).id();
        taken++;
      } catch (ImportRefused damaged) {
        visit.tell(Notice.problem("exhibit.files.damaged"));
      }
    }
    if (ticked.size() == 1 && taken == 1) {
      return Page.to("/cases/" + id + "/exhibits/" + last);
    }
    tell(visit, ticked.size(), taken);
    var from = form.text("from").matches("[0-9]{1,6}") ? "?files=" + form.text("from") : "";
    return Page.to("/cases/" + id + "/exhibits/" + exhibit + from);
  }

  private static List<ArchiveFiles.File> ticked(Form form, ArchiveFiles held) {
    return form.all("file").stream()
        .filter(number -> number.matches("[0-9]{1,6}"))
        .distinct()
        .flatMap(number -> held.numbered(Integer.parseInt(number)).stream())
        .toList();
  }

  private static void tell(Visit visit, int ticked, int taken) {
    if (taken > 0) {
      visit.tell(Notice.done("exhibit.enclosed.done", taken));
    }
    if (ticked == 0) {
      visit.tell(Notice.problem("exhibit.files.none", AT_ONCE));
    } else if (ticked > AT_ONCE) {
      visit.tell(Notice.problem("exhibit.files.most", AT_ONCE));
    }
  }
}
