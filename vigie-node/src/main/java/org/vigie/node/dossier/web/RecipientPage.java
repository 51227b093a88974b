package org.vigie.node.dossier.web;

import java.util.List;
import org.vigie.node.dossier.Dossier;
import org.vigie.node.dossier.DossierDrafted;
import org.vigie.node.shell.Form;

/**
 * For whom, for what, in which language.
 *
 * @param caseId the case
 * @param dossier the dossier
 * @param shownName the name the person chose for this recipient
 */
public record RecipientPage(String caseId, Dossier dossier, String shownName) {

  /** Where its pages are. */
  public String base() {
    return DossiersPage.base(caseId, dossier);
  }

  /** The draft. */
  public DossierDrafted draft() {
    return dossier.draft();
  }

  /** Lines of a text area. */
  public static String lines(List<String> lines) {
    return String.join("\n", lines);
  }

  /** {@code before} with what was typed. */
  static DossierDrafted read(DossierDrafted before, Form form) {
    var complaint = before.forProsecutor();
    var recipient =
        new DossierDrafted.Recipient(
            complaint ? "prosecutor" : form.text("role"),
            form.text("recipient"),
            block(form, "address"));
    return new DossierDrafted(
        before.dossier(),
        before.kind(),
        form.text("language"),
        complaint ? "complaint" : form.text("purpose"),
        recipient,
        complaint ? complaint(form) : before.complaint(),
        before.contents(),
        false);
  }

  private static DossierDrafted.Complaint complaint(Form form) {
    var host = form.text("address-kind").equals("host");
    return new DossierDrafted.Complaint(
        form.text("name"),
        form.text("birth"),
        form.text("nationality"),
        block(form, host ? "host-address" : "own-address"),
        host ? form.text("host") : "",
        form.text("contact"),
        form.text("place"),
        form.text("interpreter"),
        list(form, "harms"),
        list(form, "qualifications"),
        list(form, "foreign"));
  }

  private static String block(Form form, String name) {
    return String.join("\n", list(form, name));
  }

  static List<String> list(Form form, String name) {
    return form.raw(name).lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }
}
