package org.vigie.matching.join;

/**
 * Sets of numbers that grow together; each is known by its smallest member. Four bytes a number.
 * Not safe for use by several threads.
 */
public final class DisjointSets {

  private final int[] parents;

  /** Sets of one number each, from 0 to below {@code size}. */
  public DisjointSets(int size) {
    parents = new int[size];
    for (var i = 0; i < size; i++) {
      parents[i] = i;
    }
  }

  /** The smallest member of the set of {@code member}. */
  public int first(int member) {
    var root = member;
    while (parents[root] != root) {
      root = parents[root];
    }
    for (var at = member; at != root; ) {
      var next = parents[at];
      parents[at] = root;
      at = next;
    }
    return root;
  }

  /** Makes the sets of both one. */
  public void join(int one, int other) {
    var a = first(one);
    var b = first(other);
    parents[Math.max(a, b)] = Math.min(a, b);
  }
}
