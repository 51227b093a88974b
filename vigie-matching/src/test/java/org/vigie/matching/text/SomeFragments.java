package org.vigie.matching.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** Invented sets of fragments, and what an index has to answer for them, in the plainest way. */
public final class SomeFragments {

  private SomeFragments() {}

  /** Sets of which many are changed copies of others. */
  public static List<Fragments> sets(RandomGenerator random, int size) {
    var sets = new ArrayList<Fragments>();
    for (var i = 0; i < size; i++) {
      if (i > 0 && random.nextInt(3) > 0) {
        sets.add(changed(sets.get(random.nextInt(i)), random));
      } else {
        sets.add(some(random, 20 + random.nextInt(60), Integer.MAX_VALUE));
      }
    }
    return sets;
  }

  /** {@code set} with one in two to one in ten of its members exchanged. */
  public static Fragments changed(Fragments set, RandomGenerator random) {
    var tokens = set.tokens();
    var oneIn = 2 + random.nextInt(8);
    for (var i = 0; i < tokens.length; i++) {
      tokens[i] = random.nextInt(oneIn) == 0 ? scattered(random.nextInt()) : tokens[i];
    }
    return Fragments.of(tokens);
  }

  /** A set of at most {@code size} out of {@code bound} members. */
  public static Fragments some(RandomGenerator random, int size, int bound) {
    var tokens = new int[size];
    for (var i = 0; i < size; i++) {
      tokens[i] = scattered(random.nextInt(bound));
    }
    return Fragments.of(tokens);
  }

  private static int scattered(int value) {
    return (int) ((value * 0x9E3779B97F4A7C15L) >>> 16);
  }

  /** What is to be answered about {@code sets}, all different, while none of it is frequent. */
  static List<Overlap> bruteForce(List<Fragments> sets, Fragments asked, double threshold) {
    var found = new ArrayList<Overlap>();
    var wanted = Arrays.stream(asked.tokens()).boxed().collect(Collectors.toSet());
    for (var i = 0; i < sets.size(); i++) {
      var others = Arrays.stream(sets.get(i).tokens()).boxed().collect(Collectors.toSet());
      var union = others.size() + wanted.size();
      others.retainAll(wanted);
      var score = (double) others.size() / (union - others.size());
      if (score >= threshold) {
        found.add(new Overlap(i, score, others.size(), union - others.size()));
      }
    }
    found.sort(Overlap.BEST_FIRST);
    return found;
  }
}
