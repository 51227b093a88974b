package org.vigie.node.dossier.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.kernel.PartialDate;
import org.vigie.node.consent.ConsentAnswered;
import org.vigie.node.consent.Consents;
import org.vigie.node.dossier.Dossier;
import org.vigie.node.dossier.Material;
import org.vigie.node.shell.Form;
import org.vigie.register.RegisterRefused;

/**
 * The consent question for one recipient and purpose, item by item.
 *
 * @param material the case
 * @param answer the answer for exactly this recipient, or null while there is none
 */
public record AgreementPage(
    Material material, @org.jspecify.annotations.Nullable ConsentAnswered answer) {

  /** Version of the explanations in the messages; raise it when their meaning changes. */
  private static final String TEXT_VERSION = "2026-11";

  static AgreementPage of(Material material) throws RegisterRefused {
    ConsentAnswered found = null;
    for (var one : Consents.of(material.open().register()).current()) {
      var answered = one.answered();
      if (answered.purpose().equals(material.draft().purpose())
          && Consents.sameRecipient(answered.recipient(), material.draft().recipient().name())) {
        found = answered;
      }
    }
    return new AgreementPage(material, found);
  }

  /** The case. */
  public String caseId() {
    return material.open().id().value();
  }

  /** The dossier. */
  public Dossier dossier() {
    return material.dossier();
  }

  /** Where its pages are. */
  public String base() {
    return DossiersPage.base(caseId(), material.dossier());
  }

  /** The answer's code, or the empty text. */
  public String chosen() {
    return answer == null ? "" : answer.answer();
  }

  /** Whether only some items are covered. */
  public boolean some() {
    return answer != null && !answer.items().isEmpty();
  }

  /** Whether {@code item} is ticked. */
  public boolean ticked(String item) {
    return answer != null && answer.items().contains(item);
  }

  /** Whether relatives are covered. */
  public boolean relatives() {
    return answer != null && answer.relatives();
  }

  /** The last day it holds. */
  public Optional<PartialDate> expires() {
    return answer == null ? Optional.empty() : PartialDate.parse(answer.expires());
  }

  /** Identifiers of accounts, each once. */
  public List<String> accounts() {
    return material.open().file().accounts().stream()
        .map(told -> told.account().account())
        .distinct()
        .toList();
  }

  /** What was answered. Only some items, and none of them, is a no. */
  ConsentAnswered read(Form form, String language) {
    var items = new ArrayList<String>();
    if (form.text("scope").equals("some")) {
      items.addAll(form.all("item"));
    }
    var nothing = form.text("scope").equals("some") && items.isEmpty();
    var answered = form.text("answer");
    return new ConsentAnswered(
        material.draft().purpose(),
        material.draft().recipient().name(),
        nothing && answered.equals("yes") ? "no" : answered,
        items,
        form.has("relatives"),
        new ConsentAnswered.Explained(language, form.text("explained"), TEXT_VERSION),
        form.date("expires").map(PartialDate::text).orElse(""));
  }
}
