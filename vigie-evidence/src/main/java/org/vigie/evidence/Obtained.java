package org.vigie.evidence;

import org.jspecify.annotations.Nullable;

/**
 * How an item came to whoever handed it in, as they said, in codes that machines can sort by. Empty
 * where nobody said. Never free words.
 *
 * @param how such as {@code app-export}
 * @param copy {@code original}, {@code first-copy}, {@code later-copy} or {@code screenshot}
 * @param recorder {@code self}, {@code other-party} or {@code third-party}
 * @param authority whether a public authority took part: {@code none}, {@code knew} or {@code
 *     directed}
 * @param when as precisely as known: a year, a month, a day or a minute, {@code ~} before a guess
 * @param takenFrom number of the item in whose bytes it came; empty if that is not whole in the
 *     package, null if it came by itself
 */
public record Obtained(
    String how,
    String copy,
    String recorder,
    String authority,
    String when,
    @Nullable String takenFrom) {

  /** Nobody said anything. */
  public static final Obtained UNSAID = new Obtained("", "", "", "", "", null);

  /** Refuses what is no code. */
  public Obtained {
    for (var code : new String[] {how, copy, recorder, authority}) {
      if (!code.matches("[a-z-]{0,32}")) {
        throw new IllegalArgumentException("Not a code");
      }
    }
    if (!when.matches("~?[0-9T:-]*")) {
      throw new IllegalArgumentException("Not a time");
    }
    if (takenFrom != null && !takenFrom.isEmpty() && !takenFrom.matches(PackageNames.EXHIBIT)) {
      throw new IllegalArgumentException("Not the number of an exhibit");
    }
  }
}
