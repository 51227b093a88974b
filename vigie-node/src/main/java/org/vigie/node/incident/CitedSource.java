package org.vigie.node.incident;

import java.io.IOException;
import java.util.Optional;
import org.vigie.kernel.Refusal;
import org.vigie.register.OpenRegister;

/**
 * Where what an incident cites can be read. Whoever keeps such sources declares a bean of this
 * type.
 */
public interface CitedSource {

  /**
   * What the cited place says, as the beginning of an incident that a person then confirms: words,
   * time, channel and sender as the source has them, and the citations.
   *
   * @param place an exhibit and lines: {@code <exhibit>}, or {@code <exhibit>:12-14.20-20}
   * @return empty if there is no such place
   */
  Optional<IncidentRecorded> draft(OpenRegister file, String place) throws Refusal, IOException;

  /** The number by which people cite an exhibit; empty if there is none. */
  Optional<Integer> number(OpenRegister file, String exhibit) throws Refusal;
}
