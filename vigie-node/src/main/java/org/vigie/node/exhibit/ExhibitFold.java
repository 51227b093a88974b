package org.vigie.node.exhibit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.vigie.register.Entry;
import org.vigie.register.Fold;

/** How entries become exhibits, by identifier, in the order of receipt. */
record ExhibitFold() implements Fold<Map<String, Exhibit>> {

  @Override
  public Map<String, Exhibit> empty() {
    return Map.of();
  }

  @Override
  public Map<String, Exhibit> step(Map<String, Exhibit> state, Entry<?> entry) {
    return switch (entry.body()) {
      case ExhibitReceived received -> with(state, received(state, received, entry));
      case ExhibitDerived made ->
          changed(
              state,
              made.source(),
              x ->
                  new Exhibit(
                      x.number(),
                      x.received(),
                      x.at(),
                      x.by(),
                      x.sequence(),
                      plus(x.derived(), new Exhibit.Derived(entry.at(), made)),
                      x.custody()));
      case CustodyNoted noted ->
          changed(
              state,
              noted.exhibit(),
              x ->
                  new Exhibit(
                      x.number(),
                      x.received(),
                      x.at(),
                      x.by(),
                      x.sequence(),
                      x.derived(),
                      plus(x.custody(), new Exhibit.Step(entry.at(), entry.author(), noted))));
      case null, default -> state;
    };
  }

  /**
   * A later entry with the same identifier corrects what is known about it; the bytes never change.
   */
  private static Exhibit received(
      Map<String, Exhibit> state, ExhibitReceived received, Entry<?> entry) {
    var before = state.get(received.exhibit());
    if (before == null) {
      return new Exhibit(
          state.size() + 1,
          received,
          entry.at(),
          entry.author(),
          entry.sequence(),
          List.of(),
          List.of());
    }
    var corrected =
        new ExhibitReceived(
            received.exhibit(),
            received.kind(),
            received.file(),
            before.received().bytes(),
            received.provenance(),
            received.languages(),
            received.sensitivity());
    return new Exhibit(
        before.number(),
        corrected,
        before.at(),
        before.by(),
        before.sequence(),
        before.derived(),
        before.custody());
  }

  private static Map<String, Exhibit> changed(
      Map<String, Exhibit> state, String id, UnaryOperator<Exhibit> change) {
    var before = state.get(id);
    return before == null ? state : with(state, change.apply(before));
  }

  private static Map<String, Exhibit> with(Map<String, Exhibit> state, Exhibit exhibit) {
    var larger = new LinkedHashMap<>(state);
    larger.put(exhibit.id(), exhibit);
    return larger;
  }

  private static <T> List<T> plus(List<T> list, T item) {
    var longer = new ArrayList<>(list);
    longer.add(item);
    return List.copyOf(longer);
  }
}
