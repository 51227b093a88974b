package org.vigie.node.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.register.Entry;
import org.vigie.register.EntryType;
import org.vigie.register.Fold;
import org.vigie.register.OpenRegister;
import org.vigie.register.RegisterRefused;

/** Days on which people look again at a case that fell silent. As safe as its register. */
public final class CheckIns {

  /** A day was planned, or moved. */
  public static final EntryType<CheckInPlanned> PLANNED =
      new EntryType<>("case.check-in", 1, CheckInPlanned.class);

  /** Somebody looked again. */
  public static final EntryType<CheckInHeld> HELD =
      new EntryType<>("case.check-in-held", 1, CheckInHeld.class);

  private static final Fold<Map<String, CheckIn>> FOLD = new CheckInFold();

  private final OpenRegister file;

  private CheckIns(OpenRegister file) {
    this.file = file;
  }

  /**
   * A check-in as it stands.
   *
   * @param planned what was planned
   * @param day on which
   * @param held what was found; null while nobody looked
   * @param at when somebody looked; null while nobody did
   */
  public record CheckIn(
      CheckInPlanned planned, LocalDate day, @Nullable CheckInHeld held, @Nullable Instant at) {

    /** Whether nobody looked although the day has come. */
    public boolean due(LocalDate today) {
      return held == null && !day.isAfter(today);
    }
  }

  /** Those of the case that {@code file} holds. */
  public static CheckIns of(OpenRegister file) {
    return new CheckIns(file);
  }

  /** All of them, the nearest first. */
  public List<CheckIn> all() throws RegisterRefused {
    return file.fold(FOLD).values().stream().sorted(Comparator.comparing(CheckIn::day)).toList();
  }

  /** Those that nobody has held yet, the nearest first. */
  public List<CheckIn> open() throws RegisterRefused {
    return all().stream().filter(one -> one.held() == null).toList();
  }

  /** The one with this identifier. */
  public Optional<CheckIn> find(String checkIn) throws RegisterRefused {
    return Optional.ofNullable(file.fold(FOLD).get(checkIn));
  }

  /**
   * Plans one.
   *
   * @throws RegisterRefused if the case can no longer be written to
   */
  public void plan(CheckInPlanned planned) throws RegisterRefused {
    file.append(PLANNED, planned);
  }

  /**
   * Writes down what was found.
   *
   * @throws RegisterRefused if the case can no longer be written to
   */
  public void hold(CheckInHeld held) throws RegisterRefused {
    file.append(HELD, held);
  }

  private record CheckInFold() implements Fold<Map<String, CheckIn>> {

    @Override
    public Map<String, CheckIn> empty() {
      return Map.of();
    }

    @Override
    public Map<String, CheckIn> step(Map<String, CheckIn> state, Entry<?> entry) {
      var next = new LinkedHashMap<>(state);
      switch (entry.body()) {
        case CheckInPlanned planned ->
            day(planned)
                .ifPresent(
                    day -> next.put(planned.checkIn(), new CheckIn(planned, day, null, null)));
        case CheckInHeld held ->
            next.computeIfPresent(
                held.checkIn(),
                (_, one) -> new CheckIn(one.planned(), one.day(), held, entry.at()));
        case null, default -> {
          return state;
        }
      }
      return next;
    }

    private static Optional<LocalDate> day(CheckInPlanned planned) {
      try {
        return Optional.of(LocalDate.parse(planned.day()));
      } catch (DateTimeParseException noDay) {
        return Optional.empty();
      }
    }
  }
}
