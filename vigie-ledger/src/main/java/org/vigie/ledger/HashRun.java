package org.vigie.ledger;

import java.util.Arrays;

/** A growing row of hashes in one flat array: a quarter of the memory of a list of objects. */
final class HashRun {

  private byte[] bytes = new byte[16 * Hash.LENGTH];
  private int count;

  int size() {
    return count;
  }

  void add(Hash hash) {
    var end = Math.multiplyExact(count, Hash.LENGTH);
    if (end == bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.multiplyExact(bytes.length, 2));
    }
    hash.copyTo(bytes, end);
    count++;
  }

  Hash get(long index) {
    if (index < 0 || index >= count) {
      throw new IndexOutOfBoundsException("No hash " + index + " among " + count);
    }
    var start = (int) index * Hash.LENGTH;
    return Hash.of(Arrays.copyOfRange(bytes, start, start + Hash.LENGTH));
  }

  /** The first place of {@code wanted}, or -1. */
  int indexOf(Hash wanted) {
    var sought = wanted.toBytes();
    for (var i = 0; i < count; i++) {
      var start = i * Hash.LENGTH;
      if (Arrays.mismatch(bytes, start, start + Hash.LENGTH, sought, 0, Hash.LENGTH) < 0) {
        return i;
      }
    }
    return -1;
  }
}
