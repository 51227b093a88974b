package org.vigie.node.exhibit;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.register.Author;
import org.vigie.register.Draft;
import org.vigie.register.Entry;
import org.vigie.register.EntryType;
import org.vigie.register.Fold;
import org.vigie.register.OpenRegister;
import org.vigie.register.RegisterRefused;

/** What was prepared so that others need not read: one note an exhibit. */
public final class Preparations {

  /** An exhibit was read for others. */
  public static final EntryType<ExhibitPrepared> PREPARED =
      new EntryType<>("exhibit.prepared", 1, ExhibitPrepared.class);

  private static final Fold<Map<String, Note>> FOLD = new PreparationFold();

  private final OpenRegister file;

  private Preparations(OpenRegister file) {
    this.file = file;
  }

  /** A note, with when and by whom. */
  public record Note(ExhibitPrepared prepared, Instant at, Author by) {

    /** Lines that matter. */
    public List<LineSpan> lines() {
      return LineSpan.parse(prepared.lines());
    }
  }

  /** Those of the case that {@code file} holds. */
  public static Preparations of(OpenRegister file) {
    return new Preparations(file);
  }

  /** The note on {@code exhibit}, if there is one with words. */
  public Optional<Note> on(String exhibit) throws RegisterRefused {
    return Optional.ofNullable(file.fold(FOLD).get(exhibit))
        .filter(note -> !note.prepared().summary().isEmpty());
  }

  /**
   * Keeps a note, and that the exhibit was read for it.
   *
   * @throws RegisterRefused if the case can no longer be written to
   */
  public void keep(ExhibitPrepared prepared) throws RegisterRefused {
    var step = new CustodyNoted(prepared.exhibit(), "prepared", "", "", "");
    file.appendAll(List.of(new Draft<>(PREPARED, prepared), new Draft<>(Exhibits.CUSTODY, step)));
  }

  private record PreparationFold() implements Fold<Map<String, Note>> {

    @Override
    public Map<String, Note> empty() {
      return Map.of();
    }

    @Override
    public Map<String, Note> step(Map<String, Note> state, Entry<?> entry) {
      if (!(entry.body() instanceof ExhibitPrepared prepared)) {
        return state;
      }
      var larger = new LinkedHashMap<>(state);
      larger.put(prepared.exhibit(), new Note(prepared, entry.at(), entry.author()));
      return larger;
    }
  }
}
