package org.vigie.testkit;

import java.security.SecureRandom;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Checks a property on many random inputs, small ones first, so that the first failure is a small
 * one. The inputs are the same at every run, so that what passes once passes for everybody; {@code
 * -Dvigie.trials=} tries so many times as many others, never tried before. A failure names its
 * trial; {@code -Dvigie.trial=} runs that one again.
 */
public final class Trials {

  private static final int COUNT = 500;
  private static final RandomGeneratorFactory<RandomGenerator> GENERATORS =
      RandomGeneratorFactory.of("L64X128MixRandom");

  /**
   * A property of the inputs drawn from {@code random}; {@code size} grows from 1 as the trials go
   * on.
   */
  @FunctionalInterface
  public interface Property {
    /** Fails by throwing. */
    void check(RandomGenerator random, int size) throws Exception;
  }

  private Trials() {}

  /** Checks {@code property} on 500 inputs of sizes from 1 to {@code maxSize}. */
  public static void forAll(int maxSize, Property property) {
    forAll(COUNT, maxSize, property);
  }

  /** Checks {@code property} on {@code count} inputs of sizes from 1 to {@code maxSize}. */
  public static void forAll(int count, int maxSize, Property property) {
    var chosen = System.getProperty("vigie.trial");
    if (chosen != null) {
      var parts = chosen.split("/", 2);
      check(property, Long.parseLong(parts[0]), Integer.parseInt(parts[1]));
      return;
    }
    var more = Integer.getInteger("vigie.trials", 0);
    var seeds = more > 0 ? new SecureRandom() : GENERATORS.create(nameOf(property).hashCode());
    var all = (long) count * Math.max(1, more);
    for (var trial = 0L; trial < all; trial++) {
      check(property, seeds.nextLong(), (int) (1 + trial * maxSize / all));
    }
  }

  /** The class that holds the property, without what the machine adds to the name of a lambda. */
  private static String nameOf(Property property) {
    return property.getClass().getName().replaceFirst("\\$\\$.*", "");
  }

  private static void check(Property property, long seed, int size) {
    try {
      property.check(GENERATORS.create(seed), size);
    } catch (Throwable failure) {
      throw new AssertionError("Fails for -Dvigie.trial=" + seed + "/" + size, failure);
    }
  }
}
