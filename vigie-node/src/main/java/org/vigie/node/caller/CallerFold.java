package org.vigie.node.caller;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vigie.register.Entry;
import org.vigie.register.Fold;

/** Records by identifier, and the last judgement about each pair of them. */
record CallerFold() implements Fold<CallerFold.State> {

  record State(Map<String, Caller.Kept> records, Map<String, Caller.Join> joins) {

    /** Records that belong together, in the order in which the first of each was noted. */
    List<Caller> callers() {
      var callers = new ArrayList<Caller>();
      var placed = new HashSet<String>();
      for (var id : records.keySet()) {
        if (!placed.contains(id)) {
          var together = together(id);
          placed.addAll(together);
          callers.add(caller(together));
        }
      }
      return List.copyOf(callers);
    }

    private Set<String> together(String id) {
      var found = new HashSet<String>(List.of(id));
      var before = 0;
      while (found.size() > before) {
        before = found.size();
        for (var join : joins.values()) {
          var pair = join.joined();
          if (!pair.apart() && (found.contains(pair.one()) || found.contains(pair.other()))) {
            found.add(pair.one());
            found.add(pair.other());
          }
        }
      }
      return found;
    }

    private Caller caller(Set<String> ids) {
      return new Caller(
          records.entrySet().stream()
              .filter(record -> ids.contains(record.getKey()))
              .map(Map.Entry::getValue)
              .toList(),
          joins.values().stream()
              .filter(join -> !join.joined().apart() && ids.contains(join.joined().one()))
              .toList());
    }
  }

  @Override
  public State empty() {
    return new State(Map.of(), Map.of());
  }

  @Override
  public State step(State state, Entry<?> entry) {
    if (entry.body() instanceof CallerNoted noted) {
      var records = new LinkedHashMap<>(state.records());
      var before = records.get(noted.caller());
      var versions =
          before == null ? new ArrayList<Caller.Version>() : new ArrayList<>(before.versions());
      versions.add(new Caller.Version(entry.at(), entry.author(), noted));
      records.put(noted.caller(), new Caller.Kept(versions));
      return new State(records, state.joins());
    }
    if (entry.body() instanceof CallersJoined joined) {
      var joins = new LinkedHashMap<>(state.joins());
      joins.put(pair(joined), new Caller.Join(entry.at(), entry.author(), joined));
      return new State(state.records(), joins);
    }
    return state;
  }

  private static String pair(CallersJoined joined) {
    return joined.one().compareTo(joined.other()) < 0
        ? joined.one() + " " + joined.other()
        : joined.other() + " " + joined.one();
  }
}
