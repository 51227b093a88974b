package org.vigie.matching.campaign;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * An incident as campaigns see it: no word, number, name or date of what happened.
 *
 * @param id random identifier
 * @param day on which it began to take part, counted from 1970
 * @param file digest of the case
 * @param persons digests of whose case it is; may be empty
 * @param helpers digests of the caseworkers who wrote or read it
 * @param traces what the sender used, by digest
 * @param acts codes of what was done
 */
public record Sighting(
    String id,
    long day,
    String file,
    Set<String> persons,
    Set<String> helpers,
    Map<String, Means> traces,
    Set<String> acts) {

  /** Keeps its own copies. */
  public Sighting {
    persons = Set.copyOf(persons);
    helpers = Set.copyOf(helpers);
    traces = Map.copyOf(traces);
    acts = Set.copyOf(acts);
  }

  /** It with one mark more of whose case it is. */
  Sighting of(String person) {
    var all = new TreeSet<>(persons);
    all.add(person);
    return new Sighting(id, day, file, all, helpers, traces, acts);
  }

  /** It with {@code more} that the sender used. */
  Sighting with(Map<String, Means> more) {
    var all = new TreeMap<>(traces);
    all.putAll(more);
    return new Sighting(id, day, file, persons, helpers, all, acts);
  }
}
