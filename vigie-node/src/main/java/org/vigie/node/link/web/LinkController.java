package org.vigie.node.link.web;

import java.util.ArrayList;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.vigie.kernel.Refusal;
import org.vigie.node.casefile.CaseRefused;
import org.vigie.node.casefile.Cases;
import org.vigie.node.casefile.SignedInMember;
import org.vigie.node.incident.Incidents;
import org.vigie.node.link.FilingJob;
import org.vigie.node.link.LinkDesk;
import org.vigie.node.link.Offers;
import org.vigie.node.shell.Access;
import org.vigie.node.shell.Form;
import org.vigie.node.shell.Notice;
import org.vigie.node.shell.Page;
import org.vigie.node.shell.Role;
import org.vigie.node.shell.Visit;

/**
 * Links of one case: what takes part, what the house told, what this side answers. In all cases of
 * whoever is here, what earlier rules filed is filed again.
 */
@Controller
final class LinkController {

  private final Cases cases;
  private final Offers offers;
  private final LinkDesk desk;
  private final FilingJob job;

  LinkController(Cases cases, Offers offers, LinkDesk desk, FilingJob job) {
    this.cases = cases;
    this.offers = offers;
    this.desk = desk;
    this.job = job;
  }

  @Access({Role.PERSON, Role.CASEWORKER})
  @GetMapping("/cases/{id}/links")
  Page links(Visit visit, @PathVariable String id) throws Refusal {
    var file = find(visit, id).register();
    offers.refresh(file);
    desk.settle(SignedInMember.of(visit), file);
    var rows = new ArrayList<LinksPage.Row>();
    for (var incident : Incidents.of(file).happened()) {
      rows.add(new LinksPage.Row(incident, offers.look(file, incident)));
    }
    var agreed = offers.consent(file).isPresent();
    return Page.of("link/links", new LinksPage(id, agreed, rows, desk.views(file)));
  }

  @Access({Role.PERSON, Role.CASEWORKER})
  @PostMapping("/links/again")
  Page again(Visit visit) throws Refusal {
    var left = job.run(SignedInMember.of(visit));
    visit.tell(Notice.done(left ? "link.again.more" : "link.again.done"));
    return Page.to("/cases");
  }

  @Access({Role.PERSON, Role.CASEWORKER})
  @PostMapping("/cases/{id}/links/incidents/{incident}")
  Page approve(Visit visit, @PathVariable String id, @PathVariable String incident, Form form)
      throws Refusal {
    var file = find(visit, id).register();
    var read = Incidents.of(file).find(incident).orElseThrow(CaseRefused::noItem);
    var approved = offers.approve(file, read, form.text("read"));
    visit.tell(approved ? Notice.done("link.approved") : Notice.problem("link.approved.not"));
    return Page.to("/cases/" + id + "/links");
  }

  @Access({Role.PERSON, Role.CASEWORKER})
  @PostMapping("/cases/{id}/links/{link}")
  Page answer(Visit visit, @PathVariable String id, @PathVariable String link, Form form)
      throws Refusal {
    var file = find(visit, id).register();
    desk.answer(SignedInMember.of(visit), file, link, form.text("answer"));
    visit.tell(Notice.done("link.answer.kept"));
    return Page.to("/cases/" + id + "/links");
  }

  private Cases.Open find(Visit visit, String id) throws Refusal {
    return cases.find(SignedInMember.of(visit), id).orElseThrow(CaseRefused::notFound);
  }
}
