package org.vigie.node.caller;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.vigie.register.EntryType;
import org.vigie.register.OpenRegister;
import org.vigie.register.RegisterRefused;

/** The numbers and aliases of one case. As safe for several threads as the register it reads. */
public final class Callers {

  /** A number or alias was seen, or what is known about it was corrected. */
  public static final EntryType<CallerNoted> NOTED =
      new EntryType<>("caller.noted", 1, CallerNoted.class);

  /** Two records were judged to belong to one caller, or taken apart again. */
  public static final EntryType<CallersJoined> JOINED =
      new EntryType<>("caller.joined", 1, CallersJoined.class);

  private static final CallerFold FOLD = new CallerFold();

  private final OpenRegister file;

  private Callers(OpenRegister file) {
    this.file = file;
  }

  /** The callers of the case that {@code file} holds. */
  public static Callers of(OpenRegister file) {
    return new Callers(file);
  }

  /** Every record as it stands, in the order they were first noted. */
  public List<CallerNoted> inOrder() throws RegisterRefused {
    return file.fold(FOLD).records().values().stream().map(Caller.Kept::now).toList();
  }

  /** Every caller: records that belong together are one. */
  public List<Caller> callers() throws RegisterRefused {
    return file.fold(FOLD).callers();
  }

  /** The record with this identifier. */
  public Optional<CallerNoted> find(String id) throws RegisterRefused {
    return Optional.ofNullable(file.fold(FOLD).records().get(id)).map(Caller.Kept::now);
  }

  /** The caller that the record with this identifier belongs to. */
  public Optional<Caller> caller(String id) throws RegisterRefused {
    return callers().stream().filter(caller -> caller.ids().contains(id)).findFirst();
  }

  /**
   * Writes down a number or alias as it appeared.
   *
   * @throws RegisterRefused if the case can no longer be written to
   */
  public void note(CallerNoted caller) throws RegisterRefused {
    file.append(NOTED, caller);
  }

  /**
   * Keeps what a screen displayed and answers the identifier of its record: the one that displayed
   * the same before, whatever way it was written, or a new one. Nothing is refused: what cannot be
   * read is kept as words.
   *
   * @param freshId makes an identifier for a new record
   * @throws RegisterRefused if the case can no longer be written to
   */
  public String keep(Screen screen, Supplier<String> freshId) throws RegisterRefused {
    for (var known : file.fold(FOLD).records().values()) {
      if (known.versions().stream().anyMatch(v -> Screen.of(v.noted()).same(screen))) {
        if (!known.writings().contains(screen.raw())) {
          note(known.now().displayed(screen));
        }
        return known.now().caller();
      }
    }
    var id = freshId.get();
    note(CallerNoted.first(id, screen));
    return id;
  }

  /**
   * Writes down that two records belong to one caller, or no longer do.
   *
   * @throws RegisterRefused if the case can no longer be written to
   */
  public void judge(CallersJoined joined) throws RegisterRefused {
    file.append(JOINED, joined);
  }
}
