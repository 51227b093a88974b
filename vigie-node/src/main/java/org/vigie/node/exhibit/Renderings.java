package org.vigie.node.exhibit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.register.Entry;
import org.vigie.register.EntryType;
import org.vigie.register.Fold;
import org.vigie.register.OpenRegister;
import org.vigie.register.RegisterRefused;

/**
 * Translations and transcripts of one case, beside the originals and never instead of them. As safe
 * for use by several threads as the register it reads.
 */
public final class Renderings {

  /** A translation or transcript was kept or corrected. */
  public static final EntryType<RenderingMade> MADE =
      new EntryType<>("exhibit.rendering", 1, RenderingMade.class);

  private static final Fold<Map<String, Rendering>> FOLD = new RenderingFold();

  private final OpenRegister file;

  private Renderings(OpenRegister file) {
    this.file = file;
  }

  /** Those of the case that {@code file} holds. */
  public static Renderings of(OpenRegister file) {
    return new Renderings(file);
  }

  /** Those of one exhibit, in the order they were first kept. */
  public List<Rendering> beside(String exhibit) throws RegisterRefused {
    return file.fold(FOLD).values().stream()
        .filter(one -> one.made().exhibit().equals(exhibit) && !one.made().withdrawn())
        .toList();
  }

  /** The one with this identifier, unless it was withdrawn. */
  public Optional<Rendering> find(String id) throws RegisterRefused {
    return Optional.ofNullable(file.fold(FOLD).get(id)).filter(one -> !one.made().withdrawn());
  }

  /**
   * Keeps one, or another version of it.
   *
   * @throws RegisterRefused if the case can no longer be written to
   */
  public void keep(RenderingMade made) throws RegisterRefused {
    file.append(MADE, made);
  }

  private record RenderingFold() implements Fold<Map<String, Rendering>> {

    @Override
    public Map<String, Rendering> empty() {
      return Map.of();
    }

    @Override
    public Map<String, Rendering> step(Map<String, Rendering> state, Entry<?> entry) {
      if (!(entry.body() instanceof RenderingMade made)) {
        return state;
      }
      var larger = new LinkedHashMap<>(state);
      larger.put(made.rendering(), new Rendering(made, entry.at(), entry.author()));
      return larger;
    }
  }
}
