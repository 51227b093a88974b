package org.vigie.node.dossier.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vigie.node.casefile.CaseFile;
import org.vigie.node.dossier.Dossier;
import org.vigie.node.dossier.DossierDrafted;
import org.vigie.node.dossier.Material;
import org.vigie.node.exhibit.CoveredCopies;
import org.vigie.node.exhibit.Exhibit;
import org.vigie.node.exhibit.Reading;
import org.vigie.node.incident.Incident;
import org.vigie.node.shell.Form;
import org.vigie.node.shell.Frame;

/**
 * What can be chosen for a dossier: what consent covers; the rest is listed apart.
 *
 * @param material the case as far as the dossier may draw on it
 */
public record ContentsPage(Material material) {

  /** Something told. */
  public record AccountChoice(CaseFile.Told told, boolean chosen, boolean newest) {}

  /** An incident. */
  public record IncidentChoice(Incident incident, boolean chosen) {}

  /**
   * An exhibit.
   *
   * @param place its place in the order, 0 if it is not chosen
   * @param copy which copy is chosen, empty for the bytes as received
   * @param made copies with parts covered
   * @param numbersOnly whether incidents quote lines of it whose place in the bytes cannot be given
   */
  public record ExhibitChoice(
      Exhibit exhibit, int place, String copy, List<Exhibit.Derived> made, boolean numbersOnly) {

    /** What of it can go: as received, or a copy. */
    public Map<String, String> forms(Frame frame) {
      var forms = new LinkedHashMap<String, String>();
      forms.put("original", frame.t("dossier.copy.original"));
      for (var one : made) {
        forms.put(one.made().derived(), frame.t("dossier.copy.made", frame.day(one.at())));
      }
      return forms;
    }
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

  /** What was told and is covered. */
  public List<AccountChoice> accounts() {
    var newest = material.open().file().currentAccounts();
    var nothingYet = material.draft().contents().hasNothing();
    return material.open().file().accounts().stream()
        .filter(told -> material.coverage().covers(told.account().account()))
        .map(told ->
            new AccountChoice(
                told,
                nothingYet
                    ? newest.contains(told)
                    : material.draft().contents().accounts().contains(told.sequence()),
                newest.contains(told)))
        .toList();
  }

  /** The incidents that are covered. */
  public List<IncidentChoice> incidents() {
    var nothingYet = material.draft().contents().hasNothing();
    return material.incidents().stream()
        .filter(incident -> material.coverage().covers(incident.id()))
        .map(incident ->
            new IncidentChoice(
                incident,
                nothingYet || material.draft().contents().incidents().contains(incident.id())))
        .toList();
  }

  /** The exhibits that are covered, those chosen first and in their order. */
  public List<ExhibitChoice> exhibits() {
    var chosen = material.draft().contents().exhibits();
    var choices = new ArrayList<ExhibitChoice>();
    for (var exhibit : material.exhibits().values()) {
      if (!material.coverage().covers(exhibit.id())) {
        continue;
      }
      var place = 0;
      var copy = "";
      for (var i = 0; i < chosen.size(); i++) {
        if (chosen.get(i).exhibit().equals(exhibit.id())) {
          place = i + 1;
          copy = chosen.get(i).copy();
        }
      }
      choices.add(new ExhibitChoice(exhibit, place, copy, copies(exhibit), numbersOnly(exhibit)));
    }
    choices.sort(Comparator.comparingInt(c -> c.place() == 0 ? Integer.MAX_VALUE : c.place()));
    return choices;
  }

  private boolean numbersOnly(Exhibit exhibit) {
    return Reading.withinArchive(exhibit)
        && material.incidents().stream()
            .anyMatch(incident -> !incident.linesOf(exhibit.id()).isEmpty());
  }

  private static List<Exhibit.Derived> copies(Exhibit exhibit) {
    return exhibit.derived().stream()
        .filter(derived -> derived.made().kind().equals(CoveredCopies.KIND))
        .toList();
  }

  /** Whether some of what was told is not covered. */
  public boolean accountsKeptBack() {
    return material.open().file().accounts().stream()
        .anyMatch(told -> !material.coverage().covers(told.account().account()));
  }

  /** The incidents that are not covered. */
  public List<Incident> incidentsKeptBack() {
    return material.incidents().stream()
        .filter(incident -> !material.coverage().covers(incident.id()))
        .toList();
  }

  /** The exhibits that are not covered. */
  public List<Exhibit> exhibitsKeptBack() {
    return material.exhibits().values().stream()
        .filter(exhibit -> !material.coverage().covers(exhibit.id()))
        .toList();
  }

  /** Whether anything is kept back. */
  public boolean keptBack() {
    return accountsKeptBack() || !incidentsKeptBack().isEmpty() || !exhibitsKeptBack().isEmpty();
  }

  /** Whether the recipient may want conversations for review software. */
  public boolean forLawyers() {
    return material.draft().recipient().role().equals("lawyer");
  }

  /** What was chosen; what is not covered cannot be. */
  DossierDrafted.Contents read(Form form) {
    var accounts =
        accounts().stream()
            .map(choice -> choice.told().sequence())
            .filter(sequence -> form.all("account").contains(Long.toString(sequence)))
            .toList();
    var incidents =
        incidents().stream()
            .map(choice -> choice.incident().id())
            .filter(form.all("incident")::contains)
            .toList();
    var exhibits =
        exhibits().stream()
            .filter(choice -> form.all("exhibit").contains(choice.exhibit().id()))
            .sorted(Comparator.comparingInt(choice -> place(form, choice)))
            .map(choice -> chosen(form, choice))
            .toList();
    return new DossierDrafted.Contents(
        accounts,
        incidents,
        exhibits,
        RecipientPage.list(form, "unverified"),
        forLawyers() ? form.text("rsmf") : "",
        seen(form.text("seen")));
  }

  /** The newest of what was told, whether it is covered or not. */
  public long newest() {
    return material.open().file().accounts().stream()
        .mapToLong(CaseFile.Told::sequence)
        .max()
        .orElse(0);
  }

  private long seen(String shown) {
    return shown.matches("[0-9]{1,9}") ? Math.min(Long.parseLong(shown), newest()) : 0;
  }

  private static int place(Form form, ExhibitChoice choice) {
    var typed = form.text("place." + choice.exhibit().id());
    return typed.matches("[0-9]{1,4}") ? Integer.parseInt(typed) : Integer.MAX_VALUE;
  }

  private static DossierDrafted.Chosen chosen(Form form, ExhibitChoice choice) {
    var copy = form.text("copy." + choice.exhibit().id());
    var known = choice.made().stream().anyMatch(one -> one.made().derived().equals(copy));
    return new DossierDrafted.Chosen(choice.exhibit().id(), known ? copy : "");
  }
}
