package org.vigie.node.dossier.web;

import java.util.ArrayList;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.vigie.kernel.Refusal;
import org.vigie.node.casefile.CaseRefused;
import org.vigie.node.casefile.Cases;
import org.vigie.node.casefile.SignedInMember;
import org.vigie.node.consent.Consents;
import org.vigie.node.dossier.Dossiers;
import org.vigie.node.dossier.Material;
import org.vigie.node.dossier.Releases;
import org.vigie.node.shell.Access;
import org.vigie.node.shell.Form;
import org.vigie.node.shell.Notice;
import org.vigie.node.shell.Page;
import org.vigie.node.shell.Role;
import org.vigie.node.shell.Visit;
import org.vigie.register.Author;

/** Consent for exactly one recipient, and the list of what has left under any. */
@Controller
final class AgreementController {

  private final Cases cases;
  private final Releases releases;

  AgreementController(Cases cases, Releases releases) {
    this.cases = cases;
    this.releases = releases;
  }

  @Access({Role.PERSON, Role.CASEWORKER})
  @GetMapping("/cases/{id}/dossiers/{dossier}/consent")
  Page ask(Visit visit, @PathVariable String id, @PathVariable String dossier) throws Refusal {
    var material = material(visit, id, dossier);
    if (unaddressed(material)) {
      return Page.to("/cases/" + id + "/dossiers/" + dossier + "/recipient");
    }
    return Page.of("dossier/consent", AgreementPage.of(material));
  }

  @Access({Role.PERSON, Role.CASEWORKER})
  @PostMapping("/cases/{id}/dossiers/{dossier}/consent")
  Page answer(Visit visit, @PathVariable String id, @PathVariable String dossier, Form form)
      throws Refusal {
    var material = material(visit, id, dossier);
    if (form.has("answer") && !unaddressed(material)) {
      var answer = AgreementPage.of(material).read(form, visit.language().tag());
      Consents.of(material.open().register()).answer(answer);
      visit.tell(Notice.done("dossier.consent.kept"));
    }
    return Page.to("/cases/" + id + "/dossiers/" + dossier + "/contents");
  }

  /** Without a recipient an answer would be one for everybody. */
  private static boolean unaddressed(Material material) {
    return material.draft().recipient().name().isEmpty() || material.draft().purpose().isEmpty();
  }

  @Access({Role.PERSON, Role.CASEWORKER})
  @GetMapping("/cases/{id}/sent")
  Page sent(Visit visit, @PathVariable String id) throws Refusal {
    var open = find(visit, id);
    var rows = new ArrayList<SentPage.Row>();
    for (var sent : Dossiers.of(open.register()).sent()) {
      var by = "former";
      for (var member : open.register().members()) {
        if (new Author.Member(member.id()).equals(sent.by())) {
          by = member.role().name();
        }
      }
      rows.add(new SentPage.Row(sent, by));
    }
    return Page.of("dossier/sent", new SentPage(id, rows));
  }

  private Material material(Visit visit, String id, String dossier) throws Refusal {
    return releases.material(find(visit, id), dossier);
  }

  private Cases.Open find(Visit visit, String id) throws Refusal {
    return cases.find(SignedInMember.of(visit), id).orElseThrow(CaseRefused::notFound);
  }
}
