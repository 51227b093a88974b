package org.vigie.node.casefile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.register.Author;
import org.vigie.register.RegisterRefused;

/**
 * Something told, in all its versions. A new version is an entry of its own: what was told before
 * stays as it is, and whatever refers to it by its sequence goes on doing so.
 *
 * @param versions oldest first; never empty
 */
public record Telling(List<CaseFile.Told> versions) {

  private static final String ADDENDUM = "addendum";

  /** Copies the list. */
  public Telling {
    versions = List.copyOf(versions);
  }

  /** The newest version. */
  public CaseFile.Told now() {
    return versions.getLast();
  }

  /** The first one. */
  public CaseFile.Told first() {
    return versions.getFirst();
  }

  /** Those it had before, oldest first. */
  public List<CaseFile.Told> earlier() {
    return versions.subList(0, versions.size() - 1);
  }

  /**
   * Whether whoever has {@code open} may reword it: who wrote what stands there now, and the person
   * whose case it is.
   *
   * @throws RegisterRefused if the case is not what its members signed
   */
  public boolean rewordable(Cases.Open open) throws RegisterRefused {
    var mine = now().author().equals(new Author.Member(open.register().me()));
    return !now().account().words().isBlank() && (mine || Cases.own(open));
  }

  /**
   * Tells it in other words; what was told before is kept.
   *
   * @return false if they are no others, or none: then nothing is written
   * @throws CaseRefused if whoever has {@code open} may not
   */
  public boolean reword(Cases.Open open, String language, String words)
      throws CaseRefused, RegisterRefused {
    if (!rewordable(open)) {
      throw CaseRefused.noItem();
    }
    var before = now().account();
    var fresh = words.strip();
    if (fresh.isEmpty() || (fresh.equals(before.words()) && language.equals(before.language()))) {
      return false;
    }
    var mine = now().author().equals(new Author.Member(open.register().me()));
    var teller = mine ? before.teller() : "person";
    open.register()
        .append(CaseFile.TOLD, before.reworded(now().sequence(), language, fresh, teller));
    return true;
  }

  /** All that {@code told} makes, in the order it was first told. */
  static List<Telling> of(List<CaseFile.Told> told) {
    var tellings = new ArrayList<List<CaseFile.Told>>();
    for (var one : told) {
      before(tellings, one)
          .ifPresentOrElse(
              versions -> versions.add(one), () -> tellings.add(new ArrayList<>(List.of(one))));
    }
    return tellings.stream().map(Telling::new).toList();
  }

  /** The telling that {@code told} is a version of. */
  private static Optional<List<CaseFile.Told>> before(
      List<List<CaseFile.Told>> tellings, CaseFile.Told told) {
    var account = told.account();
    if (account.kind().equals(ADDENDUM)) {
      return Optional.empty();
    }
    return tellings.stream()
        .filter(versions ->
            account.replaces() > 0
                ? versions.stream().anyMatch(one -> one.sequence() == account.replaces())
                : versions.getFirst().account().account().equals(account.account())
                    && !versions.getFirst().account().kind().equals(ADDENDUM))
        .findFirst();
  }
}
