package org.vigie.matching.text;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what was found to be a formula: whoever writes one greeting is met with everybody else
 * who does, and each two share nearly the same. Takes some megabytes at most, then forgets; what it
 * answers does not depend on that. For use by one thread.
 */
public final class KnownFormulas {

  private static final int ROOM = 1 << 12;

  private final @Nullable Fragments[] parts = new @Nullable Fragments[ROOM];
  private final double[] worths = new double[ROOM];
  private int documents;

  /** Knows nothing yet. */
  public KnownFormulas() {}

  /**
   * What the formula in {@code frequent} is worth.
   *
   * @param among how many documents there are: of others nothing is remembered
   * @param search finds it out
   */
  public double worth(Fragments frequent, int among, ToDoubleFunction<Fragments> search) {
    if (documents != among) {
      Arrays.fill(parts, null);
      documents = among;
    }
    var hash = frequent.hashCode();
    var slot = (hash ^ (hash >>> 16)) & (ROOM - 1);
    var known = parts[slot];
    if (known == null || !known.equals(frequent)) {
      worths[slot] = search.applyAsDouble(frequent);
      parts[slot] = frequent;
    }
    return worths[slot];
  }
}
