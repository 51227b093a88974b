package org.vigie.matching.campaign;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Parts what is alike two at a time into sets of which all are alike: what is alike to two that are
 * not alike goes with one of them and joins nobody. The order of the pairs changes nothing.
 */
final class Cliques {

  private final Map<Integer, Set<Integer>> sure = new TreeMap<>();
  private final Map<Integer, Set<Integer>> any = new TreeMap<>();

  /** Notes that two are alike, surely or perhaps. */
  void add(int one, int other, boolean surely) {
    note(any, one, other);
    if (surely) {
      note(sure, one, other);
    }
  }

  private static void note(Map<Integer, Set<Integer>> pairs, int one, int other) {
    pairs.computeIfAbsent(one, o -> new TreeSet<>()).add(other);
    pairs.computeIfAbsent(other, o -> new TreeSet<>()).add(one);
  }

  /**
   * For each that is surely alike to another the smallest of its set: around the one that is alike
   * to most, all that are surely alike to it and at all to one another; then among the rest.
   */
  Map<Integer, Integer> first() {
    var first = new TreeMap<Integer, Integer>();
    for (var one : mostFirst(sure.keySet())) {
      if (!first.containsKey(one)) {
        var set = new ArrayList<>(List.of(one));
        for (var other : mostFirst(sure.getOrDefault(one, Set.of()))) {
          if (!first.containsKey(other) && any.getOrDefault(other, Set.of()).containsAll(set)) {
            set.add(other);
          }
        }
        var smallest = set.stream().min(Comparator.naturalOrder()).orElse(one);
        set.forEach(member -> first.put(member, smallest));
      }
    }
    return first;
  }

  private List<Integer> mostFirst(Set<Integer> those) {
    return those.stream()
        .sorted(
            Comparator.comparingInt((Integer one) -> -sure.getOrDefault(one, Set.of()).size())
                .thenComparing(Comparator.naturalOrder()))
        .toList();
  }
}
