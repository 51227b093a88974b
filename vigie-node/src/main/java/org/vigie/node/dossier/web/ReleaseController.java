package org.vigie.node.dossier.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.vigie.kernel.Language;
import org.vigie.kernel.Refusal;
import org.vigie.kernel.Secret;
import org.vigie.node.casefile.CaseRefused;
import org.vigie.node.casefile.Cases;
import org.vigie.node.casefile.SignedInMember;
import org.vigie.node.dossier.Material;
import org.vigie.node.dossier.Releases;
import org.vigie.node.shell.Access;
import org.vigie.node.shell.Form;
import org.vigie.node.shell.Page;
import org.vigie.node.shell.Role;
import org.vigie.node.shell.Visit;
import org.vigie.seal.PassphraseRecipient;
import org.vigie.seal.Passphrases;
import org.vigie.seal.Recipient;
import org.vigie.seal.SealRefused;

/** The last look, and the way out: only after the passphrase was given again. */
@Controller
final class ReleaseController {

  private static final int WORDS = 7;

  private final Cases cases;
  private final Releases releases;
  private final SecureRandom random;

  ReleaseController(Cases cases, Releases releases, SecureRandom random) {
    this.cases = cases;
    this.releases = releases;
    this.random = random;
  }

  @Access(
      value = {Role.PERSON, Role.CASEWORKER},
      askAgain = true)
  @GetMapping("/cases/{id}/dossiers/{dossier}/release")
  Page look(Visit visit, @PathVariable String id, @PathVariable String dossier)
      throws Refusal, IOException {
    return page(material(visit, id, dossier), "", false);
  }

  @Access(
      value = {Role.PERSON, Role.CASEWORKER},
      askAgain = true)
  @PostMapping("/cases/{id}/dossiers/{dossier}/release")
  @Nullable Page release(
      Visit visit,
      @PathVariable String id,
      @PathVariable String dossier,
      Form form,
      HttpServletResponse response)
      throws Refusal, IOException {
    var material = material(visit, id, dossier);
    var wanted = form.text("form").equals("pdf") ? Releases.Form.PDF : Releases.Form.PACKAGE;
    switch (form.text("seal")) {
      case "open" -> send(releases.release(material, wanted, null), response);
      case "key" -> {
        var key = key(form.text("key"));
        if (key == null) {
          return page(material, form.text("key"), true);
        }
        send(releases.release(material, wanted, key), response);
      }
      default -> {
        var typed = form.raw("passphrase");
        if (typed.split(" ", -1).length != WORDS) {
          releases.choices(material).require();
          var fresh = Passphrases.generate(Language.ofTag(material.draft().language()), random);
          return Page.of(
              "dossier/passphrase",
              new PassphrasePage(id, material.dossier(), wanted.code(), fresh));
        }
        try (var secret = Secret.take(typed.getBytes(UTF_8))) {
          send(releases.release(material, wanted, new PassphraseRecipient(secret)), response);
        }
      }
    }
    return null;
  }

  private static @Nullable Recipient key(String text) {
    try {
      return Recipient.parse(text);
    } catch (SealRefused notAKey) {
      return null;
    }
  }

  /** As an attachment that no browser shows or runs; not one byte of it waits on a disk. */
  private static void send(Releases.Handout handout, HttpServletResponse response)
      throws IOException {
    response.setContentType("application/octet-stream");
    response.setHeader(
        "Content-Disposition", "attachment; filename=\"" + handout.fileName() + "\"");
    response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
    handout.body().writeTo(response.getOutputStream());
    response.flushBuffer();
  }

  private Page page(Material material, String key, boolean wrongKey) throws Refusal, IOException {
    var check = releases.check(material, Releases.Form.PACKAGE);
    return Page.of("dossier/release", new ReleasePage(material, check, key, wrongKey));
  }

  private Material material(Visit visit, String id, String dossier) throws Refusal {
    var open = cases.find(SignedInMember.of(visit), id).orElseThrow(CaseRefused::notFound);
    return releases.material(open, dossier);
  }
}
