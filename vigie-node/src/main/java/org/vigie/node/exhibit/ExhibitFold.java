package org.vigie.node.exhibit;

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
      case ExhibitReceived received -> received(state, received, entry);
      case ExhibitIntake intake -> changed(state, intake.exhibit(), x -> x.committed(intake));
      case ExhibitDerived made ->
          changed(state, made.source(), x -> x.with(new Exhibit.Derived(entry.at(), made)));
      case ExhibitUnread unread ->
          changed(state, unread.exhibit(), x -> x.with(new Exhibit.Attempt(entry.at(), unread)));
      case CustodyNoted noted ->
          changed(
              state,
              noted.exhibit(),
              x -> x.with(new Exhibit.Step(entry.at(), entry.author(), noted)));
      case null, default -> state;
    };
  }

  /**
   * A later entry with the same identifier corrects what is known about it; the bytes never change.
   */
  private static Map<String, Exhibit> received(
      Map<String, Exhibit> state, ExhibitReceived received, Entry<?> entry) {
    var before = state.get(received.exhibit());
    var now =
        before == null
            ? new Exhibit(
                state.size() + 1,
                received,
                entry.at(),
                entry.author(),
                entry.sequence(),
                null,
                List.of(),
                List.of(),
                List.of())
            : before.corrected(received, entry.at(), entry.author());
    return with(state, now);
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
}
