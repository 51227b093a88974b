package org.vigie.bench;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What a piece of work took.
 *
 * @param wall seconds by the clock
 * @param processor seconds of processors, the system's work for it included
 * @param peak the most memory it held at once, in KiB; 0 if it was not looked at
 */
public record Spent(double wall, double processor, long peak) {

  /** The medians of several rounds, each part for itself. */
  public static Spent median(List<Spent> rounds) {
    return new Spent(
        median(rounds, Spent::wall),
        median(rounds, Spent::processor),
        Math.round(median(rounds, Spent::peak)));
  }

  private static double median(List<Spent> rounds, ToDoubleFunction<Spent> part) {
    var sorted =
        rounds.stream().map(part::applyAsDouble).sorted(Comparator.naturalOrder()).toList();
    return (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2;
  }
}
