package org.vigie.node.claim.web;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.vigie.kernel.Refusal;
import org.vigie.node.casefile.CaseRefused;
import org.vigie.node.casefile.Cases;
import org.vigie.node.casefile.Looked;
import org.vigie.node.casefile.SignedInMember;
import org.vigie.node.claim.Claims;
import org.vigie.node.claim.MailKeyGiven;
import org.vigie.node.claim.Said;
import org.vigie.node.exhibit.Enclosures;
import org.vigie.node.exhibit.Exhibit;
import org.vigie.node.exhibit.ExhibitRefused;
import org.vigie.node.exhibit.Exhibits;
import org.vigie.node.shell.Access;
import org.vigie.node.shell.Form;
import org.vigie.node.shell.Notice;
import org.vigie.node.shell.Page;
import org.vigie.node.shell.Role;
import org.vigie.node.shell.Visit;
import org.vigie.register.OpenRegister;

/** What an exhibit says of itself, looked up when somebody asks, and keys of mail servers. */
@Controller
final class ClaimController {

  private final Cases cases;
  private final Claims claims;
  private final Enclosures enclosures;
  private final InstantSource clock;

  ClaimController(Cases cases, Claims claims, Enclosures enclosures, InstantSource clock) {
    this.cases = cases;
    this.claims = claims;
    this.enclosures = enclosures;
    this.clock = clock;
  }

  private record Found(Cases.Open open, Exhibit exhibit) {

    OpenRegister file() {
      return open.register();
    }
  }

  private Found find(Visit visit, String id, String exhibit) throws Refusal {
    var open = cases.find(SignedInMember.of(visit), id).orElseThrow(CaseRefused::notFound);
    return new Found(
        open, Exhibits.of(open.register()).find(exhibit).orElseThrow(ExhibitRefused::notFound));
  }

  @Access({Role.PERSON, Role.CASEWORKER})
  @GetMapping("/cases/{id}/exhibits/{exhibit}/claims")
  Page read(Visit visit, @PathVariable String id, @PathVariable String exhibit, Form form)
      throws Refusal {
    var found = find(visit, id, exhibit);
    cases.looked(found.open(), new Looked("exhibit", exhibit, ""));
    var placed = form.has("place");
    if (placed) {
      // Where somebody was is part of the content, and opening it is noted like any other.
      Exhibits.of(found.file()).noteOnceADay(found.exhibit(), "opened", clock.instant());
    }
    var said = Claims.of(found.exhibit());
    return Page.of(
        "claim/one",
        new ClaimPage(
            "/cases/" + id,
            found.exhibit(),
            said.isPresent(),
            said.orElse(List.of()),
            placed,
            Claims.keys(found.file(), exhibit),
            elsewhere(found, said.orElse(List.of()))));
  }

  /** The exhibit that a manifest which came alone was made for, if it is in the case. */
  private static Optional<Exhibit> elsewhere(Found found, List<Said> said) throws Refusal {
    for (var one : said) {
      if (one.name().equals("c2pa.of")) {
        return Claims.withBytes(found.file(), one.value());
      }
    }
    return Optional.empty();
  }

  @Access({Role.PERSON, Role.CASEWORKER})
  @PostMapping("/cases/{id}/exhibits/{exhibit}/claims")
  Page look(Visit visit, @PathVariable String id, @PathVariable String exhibit)
      throws Refusal, IOException {
    var found = find(visit, id, exhibit);
    claims.look(found.file(), found.exhibit());
    return Page.to("/cases/" + id + "/exhibits/" + exhibit + "/claims");
  }

  /** What a bundle is about becomes an exhibit of its own that says where it was. */
  @Access({Role.PERSON, Role.CASEWORKER})
  @PostMapping("/cases/{id}/exhibits/{exhibit}/claims/media")
  Page media(Visit visit, @PathVariable String id, @PathVariable String exhibit, Form form)
      throws Refusal, IOException {
    var found = find(visit, id, exhibit);
    for (var one : Claims.of(found.exhibit()).orElse(List.of())) {
      if (one.name().equals("proof.name") && one.value().equals(form.text("name"))) {
        var media = new Enclosures.Named(one.value(), -1);
        var out = enclosures.takeOut(visit.signedIn(), found.file(), found.exhibit(), media);
        visit.tell(Notice.done("claim.media.kept"));
        return Page.to("/cases/" + id + "/exhibits/" + out.id());
      }
    }
    return Page.to("/cases/" + id + "/exhibits/" + exhibit + "/claims");
  }

  @Access({Role.PERSON, Role.CASEWORKER})
  @PostMapping("/cases/{id}/exhibits/{exhibit}/claims/key")
  Page key(Visit visit, @PathVariable String id, @PathVariable String exhibit, Form form)
      throws Refusal, IOException {
    var found = find(visit, id, exhibit);
    var domain = form.text("domain");
    var selector = form.text("selector");
    var there =
        Claims.of(found.exhibit()).orElse(List.of()).stream()
            .anyMatch(one -> one.name().equals("mail.domain") && one.value().equals(domain));
    var record = form.raw("record-" + form.text("about")).strip();
    if (!there || record.isEmpty()) {
      visit.tell(Notice.problem("claim.key.none"));
    } else {
      claims.give(
          found.file(), found.exhibit(), new MailKeyGiven(exhibit, domain, selector, record));
      visit.tell(Notice.done("claim.key.kept"));
    }
    return Page.to("/cases/" + id + "/exhibits/" + exhibit + "/claims");
  }
}
