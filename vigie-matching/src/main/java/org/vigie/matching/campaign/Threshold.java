package org.vigie.matching.campaign;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * From how many people on a thing may be shown: so many people, each brought by another caseworker.
 * Who has one caseworker's account in hand, or one person's, never fills it alone.
 *
 * @param people at least {@link #LEAST}
 */
public record Threshold(int people) {

  /** The smallest threshold there is. */
  public static final int LEAST = 3;

  private static final int[] STEPS = {5, 10, 20, 50, 100, 200, 500, 1000};

  /** Raises what is below the least. */
  public Threshold {
    people = Math.max(LEAST, people);
  }

  /**
   * The words “at least so many” for {@code sightings}: a step, never the number itself; 0 if they
   * are too few.
   */
  int band(List<Sighting> sightings) {
    var helpers = helpers(sightings);
    if (!reached(helpers)) {
      return 0;
    }
    var band = people;
    for (var step : STEPS) {
      if (step > band && step <= helpers.size()) {
        band = step;
      }
    }
    return band;
  }

  /** The caseworkers of each person. */
  private static Map<Integer, Set<String>> helpers(List<Sighting> sightings) {
    var people = People.of(sightings);
    var helpers = new TreeMap<Integer, Set<String>>();
    for (var i = 0; i < sightings.size(); i++) {
      helpers
          .computeIfAbsent(people.of(i), p -> new TreeSet<>())
          .addAll(sightings.get(i).helpers());
    }
    return helpers;
  }

  /** Whether enough people can each be given a caseworker of their own (Kuhn, 1955). */
  private boolean reached(Map<Integer, Set<String>> helpers) {
    var taken = new HashMap<String, Integer>();
    var found = 0;
    for (var person : new ArrayList<>(helpers.keySet())) {
      if (found < people && finds(person, helpers, taken, new HashSet<>())) {
        found++;
      }
    }
    return found >= people;
  }

  private static boolean finds(
      int person,
      Map<Integer, Set<String>> helpers,
      Map<String, Integer> taken,
      Set<String> tried) {
    for (var helper : helpers.getOrDefault(person, Set.of())) {
      if (tried.add(helper)) {
        var other = taken.get(helper);
        if (other == null || finds(other, helpers, taken, tried)) {
          taken.put(helper, person);
          return true;
        }
      }
    }
    return false;
  }
}
