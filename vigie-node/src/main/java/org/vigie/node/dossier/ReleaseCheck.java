package org.vigie.node.dossier;

import java.util.List;
import java.util.Set;

/**
 * Whether a dossier may go now, and if not, why.
 *
 * @param unfinished whether nothing, or no recipient, is chosen
 * @param uncovered identifiers of what no consent covers
 * @param reworded whether the person told it in other words after the older ones were chosen
 * @param outdated {@link Spoken#key} of words that changed after parts of them were left out
 * @param never what must never be said and was found
 */
public record ReleaseCheck(
    boolean unfinished,
    Set<String> uncovered,
    boolean reworded,
    List<String> outdated,
    List<NeverFound> never) {

  /** Copies. */
  public ReleaseCheck {
    uncovered = Set.copyOf(uncovered);
    outdated = List.copyOf(outdated);
    never = List.copyOf(never);
  }

  /** Whether it may go. */
  public boolean clear() {
    return readyToSearch() && never.isEmpty();
  }

  /** Whether consent and choice are in order, so that it is worth searching. */
  boolean readyToSearch() {
    return !unfinished && uncovered.isEmpty() && !reworded && outdated.isEmpty();
  }

  ReleaseCheck found(List<NeverFound> more) {
    return new ReleaseCheck(unfinished, uncovered, reworded, outdated, more);
  }

  /** Refuses for the first reason there is. */
  public void require() throws DossierRefused {
    if (unfinished) {
      throw DossierRefused.unfinished();
    }
    if (!uncovered.isEmpty()) {
      throw DossierRefused.noConsent();
    }
    if (reworded) {
      throw DossierRefused.reworded();
    }
    if (!outdated.isEmpty()) {
      throw DossierRefused.wordsChanged();
    }
    if (!never.isEmpty()) {
      throw DossierRefused.neverSaid();
    }
  }
}
