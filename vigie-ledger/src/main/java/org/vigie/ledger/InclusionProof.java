package org.vigie.ledger;

import java.util.List;

/**
 * Shows that a leaf is at {@code leafIndex} in the tree of {@code treeSize} leaves with a given
 * root. Protects against a leaf that is not there, and against a leaf said to be at another place;
 * does not protect against a root that nobody signed.
 *
 * @param leafIndex place of the leaf, from 0
 * @param treeSize number of leaves
 * @param path the sibling hashes from the leaf up to the root
 */
public record InclusionProof(long leafIndex, long treeSize, List<Hash> path) {

  /** A tree of 2^63 leaves needs no longer path. */
  static final int MAX_PATH_LENGTH = 63;

  /** Refuses an index outside the tree (RFC 9162, section 2.1.3.2, step 1) and endless paths. */
  public InclusionProof {
    if (leafIndex < 0 || leafIndex >= treeSize) {
      throw new IllegalArgumentException("Leaf " + leafIndex + " is not in a tree of " + treeSize);
    }
    if (path.size() > MAX_PATH_LENGTH) {
      throw new IllegalArgumentException("Path of " + path.size() + " hashes is too long");
    }
    path = List.copyOf(path);
  }

  /** Whether {@code leaf} is at its place under {@code root}: RFC 9162, section 2.1.3.2. */
  public boolean verifies(Hash leaf, Hash root) {
    var index = leafIndex;
    var last = treeSize - 1;
    var hash = leaf;
    for (var sibling : path) {
      if (last == 0) {
        return false;
      }
      if (isRightChild(index) || index == last) {
        hash = Hash.ofNode(sibling, hash);
        while (!isRightChild(index) && index != 0) {
          index >>= 1;
          last >>= 1;
        }
      } else {
        hash = Hash.ofNode(hash, sibling);
      }
      index >>= 1;
      last >>= 1;
    }
    return last == 0 && hash.equals(root);
  }

  static boolean isRightChild(long index) {
    return (index & 1) == 1;
  }
}
