package org.vigie.ledger;

import java.util.ArrayList;
import java.util.List;

/**
 * An append-only Merkle tree in memory: RFC 9162, section 2.1. Keeps the hash of every complete
 * subtree, 64 bytes a leaf, so that roots and proofs of the present and of every earlier size take
 * logarithmic time. Not safe for use by several threads.
 */
public final class MerkleTree {

  private final List<HashRun> levels = new ArrayList<>(List.of(new HashRun()));

  /** An empty tree. */
  public MerkleTree() {}

  /** A tree of these leaf hashes. */
  public static MerkleTree of(List<Hash> leaves) {
    var tree = new MerkleTree();
    leaves.forEach(tree::append);
    return tree;
  }

  /** Adds a leaf hash at the end. */
  public void append(Hash leaf) {
    levels.getFirst().add(leaf);
    for (var level = 0; levels.get(level).size() % 2 == 0; level++) {
      if (levels.size() == level + 1) {
        levels.add(new HashRun());
      }
      var below = levels.get(level);
      levels
          .get(level + 1)
          .add(Hash.ofNode(below.get(below.size() - 2L), below.get(below.size() - 1L)));
    }
  }

  /** How many leaves there are. */
  public long size() {
    return levels.getFirst().size();
  }

  /** The leaf hash at {@code index}. */
  public Hash leaf(long index) {
    return levels.getFirst().get(index);
  }

  /** The root over all leaves. */
  public Hash root() {
    return root(size());
  }

  /** The root this tree had when it was {@code size} leaves long. */
  public Hash root(long size) {
    requireSize(size);
    return size == 0 ? Hash.ofNothing() : range(0, size);
  }

  /** Proves that the leaf at {@code index} is in the tree of the first {@code size} leaves. */
  public InclusionProof prove(long index, long size) {
    requireSize(size);
    var path = new ArrayList<Hash>();
    if (index >= 0 && index < size) {
      collectPath(index, 0, size, path);
    }
    return new InclusionProof(index, size, path);
  }

  /** Proves that the leaf at {@code index} is in this tree. */
  public InclusionProof prove(long index) {
    return prove(index, size());
  }

  /** Proves that the tree of {@code to} leaves begins with the tree of {@code from} leaves. */
  public ConsistencyProof consistency(long from, long to) {
    requireSize(to);
    var path = new ArrayList<Hash>();
    if (from > 0 && from < to) {
      collectConsistency(from, 0, to, true, path);
    }
    return new ConsistencyProof(from, to, path);
  }

  /** The hash of the complete subtree number {@code index} of 2^{@code height} leaves. */
  Hash complete(int height, long index) {
    return levels.get(height).get(index);
  }

  private void requireSize(long size) {
    if (size < 0 || size > size()) {
      throw new IllegalArgumentException("A tree of " + size() + " never had " + size + " leaves");
    }
  }

  private Hash range(long start, long end) {
    var width = end - start;
    if (Long.bitCount(width) == 1 && start % width == 0) {
      return complete(Long.numberOfTrailingZeros(width), start / width);
    }
    var middle = start + split(width);
    return Hash.ofNode(range(start, middle), range(middle, end));
  }

  private void collectPath(long index, long start, long end, List<Hash> path) {
    if (end - start <= 1) {
      return;
    }
    var middle = start + split(end - start);
    if (index < middle) {
      collectPath(index, start, middle, path);
      path.add(range(middle, end));
    } else {
      collectPath(index, middle, end, path);
      path.add(range(start, middle));
    }
  }

  /** RFC 9162, section 2.1.4.1; {@code whole} says that the old root itself covers this range. */
  private void collectConsistency(long from, long start, long end, boolean whole, List<Hash> path) {
    var width = end - start;
    if (from == width) {
      if (!whole) {
        path.add(range(start, end));
      }
      return;
    }
    var split = split(width);
    if (from <= split) {
      collectConsistency(from, start, start + split, whole, path);
      path.add(range(start + split, end));
    } else {
      collectConsistency(from - split, start + split, end, false, path);
      path.add(range(start, start + split));
    }
  }

  /** The largest power of two smaller than {@code width}. */
  private static long split(long width) {
    return Long.highestOneBit(width - 1);
  }
}
