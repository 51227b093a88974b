package org.vigie.bench.matching;

import com.dynatrace.hash4j.similarity.ElementHashProvider;
import com.dynatrace.hash4j.similarity.SimilarityHashPolicy;
import com.dynatrace.hash4j.similarity.SimilarityHasher;
import com.dynatrace.hash4j.similarity.SimilarityHashing;
import java.util.List;
import java.util.stream.IntStream;
import org.vigie.matching.text.Fragments;

/** hash4j, of as many values of as many bits; the hashes that it asks for are made beforehand. */
final class Hash4jSketches implements Sketches {

  private static final int TURNS = 3;

  private final String name;
  private final SimilarityHashPolicy policy;
  private final SimilarityHasher hasher;
  private final List<ElementHashProvider> sets;

  private Hash4jSketches(String name, SimilarityHashPolicy policy, List<Fragments> sets) {
    this.name = name;
    this.policy = policy;
    this.hasher = policy.createHasher();
    this.sets = sets.stream().map(Hash4jSketches::hashes).toList();
  }

  static Hash4jSketches minHash(List<Fragments> sets) {
    return new Hash4jSketches(
        "hash4j MinHash", SimilarityHashing.minHash(VALUES, Integer.SIZE), sets);
  }

  static Hash4jSketches superMinHash(List<Fragments> sets) {
    return new Hash4jSketches(
        "hash4j SuperMinHash", SimilarityHashing.superMinHash(VALUES, Integer.SIZE), sets);
  }

  private static ElementHashProvider hashes(Fragments set) {
    return ElementHashProvider.ofValues(
        IntStream.of(set.tokens()).mapToLong(Hash4jSketches::spread).toArray());
  }

  /** A fragment has 32 bits; 64 are asked for, evenly spread. */
  private static long spread(int fragment) {
    var mixed = fragment * 0x9E3779B97F4A7C15L;
    mixed = (mixed ^ (mixed >>> 32)) * 0xD6E8FEB86659FD93L;
    return mixed ^ (mixed >>> 32);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int turns() {
    return TURNS;
  }

  @Override
  public int sketch(int set) {
    return hasher.compute(sets.get(set))[set % VALUES];
  }

  @Override
  public double agreement(int one, int other) {
    return policy.getFractionOfEqualComponents(
        hasher.compute(sets.get(one)), hasher.compute(sets.get(other)));
  }
}
