package org.vigie.node.exhibit.web;

import java.time.Duration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.vigie.kernel.Refusal;
import org.vigie.node.casefile.Cases;
import org.vigie.node.exhibit.Stills;
import org.vigie.node.shell.Access;
import org.vigie.node.shell.Notice;
import org.vigie.node.shell.Page;
import org.vigie.node.shell.Role;
import org.vigie.node.shell.Visit;

/**
 * Decodes a photograph that came before this machine could, or that could not be decoded when it
 * came.
 */
@Controller
final class StillController {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Cases cases;
  private final Stills stills;

  StillController(Cases cases, Stills stills) {
    this.cases = cases;
    this.stills = stills;
  }

  @Access({Role.PERSON, Role.CASEWORKER})
  @PostMapping("/cases/{id}/exhibits/{exhibit}/still")
  Page draw(Visit visit, @PathVariable String id, @PathVariable String exhibit) throws Refusal {
    var found = ExhibitCase.find(cases, visit, id, exhibit);
    if (!stills.draw(found.file(), found.exhibit().received(), PATIENCE)) {
      visit.tell(Notice.problem("exhibit.unread.cage.busy"));
    }
    return Page.to("/cases/" + id + "/exhibits/" + exhibit);
  }
}
