package org.vigie.matching.join;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message to be joined with those of other cases.
 *
 * @param id how the caller knows it
 * @param caseId whose case it is in, or null when nobody said: then it joins with every other
 * @param text its words, or null
 * @param identifiers whom it came from or speaks of, as displayed
 */
public record Message(
    String id, @Nullable String caseId, @Nullable String text, List<String> identifiers) {

  /** Keeps its own copy of the list. */
  public Message {
    identifiers = List.copyOf(identifiers);
  }
}
