package org.vigie.matching.text;

import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What several texts ask for, of one index after the other: what the first works out of their
 * fragments the others need not. For use by one thread.
 */
public final class Questions {

  private final int size;
  private final IntFunction<Fragments> fragments;
  private @Nullable Object kept;

  /**
   * The questions of {@code size} texts.
   *
   * @param fragments what each asks for, counted from 0
   */
  public Questions(int size, IntFunction<Fragments> fragments) {
    this.size = size;
    this.fragments = fragments;
  }

  /** How many they are. */
  public int size() {
    return size;
  }

  /** What {@code who} asks for. */
  public Fragments fragments(int who) {
    return fragments.apply(who);
  }

  /**
   * What was worked out of them, kept for whoever asks for the same {@code kind} next.
   *
   * @param fits whether what was kept is what is needed
   */
  public <T> T worked(Class<T> kind, Predicate<T> fits, Supplier<T> work) {
    if (kind.isInstance(kept) && fits.test(kind.cast(kept))) {
      return kind.cast(kept);
    }
    var worked = work.get();
    kept = worked;
    return worked;
  }
}
