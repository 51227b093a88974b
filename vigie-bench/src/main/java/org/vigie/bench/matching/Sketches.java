package org.vigie.bench.matching;

/** Sets of fragments, known by their numbers, and a way to sketch each by 128 values. */
interface Sketches {

  /** How many values a sketch has, of 32 bits each. */
  int VALUES = 128;

  /** What it is called in a report. */
  String name();

  /** How often a round sketches each set: a second or so, as processor time is told in steps. */
  int turns();

  /** Sketches the set {@code set} anew; answers some of it, so that no compiler leaves it out. */
  int sketch(int set);

  /** The share of values in which two sets agree: an estimate of what they have in common. */
  double agreement(int one, int other);
}
