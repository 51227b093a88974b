package org.vigie.bench.matching;

import info.debatty.java.lsh.LSH;
import info.debatty.java.lsh.MinHash;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** java-LSH: 128 hashes in 42 stages; it leaves the tables to its user, who takes hash maps. */
final class JavaLsh implements Peer {

  private static final int HASHES = 128;
  private static final int STAGES = 42;
  private static final int BUCKETS = 1 << 20;
  private static final int PIECE = 5;

  private final MinHash hashes = new MinHash(HASHES, Integer.MAX_VALUE, 1);
  private final LSH stages = new LSH(STAGES, BUCKETS) {};
  private final List<Map<Integer, List<Integer>>> tables = new ArrayList<>();
  private int size;

  JavaLsh() {
    for (var stage = 0; stage < STAGES; stage++) {
      tables.add(new HashMap<>());
    }
  }

  private int[] buckets(String folded) {
    return stages.hashSignature(hashes.signature(pieces(folded)));
  }

  private static Set<Integer> pieces(String folded) {
    var pieces = new HashSet<Integer>();
    for (var i = 0; i + PIECE <= folded.length(); i++) {
      pieces.add(folded.substring(i, i + PIECE).hashCode() & Integer.MAX_VALUE);
    }
    return pieces;
  }

  @Override
  public void add(String folded) {
    var buckets = buckets(folded);
    for (var stage = 0; stage < STAGES; stage++) {
      tables.get(stage).computeIfAbsent(buckets[stage], b -> new ArrayList<>(1)).add(size);
    }
    size++;
  }

  @Override
  public void settle() {}

  @Override
  public BitSet query(String folded, double threshold) {
    var buckets = buckets(folded);
    var found = new BitSet();
    for (var stage = 0; stage < STAGES; stage++) {
      tables.get(stage).getOrDefault(buckets[stage], List.of()).forEach(found::set);
    }
    return found;
  }

  @Override
  public void close() {}
}
