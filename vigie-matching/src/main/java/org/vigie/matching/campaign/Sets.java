package org.vigie.matching.campaign;

/** Sets of numbers that grow together; each is known by its smallest member. */
final class Sets {

  private final int[] parents;

  Sets(int size) {
    parents = new int[size];
    for (var i = 0; i < size; i++) {
      parents[i] = i;
    }
  }

  int first(int member) {
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

  void join(int one, int other) {
    var a = first(one);
    var b = first(other);
    parents[Math.max(a, b)] = Math.min(a, b);
  }
}
