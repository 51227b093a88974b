package org.vigie.node.dossier.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.vigie.kernel.BlobId;
import org.vigie.kernel.Refusal;
import org.vigie.node.casefile.CaseRefused;
import org.vigie.node.casefile.Cases;
import org.vigie.node.casefile.Looked;
import org.vigie.node.casefile.SignedInMember;
import org.vigie.node.dossier.Covering;
import org.vigie.node.dossier.Dossiers;
import org.vigie.node.dossier.Legible;
import org.vigie.node.dossier.Material;
import org.vigie.node.dossier.Redactions;
import org.vigie.node.dossier.Releases;
import org.vigie.node.exhibit.CoveredCopies;
import org.vigie.node.exhibit.Exhibit;
import org.vigie.node.exhibit.ExhibitDerived;
import org.vigie.node.exhibit.Pointing;
import org.vigie.node.shell.Access;
import org.vigie.node.shell.Form;
import org.vigie.node.shell.Notice;
import org.vigie.node.shell.Page;
import org.vigie.node.shell.Role;
import org.vigie.node.shell.Visit;

/** Covering lines, parts of a picture, spans of a recording, in a copy for one dossier. */
@Controller
final class CoverController {

  private final Cases cases;
  private final Releases releases;
  private final Covering covering;

  CoverController(Cases cases, Releases releases, Covering covering) {
    this.cases = cases;
    this.releases = releases;
    this.covering = covering;
  }

  @Access({Role.PERSON, Role.CASEWORKER})
  @GetMapping("/cases/{id}/dossiers/{dossier}/exhibits/{exhibit}")
  Page show(
      Visit visit,
      @PathVariable String id,
      @PathVariable String dossier,
      @PathVariable String exhibit,
      @RequestParam(defaultValue = "1") String from,
      Form form)
      throws Refusal, IOException {
    var material = material(visit, id, dossier);
    var found = exhibit(material, exhibit);
    cases.looked(material.open(), new Looked("exhibit", exhibit, ""));
    var first = from.matches("[0-9]{1,7}") ? Integer.parseInt(from) - 1 : 0;
    var units =
        Redactions.way(found) == Redactions.Way.TEXT
            ? covering.legible(material, found).units()
            : List.<Legible.Unit>of();
    var way = Redactions.way(found);
    var heard = way == Redactions.Way.SOUND || way == Redactions.Way.DECODED;
    var decodes = heard && covering.decodes();
    var listening = heard ? covering.listening(material, found) : Redactions.Listening.NOTHING;
    return Page.of(
        "dossier/cover",
        CoverPage.of(id, material, found, units, first, decodes, listening).pointing(form));
  }

  /** Decodes a recording, so that parts can be chosen, where that was not done by itself. */
  @Access({Role.PERSON, Role.CASEWORKER})
  @PostMapping("/cases/{id}/dossiers/{dossier}/exhibits/{exhibit}/listen")
  Page listen(
      Visit visit,
      @PathVariable String id,
      @PathVariable String dossier,
      @PathVariable String exhibit)
      throws Refusal, IOException {
    var material = material(visit, id, dossier);
    covering.listen(material, exhibit(material, exhibit));
    return Page.to("/cases/" + id + "/dossiers/" + dossier + "/exhibits/" + exhibit);
  }

  @Access({Role.PERSON, Role.CASEWORKER})
  @PostMapping("/cases/{id}/dossiers/{dossier}/exhibits/{exhibit}")
  Page cover(
      Visit visit,
      @PathVariable String id,
      @PathVariable String dossier,
      @PathVariable String exhibit,
      Form form)
      throws Refusal, IOException {
    var material = material(visit, id, dossier);
    var found = exhibit(material, exhibit);
    var copy = covering.cover(material, found, form);
    var register = material.open().register();
    var contents = material.draft().contents().showing(exhibit, copy.derived());
    Dossiers.of(register).draft(material.draft().with(contents));
    visit.tell(Notice.done("dossier.cover.kept"));
    return Page.to("/cases/" + id + "/dossiers/" + dossier + "/exhibits/" + exhibit);
  }

  /** The picture as it was received, drawn anew without metadata. */
  @Access({Role.PERSON, Role.CASEWORKER})
  @GetMapping("/cases/{id}/dossiers/{dossier}/exhibits/{exhibit}/picture")
  void picture(
      Visit visit,
      @PathVariable String id,
      @PathVariable String dossier,
      @PathVariable String exhibit,
      HttpServletResponse response)
      throws Refusal, IOException {
    var material = material(visit, id, dossier);
    var preview = exhibit(material, exhibit).derived("preview").orElseThrow(CaseRefused::noItem);
    send(material, preview, response);
  }

  /** The picture while somebody points at parts of it. */
  @Access({Role.PERSON, Role.CASEWORKER})
  @GetMapping("/cases/{id}/dossiers/{dossier}/exhibits/{exhibit}/look")
  void look(
      Visit visit,
      @PathVariable String id,
      @PathVariable String dossier,
      @PathVariable String exhibit,
      Form form,
      HttpServletResponse response)
      throws Refusal, IOException {
    var material = material(visit, id, dossier);
    var found = exhibit(material, exhibit);
    var png = covering.look(material, found, Pointing.read(form, found, List.of()));
    response.setContentType("image/png");
    response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
    response.setContentLength(png.length);
    response.getOutputStream().write(png);
  }

  /** The copy with parts covered that this dossier shows. */
  @Access({Role.PERSON, Role.CASEWORKER})
  @GetMapping("/cases/{id}/dossiers/{dossier}/exhibits/{exhibit}/copy")
  void copy(
      Visit visit,
      @PathVariable String id,
      @PathVariable String dossier,
      @PathVariable String exhibit,
      HttpServletResponse response)
      throws Refusal, IOException {
    var material = material(visit, id, dossier);
    var copy =
        CoveredCopies.copy(exhibit(material, exhibit), Covering.shown(material, exhibit))
            .orElseThrow(CaseRefused::noItem);
    send(material, copy, response);
  }

  /** Only what we made ourselves is shown: pictures drawn anew, silenced recordings, plain text. */
  private static void send(Material material, ExhibitDerived made, HttpServletResponse response)
      throws Refusal, IOException {
    response.setContentType(
        switch (made.mediaType()) {
          case "image/png" -> "image/png";
          case "audio/wav" -> "audio/wav";
          default -> "text/plain;charset=UTF-8";
        });
    response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
    response.setContentLengthLong(made.bytes().length());
    try (var in = material.open().register().openBlob(new BlobId(made.bytes().blob()))) {
      in.transferTo(response.getOutputStream());
    }
  }

  private static Exhibit exhibit(Material material, String id) throws CaseRefused {
    var found = material.exhibits().get(id);
    if (found == null) {
      throw CaseRefused.noItem();
    }
    return found;
  }

  private Material material(Visit visit, String id, String dossier) throws Refusal {
    var open = cases.find(SignedInMember.of(visit), id).orElseThrow(CaseRefused::notFound);
    return releases.material(open, dossier);
  }
}
