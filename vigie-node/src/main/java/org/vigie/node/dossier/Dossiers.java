package org.vigie.node.dossier;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.vigie.register.Entry;
import org.vigie.register.EntryType;
import org.vigie.register.Fold;
import org.vigie.register.OpenRegister;
import org.vigie.register.RegisterRefused;

/** The dossiers of one case. As safe for use by several threads as the register it reads. */
public final class Dossiers {

  /** A draft or a later version of one. */
  public static final EntryType<DossierDrafted> DRAFTED =
      new EntryType<>("dossier.drafted", 1, DossierDrafted.class);

  /** Passages that one dossier leaves out. */
  public static final EntryType<WordsCovered> COVERED =
      new EntryType<>("dossier.covered", 1, WordsCovered.class);

  /** Something left. */
  public static final EntryType<DossierExported> EXPORTED =
      new EntryType<>("dossier.exported", 1, DossierExported.class);

  private static final Fold<Map<String, Dossier>> FOLD = new DossierFold();

  private final OpenRegister file;

  private Dossiers(OpenRegister file) {
    this.file = file;
  }

  /** The dossiers of the case that {@code file} holds. */
  public static Dossiers of(OpenRegister file) {
    return new Dossiers(file);
  }

  /** Every dossier that was not given up, the oldest first. */
  public List<Dossier> inOrder() throws RegisterRefused {
    return file.fold(FOLD).values().stream().filter(one -> !one.draft().dropped()).toList();
  }

  /**
   * The dossier with this identifier.
   *
   * @throws DossierRefused {@code dossier.not-found}, also if it was given up
   */
  public Dossier find(String id) throws RegisterRefused, DossierRefused {
    var found = file.fold(FOLD).get(id);
    if (found == null || found.draft().dropped()) {
      throw DossierRefused.notFound();
    }
    return found;
  }

  /**
   * What has left this case: every copy of every dossier, given up or not, the newest first. The
   * data of "take back": each row names who holds a copy and under which consent.
   */
  public List<Dossier.Sent> sent() throws RegisterRefused {
    return file.fold(FOLD).values().stream()
        .flatMap(one -> one.sent().stream())
        .sorted(Comparator.comparing(Dossier.Sent::at).reversed())
        .toList();
  }

  /**
   * Keeps a draft, or a new version of one.
   *
   * @throws RegisterRefused if the case can no longer be written to
   */
  public void draft(DossierDrafted draft) throws RegisterRefused {
    file.append(DRAFTED, draft);
  }

  /**
   * Keeps what a dossier leaves out of one item.
   *
   * @throws RegisterRefused if the case can no longer be written to
   */
  public void cover(WordsCovered words) throws RegisterRefused {
    file.append(COVERED, words);
  }

  private record DossierFold() implements Fold<Map<String, Dossier>> {

    @Override
    public Map<String, Dossier> empty() {
      return Map.of();
    }

    @Override
    public Map<String, Dossier> step(Map<String, Dossier> state, Entry<?> entry) {
      return switch (entry.body()) {
        case DossierDrafted draft -> drafted(state, draft, entry);
        case WordsCovered words -> changed(state, words.dossier(), one -> one.covering(words));
        case DossierExported out ->
            changed(
                state,
                out.dossier(),
                one -> one.left(new Dossier.Sent(entry.at(), entry.author(), out)));
        case null, default -> state;
      };
    }

    private static Map<String, Dossier> drafted(
        Map<String, Dossier> state, DossierDrafted draft, Entry<?> entry) {
      var before = state.get(draft.dossier());
      return with(
          state,
          before == null
              ? new Dossier(draft, entry.at(), Map.of(), List.of())
              : before.drafted(draft, entry.at()));
    }

    private static Map<String, Dossier> changed(
        Map<String, Dossier> state, String id, UnaryOperator<Dossier> change) {
      var before = state.get(id);
      return before == null ? state : with(state, change.apply(before));
    }

    private static Map<String, Dossier> with(Map<String, Dossier> state, Dossier dossier) {
      var larger = new LinkedHashMap<>(state);
      larger.put(dossier.id(), dossier);
      return larger;
    }
  }
}
