package org.vigie.node.caller;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.register.Entry;
import org.vigie.register.EntryType;
import org.vigie.register.Fold;
import org.vigie.register.OpenRegister;
import org.vigie.register.RegisterRefused;

/** The numbers and aliases of one case. As safe for several threads as the register it reads. */
public final class Callers {

  /** A number or alias was seen, or what is known about it was corrected. */
  public static final EntryType<CallerNoted> NOTED =
      new EntryType<>("caller.noted", 1, CallerNoted.class);

  private static final Fold<Map<String, CallerNoted>> FOLD = new CallerFold();

  private final OpenRegister file;

  private Callers(OpenRegister file) {
    this.file = file;
  }

  /** The callers of the case that {@code file} holds. */
  public static Callers of(OpenRegister file) {
    return new Callers(file);
  }

  /** Every caller, in the order they were first noted. */
  public List<CallerNoted> inOrder() throws RegisterRefused {
    return List.copyOf(file.fold(FOLD).values());
  }

  /** The caller with this identifier. */
  public Optional<CallerNoted> find(String id) throws RegisterRefused {
    return Optional.ofNullable(file.fold(FOLD).get(id));
  }

  /**
   * Writes down a number or alias as it appeared.
   *
   * @throws RegisterRefused if the case can no longer be written to
   */
  public void note(CallerNoted caller) throws RegisterRefused {
    file.append(NOTED, caller);
  }

  private record CallerFold() implements Fold<Map<String, CallerNoted>> {

    @Override
    public Map<String, CallerNoted> empty() {
      return Map.of();
    }

    @Override
    public Map<String, CallerNoted> step(Map<String, CallerNoted> state, Entry<?> entry) {
      if (!(entry.body() instanceof CallerNoted noted)) {
        return state;
      }
      var larger = new LinkedHashMap<>(state);
      larger.put(noted.caller(), noted);
      return larger;
    }
  }
}
