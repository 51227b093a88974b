package org.vigie.bench.matching;

import java.util.List;
import java.util.stream.IntStream;
import org.vigie.matching.band.MinHashes;
import org.vigie.matching.text.Fragments;

/** The smallest values that the index of this project finds texts by. */
final class OurSketches implements Sketches {

  private static final int TURNS = 100;

  private final MinHashes hashes = MinHashes.ofBands(VALUES / 2);
  private final int[][] sets;
  private final int[] mins = hashes.room();

  OurSketches(List<Fragments> sets) {
    this.sets = sets.stream().map(Fragments::tokens).toArray(int[][]::new);
  }

  @Override
  public String name() {
    return "ours";
  }

  @Override
  public int turns() {
    return TURNS;
  }

  @Override
  public int sketch(int set) {
    hashes.of(sets[set], sets[set].length, mins);
    return mins[set % VALUES];
  }

  @Override
  public double agreement(int one, int other) {
    sketch(one);
    var first = mins.clone();
    sketch(other);
    return (double) IntStream.range(0, VALUES).filter(i -> first[i] == mins[i]).count() / VALUES;
  }
}
