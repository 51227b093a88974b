package org.vigie.node.capture;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.register.Author;
import org.vigie.register.Entry;
import org.vigie.register.EntryType;
import org.vigie.register.Fold;
import org.vigie.register.OpenRegister;
import org.vigie.register.RegisterRefused;

/** What was captured in one case. As safe for several threads as the register it reads. */
public final class Captures {

  /** An address was written down. */
  public static final EntryType<AddressSeen> ADDRESS =
      new EntryType<>("capture.address", 1, AddressSeen.class);

  /** Screenshots were put in order. */
  public static final EntryType<SeriesOrdered> SERIES =
      new EntryType<>("capture.series", 1, SeriesOrdered.class);

  /** Somebody gave the number behind a name. */
  public static final EntryType<NumberGiven> NUMBER =
      new EntryType<>("capture.number", 1, NumberGiven.class);

  private static final Fold<State> FOLD = new CaptureFold();

  private final OpenRegister file;

  private Captures(OpenRegister file) {
    this.file = file;
  }

  /** Those of the case that {@code file} holds. */
  public static Captures of(OpenRegister file) {
    return new Captures(file);
  }

  /** A number with when and by whom it was given. */
  public record Given(Instant at, Author by, NumberGiven number) {}

  /** The address that {@code exhibit} holds or belongs to. */
  public Optional<AddressSeen> address(String exhibit) throws RegisterRefused {
    return file.fold(FOLD).addresses().values().stream()
        .filter(one -> one.exhibit().equals(exhibit) || one.attached().contains(exhibit))
        .findFirst();
  }

  /** The series with this identifier. */
  public Optional<SeriesOrdered> series(String id) throws RegisterRefused {
    return Optional.ofNullable(file.fold(FOLD).series().get(id));
  }

  /** The series that {@code exhibit} belongs to. */
  public Optional<SeriesOrdered> seriesOf(String exhibit) throws RegisterRefused {
    return file.fold(FOLD).series().values().stream()
        .filter(one -> one.exhibits().contains(exhibit))
        .findFirst();
  }

  /** Every series, the first kept first. */
  public List<SeriesOrdered> allSeries() throws RegisterRefused {
    return List.copyOf(file.fold(FOLD).series().values());
  }

  /** Numbers given for names in {@code exhibit}, oldest first. */
  public List<Given> numbers(String exhibit) throws RegisterRefused {
    return file.fold(FOLD).numbers().stream()
        .filter(one -> one.number().exhibit().equals(exhibit))
        .toList();
  }

  /**
   * Writes down an address.
   *
   * @throws RegisterRefused if the case can no longer be written to
   */
  public void keep(AddressSeen address) throws RegisterRefused {
    file.append(ADDRESS, address);
  }

  /**
   * Writes down an order.
   *
   * @throws RegisterRefused if the case can no longer be written to
   */
  public void keep(SeriesOrdered series) throws RegisterRefused {
    file.append(SERIES, series);
  }

  /**
   * Writes down a number.
   *
   * @throws RegisterRefused if the case can no longer be written to
   */
  public void keep(NumberGiven number) throws RegisterRefused {
    file.append(NUMBER, number);
  }

  private record State(
      Map<String, AddressSeen> addresses, Map<String, SeriesOrdered> series, List<Given> numbers) {}

  private record CaptureFold() implements Fold<State> {

    @Override
    public State empty() {
      return new State(Map.of(), Map.of(), List.of());
    }

    @Override
    public State step(State state, Entry<?> entry) {
      return switch (entry.body()) {
        case AddressSeen seen -> {
          var more = new LinkedHashMap<>(state.addresses());
          more.put(seen.exhibit(), seen);
          yield new State(more, state.series(), state.numbers());
        }
        case SeriesOrdered ordered -> {
          var more = new LinkedHashMap<>(state.series());
          more.put(ordered.series(), ordered);
          yield new State(state.addresses(), more, state.numbers());
        }
        case NumberGiven given -> {
          var more = new ArrayList<>(state.numbers());
          more.add(new Given(entry.at(), entry.author(), given));
          yield new State(state.addresses(), state.series(), List.copyOf(more));
        }
        case null, default -> state;
      };
    }
  }
}
