package org.vigie.matching.sequence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Every order in which what a case knows may have happened. Dates that are vague leave an order
 * open; then each that fits is kept and none is chosen.
 *
 * @param orders all that fit the dates, at least one, each of all nodes that have a place
 * @param unplaced without a date, or so vague that too many orders would be open
 */
record Orders(List<List<Node>> orders, List<Node> unplaced) {

  /** So many orders can be weighed while a page waits; beyond, the vaguest date is left open. */
  private static final int MOST = 120;

  private static final Comparator<Node> STEADY =
      Comparator.comparing((Node node) -> node.placed().minute())
          .thenComparing(node -> node.placed().latest())
          .thenComparing(node -> node.ids().isEmpty() ? "" : node.ids().getFirst());

  private static final Comparator<Node> VAGUEST =
      Comparator.comparingLong((Node node) ->
              node.placed().latest().toEpochDay() - node.placed().earliest().toEpochDay())
          .thenComparing(STEADY);

  /** The orders of {@code nodes}, in an order of their own that is always the same. */
  static Orders of(List<Node> nodes) {
    var unplaced = new ArrayList<>(nodes.stream().filter(node -> node.span() == null).toList());
    var placed =
        new ArrayList<>(nodes.stream().filter(node -> node.span() != null).sorted(STEADY).toList());
    var orders = all(placed);
    while (orders.size() > MOST) {
      var vaguest = placed.stream().filter(node -> !node.silence()).max(VAGUEST).orElseThrow();
      placed.remove(vaguest);
      unplaced.add(vaguest);
      orders = all(placed);
    }
    return new Orders(List.copyOf(orders), List.copyOf(unplaced));
  }

  private static List<List<Node>> all(List<Node> placed) {
    var orders = new ArrayList<List<Node>>();
    extend(new ArrayList<>(), placed, orders);
    return orders;
  }

  private static void extend(List<Node> soFar, List<Node> rest, List<List<Node>> orders) {
    if (rest.isEmpty()) {
      orders.add(List.copyOf(soFar));
    }
    for (var next : rest) {
      if (orders.size() <= MOST && rest.stream().noneMatch(o -> o.placed().before(next.placed()))) {
        var left = new ArrayList<>(rest);
        left.remove(next);
        soFar.add(next);
        extend(soFar, left, orders);
        soFar.removeLast();
      }
    }
  }
}
