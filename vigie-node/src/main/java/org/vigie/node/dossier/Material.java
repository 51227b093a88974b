package org.vigie.node.dossier;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vigie.kernel.MemberId;
import org.vigie.node.caller.CallerNoted;
import org.vigie.node.caller.Callers;
import org.vigie.node.casefile.CaseFile;
import org.vigie.node.casefile.Cases;
import org.vigie.node.exhibit.Exhibit;
import org.vigie.node.exhibit.Exhibits;
import org.vigie.node.incident.Incident;
import org.vigie.node.incident.Incidents;
import org.vigie.register.Author;
import org.vigie.register.RegisterRefused;

/**
 * All that one dossier may draw on, read from the case at once. Plain text: for one request only.
 *
 * @param open the case
 * @param dossier which dossier
 * @param seen the case's last entry at the time of reading
 * @param incidents in order of time
 * @param exhibits by identifier, in the order of receipt
 * @param callers by identifier
 * @param roles what each member does in this case
 * @param coverage what consent covers
 */
public record Material(
    Cases.Open open,
    Dossier dossier,
    long seen,
    List<Incident> incidents,
    Map<String, Exhibit> exhibits,
    Map<String, CallerNoted> callers,
    Map<MemberId, String> roles,
    Coverage coverage) {

  /** Reads the case for the dossier {@code id} as of {@code today}. */
  public static Material read(Cases.Open open, String id, LocalDate today)
      throws RegisterRefused, DossierRefused {
    var file = open.register();
    var seen = file.head();
    var dossier = Dossiers.of(file).find(id);
    var exhibits = new LinkedHashMap<String, Exhibit>();
    Exhibits.of(file).inOrder().forEach(exhibit -> exhibits.put(exhibit.id(), exhibit));
    var callers = new LinkedHashMap<String, CallerNoted>();
    Callers.of(file).inOrder().forEach(caller -> callers.put(caller.caller(), caller));
    var roles = new HashMap<MemberId, String>();
    file.members().forEach(member -> roles.put(member.id(), member.role().name()));
    return new Material(
        open,
        dossier,
        seen,
        Incidents.of(file).byTime(),
        exhibits,
        callers,
        roles,
        Coverage.of(file, dossier.draft(), today));
  }

  /** The draft. */
  public DossierDrafted draft() {
    return dossier.draft();
  }

  /** What was told and is chosen, in the order it was told. */
  public List<CaseFile.Told> chosenAccounts() {
    var chosen = Set.copyOf(draft().contents().accounts());
    return open.file().accounts().stream()
        .filter(told -> chosen.contains(told.sequence()))
        .toList();
  }

  /**
   * Whether something chosen was told in other words that whoever chose cannot have seen. Older
   * words may go, but only if somebody keeps to them knowingly.
   */
  public boolean reworded() {
    var contents = draft().contents();
    return open.file().tellings().stream()
        .anyMatch(telling ->
            telling.now().sequence() > contents.seen()
                && telling.earlier().stream()
                    .anyMatch(one -> contents.accounts().contains(one.sequence())));
  }

  /** The incidents chosen, in order of time. */
  public List<Incident> chosenIncidents() {
    var chosen = Set.copyOf(draft().contents().incidents());
    return incidents.stream().filter(incident -> chosen.contains(incident.id())).toList();
  }

  /** The exhibits chosen, numbered in the order chosen. */
  public List<Copy> copies() {
    var copies = new ArrayList<Copy>();
    for (var chosen : draft().contents().exhibits()) {
      var exhibit = exhibits.get(chosen.exhibit());
      if (exhibit != null) {
        copies.add(Copy.of(copies.size() + 1, exhibit, chosen.copy()));
      }
    }
    return copies;
  }

  /** Under which number the exhibit {@code id} goes along whole, if it does. */
  public Optional<String> whole(String id) {
    return copies().stream()
        .filter(Copy::original)
        .filter(copy -> copy.exhibit().id().equals(id))
        .map(Copy::number)
        .findFirst();
  }

  /** The words of an account. */
  public Spoken spoken(CaseFile.Told told) {
    return Spoken.account(told);
  }

  /** The words of an incident that may be in this dossier. */
  public Spoken spoken(Incident incident) {
    return Spoken.incident(incident, callers(incident), coverage.relatives());
  }

  /** The numbers and names an incident came from. */
  public List<CallerNoted> callers(Incident incident) {
    return incident.now().approach().callers().stream()
        .filter(callers::containsKey)
        .map(callers::get)
        .toList();
  }

  /** What this dossier leaves out of {@code words}. */
  public Set<Integer> covered(Spoken words) {
    return dossier
        .covered(words.key())
        .map(covered -> Set.copyOf(covered.passages()))
        .orElse(Set.of());
  }

  /** Whether parts of other words than these were left out: somebody has to look again. */
  public boolean outdated(Spoken words) {
    return dossier
        .covered(words.key())
        .map(covered -> !covered.fingerprint().equals(words.fingerprint()))
        .orElse(false);
  }

  /** Code of what {@code author} does in this case; {@code former} once they left it. */
  public String role(Author author) {
    return switch (author) {
      case Author.Member member -> roles.getOrDefault(member.id(), "former");
      case Author.Node node -> "machine";
    };
  }

  /** Everything chosen whose consent is missing, or that is not in the case any more. */
  public Set<String> uncovered() {
    var there = new HashSet<String>(exhibits.keySet());
    incidents.forEach(incident -> there.add(incident.id()));
    var items = new HashSet<String>(draft().contents().incidents());
    draft().contents().exhibits().forEach(chosen -> items.add(chosen.exhibit()));
    items.removeIf(item -> there.contains(item) && coverage.covers(item));
    for (var sequence : draft().contents().accounts()) {
      var told =
          open.file().accounts().stream().filter(one -> one.sequence() == sequence).findFirst();
      if (told.isEmpty() || !coverage.covers(told.get().account().account())) {
        items.add("account:" + sequence);
      }
    }
    return items;
  }
}
