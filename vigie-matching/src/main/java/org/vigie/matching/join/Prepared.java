package org.vigie.matching.join;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.matching.text.TextSketch;

/**
 * All that a message is joined by, without its words.
 *
 * @param id how the caller knows it
 * @param caseId whose case it is in, or null when nobody said
 * @param keys what it shares with others, each once
 * @param sketch its text as keyed fragments
 */
public record Prepared(String id, @Nullable String caseId, List<JoinKey> keys, TextSketch sketch) {

  /** Keeps its own copy of the list. */
  public Prepared {
    keys = List.copyOf(keys);
  }

  /** Whether messages of these cases join at all: those of one case never do. */
  public static boolean mayJoin(@Nullable String one, @Nullable String other) {
    return one == null || !one.equals(other);
  }
}
