package org.vigie.node.link;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * The budgets of a house: one for numbers, names and words, and one for recordings. Protects
 * numbers and words against whoever rings somebody and stays on the line: long calls delay nothing
 * but recordings. What was taken back stays used in the place that it had, so that it moves nothing
 * that came before it. Not safe for use by several threads.
 */
final class Purses {

  private final Budget named;
  private final Budget sound;
  private final Deque<LinkSpent> spent;

  Purses(LinkPolicy policy, List<LinkSpent> spent) {
    this.named = new Budget(policy);
    this.sound = new Budget(policy);
    var placed = spent.stream().sorted(Comparator.comparingLong(LinkSpent::sequence)).toList();
    this.spent = new ArrayDeque<>(placed);
  }

  /** Comes to the offer in this place: what was taken back of those before it is counted first. */
  void come(long sequence) {
    while (!spent.isEmpty() && spent.getFirst().sequence() < sequence) {
      var before = spent.removeFirst();
      before.accounts().forEach(account -> named.admit(account, before.day()));
      before.sounds().forEach(account -> sound.admit(account, before.day()));
    }
  }

  /**
   * The day, counted from 1970, on which the next number, name or words of {@code account} join.
   */
  long named(String account, long wanted) {
    return named.admit(account, wanted);
  }

  /** The day on which a recording joins that stands for so many half minutes: that of the last. */
  long sound(String account, int halfMinutes, long wanted) {
    var day = wanted;
    for (var part = halfMinutes; part > 0; part--) {
      day = Math.max(day, sound.admit(account, wanted));
    }
    return day;
  }
}
