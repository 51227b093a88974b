package org.vigie.node.link;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Gives each token the day on which it joins the comparison: its own, or the next on which its
 * account and the house have room. Depends on nothing but the order of the tokens. Not safe for use
 * by several threads.
 */
final class Budget {

  private static final int MONTH = 30;

  private final LinkPolicy policy;
  private final Map<String, TreeMap<Long, Integer>> accounts = new HashMap<>();
  private final Map<Long, Integer> house = new HashMap<>();

  Budget(LinkPolicy policy) {
    this.policy = policy;
  }

  /** The day, counted from 1970, on which the next token of {@code account} joins. */
  long admit(String account, long wanted) {
    var spent = accounts.computeIfAbsent(account, a -> new TreeMap<>());
    var day = wanted;
    while (spent.getOrDefault(day, 0) >= policy.perDay()
        || around(spent, day) >= policy.perMonth()
        || house.getOrDefault(day, 0) >= policy.houseDay()) {
      day++;
    }
    spent.merge(day, 1, Integer::sum);
    house.merge(day, 1, Integer::sum);
    return day;
  }

  private static int around(NavigableMap<Long, Integer> spent, long day) {
    return spent.subMap(day - MONTH + 1, true, day + MONTH - 1, true).values().stream()
        .mapToInt(Integer::intValue)
        .sum();
  }
}
