package org.vigie.node.dossier;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.register.Author;

/**
 * One dossier as it stands.
 *
 * @param draft its newest version
 * @param changed when that was written
 * @param covered what it leaves out, by {@link Spoken#key}
 * @param sent every time it left, oldest first
 */
public record Dossier(
    DossierDrafted draft, Instant changed, Map<String, WordsCovered> covered, List<Sent> sent) {

  /** Copies. */
  public Dossier {
    covered = Map.copyOf(covered);
    sent = List.copyOf(sent);
  }

  /** A time it left. */
  public record Sent(Instant at, Author by, DossierExported exported) {}

  /** Identifier within the case. */
  public String id() {
    return draft.dossier();
  }

  /** How people cite it: eight signs of its identifier, which tell nothing. */
  public String reference() {
    var id = draft.dossier().toUpperCase(java.util.Locale.ROOT);
    return id.length() < 8 ? id : id.substring(0, 4) + "-" + id.substring(4, 8);
  }

  /** What it leaves out of {@code item}. */
  public Optional<WordsCovered> covered(String item) {
    return Optional.ofNullable(covered.get(item));
  }

  Dossier drafted(DossierDrafted newer, Instant at) {
    return new Dossier(newer, at, covered, sent);
  }

  Dossier covering(WordsCovered words) {
    var all = new HashMap<>(covered);
    all.put(words.item(), words);
    return new Dossier(draft, changed, all, sent);
  }

  Dossier left(Sent one) {
    var all = new java.util.ArrayList<>(sent);
    all.add(one);
    return new Dossier(draft, changed, covered, all);
  }
}
