package org.vigie.matching.join;

import java.util.List;

/**
 * Messages that hang together by pairs.
 *
 * @param number from 1, in the order of the first message of each
 * @param ids of the messages, in the order they came
 * @param because every reason of any pair in it, in the order of {@link Reason}
 */
public record Group(int number, List<String> ids, List<Reason> because) {

  /** Keeps its own copies of the lists. */
  public Group {
    ids = List.copyOf(ids);
    because = List.copyOf(because);
  }
}
