package org.vigie.node.exhibit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.register.Author;
import org.vigie.register.Draft;
import org.vigie.register.EntryType;
import org.vigie.register.Fold;
import org.vigie.register.OpenRegister;
import org.vigie.register.RegisterRefused;

/** The exhibits of one case. As safe for use by several threads as the register it reads. */
public final class Exhibits {

  /** Bytes came in, or what is known about them was corrected. */
  public static final EntryType<ExhibitReceived> RECEIVED =
      new EntryType<>("exhibit.received", 1, ExhibitReceived.class);

  /** Something was made from an exhibit. */
  public static final EntryType<ExhibitDerived> DERIVED =
      new EntryType<>("exhibit.derived", 1, ExhibitDerived.class);

  /** A step in the keeping of an exhibit. */
  public static final EntryType<CustodyNoted> CUSTODY =
      new EntryType<>("exhibit.custody", 1, CustodyNoted.class);

  /** What the custody log commits to for an exhibit. */
  public static final EntryType<ExhibitIntake> INTAKE =
      new EntryType<>("exhibit.intake", 1, ExhibitIntake.class);

  /** An attempt to derive something that gave nothing. */
  public static final EntryType<ExhibitUnread> UNREAD =
      new EntryType<>("exhibit.unread", 1, ExhibitUnread.class);

  private static final Fold<Map<String, Exhibit>> FOLD = new ExhibitFold();

  private final OpenRegister file;

  private Exhibits(OpenRegister file) {
    this.file = file;
  }

  /** The exhibits of the case that {@code file} holds. */
  public static Exhibits of(OpenRegister file) {
    return new Exhibits(file);
  }

  /** Every exhibit, in the order of receipt. */
  public List<Exhibit> inOrder() throws RegisterRefused {
    return List.copyOf(file.fold(FOLD).values());
  }

  /** The exhibit with this identifier. */
  public Optional<Exhibit> find(String id) throws RegisterRefused {
    return Optional.ofNullable(file.fold(FOLD).get(id));
  }

  /**
   * Writes down what was received; its bytes are in the blob store already.
   *
   * @throws RegisterRefused if the case can no longer be written to
   */
  public void receive(ExhibitReceived received) throws RegisterRefused {
    file.append(RECEIVED, received);
  }

  /**
   * Writes down what was received and what the custody log commits to, both or neither.
   *
   * @throws RegisterRefused if the case can no longer be written to
   */
  void receive(ExhibitReceived received, ExhibitIntake intake) throws RegisterRefused {
    file.appendAll(List.of(new Draft<>(RECEIVED, received), new Draft<>(INTAKE, intake)));
  }

  /**
   * Writes down that nothing could be made.
   *
   * @throws RegisterRefused if the case can no longer be written to
   */
  void unread(ExhibitUnread unread) throws RegisterRefused {
    file.append(UNREAD, unread);
  }

  /**
   * Writes down several things made at once, all or none.
   *
   * @throws RegisterRefused if the case can no longer be written to
   */
  void derive(List<ExhibitDerived> made) throws RegisterRefused {
    file.appendAll(made.stream().<Draft<?>>map(one -> new Draft<>(DERIVED, one)).toList());
  }

  /**
   * Writes down what was made from an exhibit.
   *
   * @throws RegisterRefused if the case can no longer be written to
   */
  public void derive(ExhibitDerived made) throws RegisterRefused {
    file.append(DERIVED, made);
  }

  /**
   * Writes down that this member opened or downloaded an exhibit: once a day for each, so that the
   * note does not drown what it is about.
   *
   * @param action {@code opened} or {@code downloaded}
   * @param now the time
   * @throws RegisterRefused if the case can no longer be written to
   */
  public void noteOnceADay(Exhibit exhibit, String action, Instant now) throws RegisterRefused {
    var me = new Author.Member(file.me());
    var today = day(now);
    var noted =
        exhibit.custody().stream()
            .anyMatch(step ->
                step.by().equals(me)
                    && step.noted().action().equals(action)
                    && day(step.at()).equals(today));
    if (!noted) {
      note(new CustodyNoted(exhibit.id(), action, "", "", ""));
    }
  }

  private static LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC);
  }

  /**
   * Writes down a step in the keeping of an exhibit.
   *
   * @throws RegisterRefused if the case can no longer be written to
   */
  public void note(CustodyNoted noted) throws RegisterRefused {
    file.append(CUSTODY, noted);
  }
}
