package org.vigie.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Shows that a tree of {@code toSize} leaves begins with the tree of {@code fromSize} leaves: that
 * nothing published was changed, removed or reordered since. Does not protect against roots that
 * nobody signed.
 *
 * @param fromSize leaves of the earlier tree
 * @param toSize leaves of the later tree
 * @param path hashes in the order of RFC 9162, section 2.1.4.1; empty when a size is 0 or both
 *     equal
 */
public record ConsistencyProof(long fromSize, long toSize, List<Hash> path) {

  /** Two paths' worth of hashes is more than any tree of 2^63 leaves needs. */
  static final int MAX_PATH_LENGTH = 2 * InclusionProof.MAX_PATH_LENGTH;

  /** Refuses a later tree that is smaller, and endless paths. */
  public ConsistencyProof {
    if (fromSize < 0 || fromSize > toSize) {
      throw new IllegalArgumentException(
          "A tree of " + toSize + " leaves does not follow one of " + fromSize);
    }
    if (path.size() > MAX_PATH_LENGTH) {
      throw new IllegalArgumentException("Path of " + path.size() + " hashes is too long");
    }
    path = List.copyOf(path);
  }

  /** Whether {@code toRoot} extends {@code fromRoot}: RFC 9162, section 2.1.4.2. */
  public boolean verifies(Hash fromRoot, Hash toRoot) {
    if (fromSize == toSize) {
      return path.isEmpty() && fromRoot.equals(toRoot);
    }
    if (fromSize == 0) {
      return path.isEmpty() && fromRoot.equals(Hash.ofNothing());
    }
    if (path.isEmpty()) {
      return false;
    }
    var exact = Long.bitCount(fromSize) == 1;
    var first = exact ? fromRoot : path.getFirst();
    var roots = climb(first, exact ? path : path.subList(1, path.size()));
    return roots != null && roots.from().equals(fromRoot) && roots.to().equals(toRoot);
  }

  /**
   * Whether this shows that the tree under {@code toRoot} does <em>not</em> begin with the one
   * under {@code fromRoot}: the path leads to {@code toRoot}, and on its way to another earlier
   * root. Where {@code fromSize} is a power of two the path does not spell the earlier root, and
   * this cannot tell.
   */
  boolean leadsElsewhere(Hash fromRoot, Hash toRoot) {
    if (fromSize == 0 || fromSize == toSize || Long.bitCount(fromSize) == 1 || path.isEmpty()) {
      return false;
    }
    var roots = climb(path.getFirst(), path.subList(1, path.size()));
    return roots != null && roots.to().equals(toRoot) && !roots.from().equals(fromRoot);
  }

  /** The two roots a path leads to. */
  private record Roots(Hash from, Hash to) {}

  private @Nullable Roots climb(Hash first, List<Hash> rest) {
    var index = fromSize - 1;
    var last = toSize - 1;
    while (InclusionProof.isRightChild(index)) {
      index >>= 1;
      last >>= 1;
    }
    var from = first;
    var to = first;
    for (var sibling : rest) {
      if (last == 0) {
        return null;
      }
      if (InclusionProof.isRightChild(index) || index == last) {
        from = Hash.ofNode(sibling, from);
        to = Hash.ofNode(sibling, to);
        while (!InclusionProof.isRightChild(index) && index != 0) {
          index >>= 1;
          last >>= 1;
        }
      } else {
        to = Hash.ofNode(to, sibling);
      }
      index >>= 1;
      last >>= 1;
    }
    return last == 0 ? new Roots(from, to) : null;
  }
}
