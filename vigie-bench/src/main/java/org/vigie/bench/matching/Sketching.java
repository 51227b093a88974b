package org.vigie.bench.matching;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.vigie.bench.Report;
import org.vigie.bench.Spent;
import org.vigie.bench.Work;
import org.vigie.kernel.SuppressForbidden;
import org.vigie.matching.text.Fragments;

/**
 * What the sketch of a message costs beside hash4j, in one thread: the same fragments, ready made
 * and in memory, the same number of values; bar G5 of docs/performance.md.
 */
final class Sketching {

  private static final int AVX_512 = 512;
  private static final int AVX2 = 256;

  /** Two texts that share less say little about an estimate. */
  private static final double LEAST = 0.1;

  private final List<Fragments> sets;

  /** Will sketch {@code texts}; those too short to be recognised are left out. */
  Sketching(List<String> texts) {
    var sketcher = Ours.sketcher();
    sets = texts.stream().map(sketcher::letters).filter(set -> set.size() > 0).toList();
  }

  /** A side, what its rounds took, and what came out of them, added up. */
  private record Turns(Sketches side, int sets, List<Spent> spent, Set<Integer> sums) {

    static Turns of(Sketches side, int sets) {
      return new Turns(side, sets, new ArrayList<>(), new HashSet<>());
    }

    void take(boolean counts) throws Exception {
      var took = Work.spent(() -> sums.add(sum()));
      if (counts) {
        spent.add(took);
      }
    }

    private int sum() {
      var sum = 0;
      for (var turn = 0; turn < side.turns(); turn++) {
        for (var set = 0; set < sets; set++) {
          sum += side.sketch(set);
        }
      }
      return sum;
    }

    /** Processor time of one sketch, µs. */
    double micros() {
      if (sums.size() != 1) {
        throw new IllegalStateException(side.name() + " does not sketch the same twice");
      }
      return Spent.median(spent).processor() / side.turns() / sets * 1e6;
    }
  }

  /** Lets all sides take turns in {@code rounds} rounds, after one that is not counted. */
  void measure(Report report, int rounds) throws Exception {
    var sides =
        Stream.<Sketches>of(
                new OurSketches(sets),
                Hash4jSketches.minHash(sets),
                Hash4jSketches.superMinHash(sets))
            .map(side -> Turns.of(side, sets.size()))
            .toList();
    for (var round = 0; round <= rounds; round++) {
      for (var side : sides) {
        side.take(round > 0);
      }
    }
    var bits = vectorBits();
    report.line(
        "sketches of %d values of %,d texts, %.0f fragments each, one thread, vectors of %d bits",
        Sketches.VALUES,
        sets.size(),
        sets.stream().mapToInt(Fragments::size).average().orElse(0),
        bits);
    var pairs = alike();
    for (var side : sides) {
      report.line(
          "%-19s %6.2f µs a sketch; what %,d pairs share is estimated with a mean error of %.3f",
          side.side().name(), side.micros(), pairs.length, error(side.side(), pairs));
    }
    for (var peer : sides.subList(1, sides.size())) {
      var ratio = peer.micros() / sides.getFirst().micros();
      compare(report, "G5 sketching, " + peer.side().name() + " ÷ ours", ratio, bits);
    }
  }

  private static void compare(Report report, String what, double ratio, int bits) {
    switch (bits) {
      case AVX_512 -> report.atLeast(what + ", AVX-512", ratio, 40);
      case AVX2 -> report.atLeast(what + ", AVX2", ratio, 18);
      default -> report.line("%s: %.1f; no bar for vectors of this width", what, ratio);
    }
  }

  /**
   * How many bits the vectors have that the compiler makes of plain loops on this machine; the
   * species that the Vector API prefers there is as wide.
   */
  @SuppressForbidden(reason = "the one way to a setting of the virtual machine, in jdk.management")
  private static int vectorBits() {
    var machine = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
    return Byte.SIZE * Integer.parseInt(machine.getVMOption("MaxVectorSize").getValue());
  }

  /**
   * The numbers of texts that share something with the one before: a campaign's follow in a row.
   */
  private int[] alike() {
    return IntStream.range(1, sets.size()).filter(i -> share(i - 1, i) >= LEAST).toArray();
  }

  private double share(int one, int other) {
    var shared = sets.get(one).shared(sets.get(other));
    return (double) shared / (sets.get(one).size() + sets.get(other).size() - shared);
  }

  private double error(Sketches side, int[] pairs) {
    return IntStream.of(pairs)
        .mapToDouble(i -> Math.abs(side.agreement(i - 1, i) - share(i - 1, i)))
        .average()
        .orElse(0);
  }
}
