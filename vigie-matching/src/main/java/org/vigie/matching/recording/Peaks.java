package org.vigie.matching.recording;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the places that are louder than everything around them in time and frequency: what of a
 * recording survives a telephone, a codec and noise. Not for several threads.
 */
final class Peaks {

  /** How far around it nothing is louder: 80 ms before and after, 200 Hz below and above. */
  private static final int MOMENTS_AROUND = 5;

  private static final int STEPS_AROUND = 25;
  private static final int KEPT = 2 * MOMENTS_AROUND + 1;

  /** Below this is what a converter hums by itself, not sound. */
  private static final double FAINTEST = 1e6;

  /** How much fainter than the loudest peak one may be: thirty decibels. */
  private static final double RANGE = 1e3;

  private static final double[] NOTHING = {};

  /** A place: which moment, and which step of frequency from the lowest. */
  record Peak(int moment, int step, double power) {}

  private final double[][] power = new double[KEPT][];
  private final double[][] around = new double[KEPT][];
  private final List<Peak> found = new ArrayList<>();
  private double loudest;
  private int moments;

  Peaks() {
    Arrays.fill(power, NOTHING);
    Arrays.fill(around, NOTHING);
  }

  /** Takes the next moment. */
  void add(double[] next) {
    keep(next, louder(next));
  }

  /** A moment has been looked at when all that are near it have come. */
  private void keep(double[] next, double[] nextAround) {
    power[moments % KEPT] = next;
    around[moments % KEPT] = nextAround;
    moments++;
    if (moments > MOMENTS_AROUND) {
      look(moments - 1 - MOMENTS_AROUND);
    }
  }

  /** All of them, by moment and frequency; nothing can be added after. */
  List<Peak> done() {
    for (var after = 0; after < MOMENTS_AROUND; after++) {
      keep(NOTHING, NOTHING);
    }
    var faintest = Math.max(FAINTEST, loudest / RANGE);
    return found.stream().filter(peak -> peak.power() >= faintest).toList();
  }

  private void look(int moment) {
    var here = power[moment % KEPT];
    // At either end of the band what lies beyond it might be louder.
    for (var step = 1; step < here.length - 1; step++) {
      if (here[step] >= FAINTEST && isPeak(moment, step, here[step])) {
        found.add(new Peak(moment, step, here[step]));
        loudest = Math.max(loudest, here[step]);
      }
    }
  }

  private boolean isPeak(int moment, int step, double value) {
    var first = Math.max(0, moment - MOMENTS_AROUND);
    for (var other = first; other <= moment + MOMENTS_AROUND; other++) {
      var there = around[other % KEPT];
      if (step < there.length && there[step] > value) {
        return false;
      }
    }
    return true;
  }

  /** At each frequency the most power within reach of it. */
  private static double[] louder(double[] power) {
    var louder = new double[power.length];
    for (var step = 0; step < power.length; step++) {
      var last = Math.min(power.length - 1, step + STEPS_AROUND);
      for (var near = Math.max(0, step - STEPS_AROUND); near <= last; near++) {
        louder[step] = Math.max(louder[step], power[near]);
      }
    }
    return louder;
  }
}
