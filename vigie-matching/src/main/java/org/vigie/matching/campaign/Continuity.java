package org.vigie.matching.campaign;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which of today's groups is which of yesterday's. A group keeps its number as long as it shares
 * more with what had that number than any other group does; numbers are never used again.
 */
public final class Continuity {

  private Continuity() {}

  /**
   * A group and what became of it.
   *
   * @param number from 1
   * @param members of today
   * @param merged numbers of groups that came into it, rising
   * @param from the number of the group it was split from, or 0
   */
  public record Named(int number, Set<String> members, List<Integer> merged, int from) {

    /** Keeps its own copies. */
    public Named {
      members = Set.copyOf(members);
      merged = List.copyOf(merged);
    }
  }

  /** A group of before, a group of today, and how much they share. */
  private record Common(int number, int group, int shared) {}

  /**
   * Names {@code today}'s groups.
   *
   * @param before members by number
   * @param highest the highest number ever given, or 0
   * @return as many as {@code today}, in its order
   */
  public static List<Named> of(
      Map<Integer, Set<String>> before, List<Set<String>> today, int highest) {
    var commons = commons(before, today);
    var numbers = new HashMap<Integer, Integer>();
    var used = new HashSet<Integer>();
    for (var common : commons) {
      if (!numbers.containsKey(common.group()) && used.add(common.number())) {
        numbers.put(common.group(), common.number());
      }
    }
    var largest = new LinkedHashMap<Integer, Integer>();
    commons.forEach(common -> largest.putIfAbsent(common.number(), common.group()));
    var named = new ArrayList<Named>();
    var next = highest;
    for (var group = 0; group < today.size(); group++) {
      var kept = numbers.get(group);
      var number = kept == null ? ++next : kept;
      named.add(
          new Named(
              number,
              today.get(group),
              merged(group, largest, used),
              kept == null ? source(group, commons) : 0));
    }
    return named;
  }

  /** The most in common first, then the oldest number, then the oldest group. */
  private static List<Common> commons(Map<Integer, Set<String>> before, List<Set<String>> today) {
    var groups = new HashMap<String, List<Integer>>();
    for (var i = 0; i < today.size(); i++) {
      for (var member : today.get(i)) {
        groups.computeIfAbsent(member, m -> new ArrayList<>(1)).add(i);
      }
    }
    var commons = new ArrayList<Common>();
    new TreeMap<>(before)
        .forEach((number, members) -> {
          var shared = new TreeMap<Integer, Integer>();
          members.forEach(member ->
              groups
                  .getOrDefault(member, List.of())
                  .forEach(group -> shared.merge(group, 1, Integer::sum)));
          shared.forEach((group, count) -> commons.add(new Common(number, group, count)));
        });
    commons.sort(
        Comparator.comparingInt((Common common) -> -common.shared())
            .thenComparingInt(Common::number)
            .thenComparingInt(Common::group));
    return commons;
  }

  /** Numbers that no group has any more and whose largest part is in {@code group}. */
  private static List<Integer> merged(int group, Map<Integer, Integer> largest, Set<Integer> used) {
    return largest.entrySet().stream()
        .filter(entry -> entry.getValue() == group && !used.contains(entry.getKey()))
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  private static int source(int group, List<Common> commons) {
    return commons.stream()
        .filter(common -> common.group() == group)
        .map(Common::number)
        .findFirst()
        .orElse(0);
  }
}
