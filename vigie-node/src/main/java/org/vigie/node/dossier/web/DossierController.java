package org.vigie.node.dossier.web;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.vigie.kernel.Refusal;
import org.vigie.node.casefile.CaseRefused;
import org.vigie.node.casefile.Cases;
import org.vigie.node.casefile.Looked;
import org.vigie.node.casefile.SignedInMember;
import org.vigie.node.dossier.DossierDrafted;
import org.vigie.node.dossier.Dossiers;
import org.vigie.node.dossier.Material;
import org.vigie.node.dossier.Recipients;
import org.vigie.node.dossier.Releases;
import org.vigie.node.dossier.Spoken;
import org.vigie.node.dossier.WordsCovered;
import org.vigie.node.shell.Access;
import org.vigie.node.shell.Form;
import org.vigie.node.shell.Notice;
import org.vigie.node.shell.Page;
import org.vigie.node.shell.Role;
import org.vigie.node.shell.Visit;

/** Making a dossier: for whom, what of it, which words stay; nothing leaves here. */
@Controller
final class DossierController {

  private final Cases cases;
  private final Releases releases;
  private final SecureRandom random;

  DossierController(Cases cases, Releases releases, SecureRandom random) {
    this.cases = cases;
    this.releases = releases;
    this.random = random;
  }

  @Access({Role.PERSON, Role.CASEWORKER})
  @GetMapping("/cases/{id}/dossiers")
  Page list(Visit visit, @PathVariable String id) throws Refusal {
    var dossiers = Dossiers.of(find(visit, id).register()).inOrder();
    return Page.of("dossier/list", new DossiersPage(id, dossiers.reversed()));
  }

  @Access({Role.PERSON, Role.CASEWORKER})
  @PostMapping("/cases/{id}/dossiers")
  Page begin(Visit visit, @PathVariable String id, Form form) throws Refusal {
    var open = find(visit, id);
    var kind = form.text("kind");
    if (kind.isEmpty()) {
      return Page.to("/cases/" + id + "/dossiers");
    }
    var complaint = kind.equals(DossierDrafted.COMPLAINT);
    var language = complaint ? "fr" : visit.language().tag();
    var draft = DossierDrafted.blank(freshId(), kind, language);
    Dossiers.of(open.register()).draft(draft);
    return Page.to("/cases/" + id + "/dossiers/" + draft.dossier() + "/recipient");
  }

  @Access({Role.PERSON, Role.CASEWORKER})
  @GetMapping("/cases/{id}/dossiers/{dossier}")
  Page glance(Visit visit, @PathVariable String id, @PathVariable String dossier) throws Refusal {
    var material = material(visit, id, dossier);
    cases.looked(material.open(), new Looked("dossier", dossier, ""));
    return Page.of("dossier/glance", new DossierPage(material, releases.choices(material)));
  }

  @Access({Role.PERSON, Role.CASEWORKER})
  @GetMapping("/cases/{id}/dossiers/{dossier}/recipient")
  Page recipient(Visit visit, @PathVariable String id, @PathVariable String dossier)
      throws Refusal {
    var material = material(visit, id, dossier);
    return Page.of(
        "dossier/recipient",
        new RecipientPage(id, material.dossier(), Recipients.shownName(material)));
  }

  @Access({Role.PERSON, Role.CASEWORKER})
  @PostMapping("/cases/{id}/dossiers/{dossier}/recipient")
  Page keepRecipient(Visit visit, @PathVariable String id, @PathVariable String dossier, Form form)
      throws Refusal {
    var dossiers = Dossiers.of(find(visit, id).register());
    var before = dossiers.find(dossier).draft();
    dossiers.draft(RecipientPage.read(before, form));
    visit.tell(Notice.done("dossier.kept"));
    var next = before.contents().hasNothing() ? "/contents" : "";
    return Page.to(base(id, dossier) + next);
  }

  @Access({Role.PERSON, Role.CASEWORKER})
  @GetMapping("/cases/{id}/dossiers/{dossier}/contents")
  Page contents(Visit visit, @PathVariable String id, @PathVariable String dossier) throws Refusal {
    return Page.of("dossier/contents", new ContentsPage(material(visit, id, dossier)));
  }

  @Access({Role.PERSON, Role.CASEWORKER})
  @PostMapping("/cases/{id}/dossiers/{dossier}/contents")
  Page keepContents(Visit visit, @PathVariable String id, @PathVariable String dossier, Form form)
      throws Refusal {
    var material = material(visit, id, dossier);
    var contents = new ContentsPage(material).read(form);
    Dossiers.of(material.open().register()).draft(material.draft().with(contents));
    visit.tell(Notice.done("dossier.kept"));
    return Page.to(base(id, dossier));
  }

  @Access({Role.PERSON, Role.CASEWORKER})
  @GetMapping("/cases/{id}/dossiers/{dossier}/words/{kind}/{item}")
  Page words(
      Visit visit,
      @PathVariable String id,
      @PathVariable String dossier,
      @PathVariable String kind,
      @PathVariable String item)
      throws Refusal {
    var material = material(visit, id, dossier);
    var words = spoken(material, kind, item);
    return Page.of(
        "dossier/words",
        new WordsPage(
            id,
            material.dossier(),
            "/words/" + kind + "/" + item,
            words,
            material.covered(words),
            material.outdated(words)));
  }

  @Access({Role.PERSON, Role.CASEWORKER})
  @PostMapping("/cases/{id}/dossiers/{dossier}/words/{kind}/{item}")
  Page keepWords(
      Visit visit,
      @PathVariable String id,
      @PathVariable String dossier,
      @PathVariable String kind,
      @PathVariable String item,
      Form form)
      throws Refusal {
    var material = material(visit, id, dossier);
    var words = spoken(material, kind, item);
    var passages =
        words.passages().stream()
            .map(Spoken.Passage::number)
            .filter(number -> form.all("passage").contains(Integer.toString(number)))
            .toList();
    Dossiers.of(material.open().register())
        .cover(new WordsCovered(dossier, words.key(), words.fingerprint(), passages));
    visit.tell(Notice.done("dossier.words.kept"));
    return Page.to(base(id, dossier));
  }

  private static Spoken spoken(Material material, String kind, String item) throws CaseRefused {
    for (var told : material.open().file().accounts()) {
      if (kind.equals("account") && Long.toString(told.sequence()).equals(item)) {
        return material.spoken(told);
      }
    }
    for (var incident : material.incidents()) {
      if (kind.equals("incident") && incident.id().equals(item)) {
        return material.spoken(incident);
      }
    }
    throw CaseRefused.noItem();
  }

  @Access({Role.PERSON, Role.CASEWORKER})
  @PostMapping("/cases/{id}/dossiers/{dossier}/drop")
  Page drop(Visit visit, @PathVariable String id, @PathVariable String dossier) throws Refusal {
    var dossiers = Dossiers.of(find(visit, id).register());
    dossiers.draft(dossiers.find(dossier).draft().givenUp());
    visit.tell(Notice.done("dossier.dropped"));
    return Page.to("/cases/" + id + "/dossiers");
  }

  private Material material(Visit visit, String id, String dossier) throws Refusal {
    return releases.material(find(visit, id), dossier);
  }

  private Cases.Open find(Visit visit, String id) throws Refusal {
    return cases.find(SignedInMember.of(visit), id).orElseThrow(CaseRefused::notFound);
  }

  private static String base(String id, String dossier) {
    return "/cases/" + id + "/dossiers/" + dossier;
  }

  private String freshId() {
    var bytes = new byte[8];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
