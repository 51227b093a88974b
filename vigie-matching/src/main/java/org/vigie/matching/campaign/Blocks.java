package org.vigie.matching.campaign;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * The blocks of a graph: its parts that stay whole whichever one node is taken away (Hopcroft and
 * Tarjan, Efficient algorithms for graph manipulation, 1973). A node may be in several. Takes time
 * in proportion to nodes and edges; keeps its own stack.
 */
final class Blocks {

  private final List<List<Integer>> neighbours = new ArrayList<>();
  private final int[] seen;
  private final int[] low;
  private final int[] next;
  private final int[] parent;
  private final ArrayDeque<int[]> edges = new ArrayDeque<>();
  private final List<BitSet> blocks = new ArrayList<>();
  private int clock;

  private Blocks(int nodes) {
    for (var i = 0; i < nodes; i++) {
      neighbours.add(new ArrayList<>(2));
    }
    seen = new int[nodes];
    low = new int[nodes];
    next = new int[nodes];
    parent = new int[nodes];
    Arrays.fill(parent, -1);
  }

  /** Blocks of at least two nodes, in the order of their smallest ones. */
  static List<BitSet> of(int nodes, List<int[]> edges) {
    var search = new Blocks(nodes);
    for (var edge : edges) {
      search.neighbours.get(edge[0]).add(edge[1]);
      search.neighbours.get(edge[1]).add(edge[0]);
    }
    for (var root = 0; root < nodes; root++) {
      if (search.seen[root] == 0) {
        search.from(root);
      }
    }
    search.blocks.sort((one, other) -> {
      var first = Integer.compare(one.nextSetBit(0), other.nextSetBit(0));
      return first != 0 ? first : one.toString().compareTo(other.toString());
    });
    return search.blocks;
  }

  private void from(int root) {
    var path = new ArrayDeque<Integer>();
    enter(root, path);
    while (!path.isEmpty()) {
      int node = path.peek();
      if (next[node] < neighbours.get(node).size()) {
        step(node, neighbours.get(node).get(next[node]++), path);
      } else {
        path.pop();
        leave(node);
      }
    }
  }

  private void enter(int node, ArrayDeque<Integer> path) {
    seen[node] = ++clock;
    low[node] = clock;
    path.push(node);
  }

  private void step(int node, int other, ArrayDeque<Integer> path) {
    if (seen[other] == 0) {
      parent[other] = node;
      edges.push(new int[] {node, other});
      enter(other, path);
    } else if (other != parent[node] && seen[other] < seen[node]) {
      edges.push(new int[] {node, other});
      low[node] = Math.min(low[node], seen[other]);
    }
  }

  /** Whatever hangs on {@code node}'s parent by this node alone is a block of its own. */
  private void leave(int node) {
    var above = parent[node];
    if (above < 0) {
      return;
    }
    low[above] = Math.min(low[above], low[node]);
    if (low[node] < seen[above]) {
      return;
    }
    var block = new BitSet();
    while (true) {
      var edge = edges.pop();
      block.set(edge[0]);
      block.set(edge[1]);
      if (edge[0] == above && edge[1] == node) {
        blocks.add(block);
        return;
      }
    }
  }
}
