package org.vigie.testkit;

import java.security.SecureRandom;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Checks a property on many random inputs, small ones first, so that the first failure is a small
 * one. A failure names its trial; {@code -Dvigie.trial=} runs that one again, and {@code
 * -Dvigie.trials=} so many times as many.
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
    var seeds = new SecureRandom();
    var all = (long) count * Integer.getInteger("vigie.trials", 1);
    for (var trial = 0L; trial < all; trial++) {
      check(property, seeds.nextLong(), (int) (1 + trial * maxSize / all));
    }
  }

  private static void check(Property property, long seed, int size) {
    try {
      property.check(GENERATORS.create(seed), size);
    } catch (Throwable failure) {
      throw new AssertionError("Fails for -Dvigie.trial=" + seed + "/" + size, failure);
    }
  }
}
