package org.vigie.node.witness;

import static java.util.Objects.requireNonNullElse;

import java.util.List;
import org.vigie.register.EntryType;

/**
 * What keepers know of two histories of a log, and what they did. Later words stand beside earlier
 * ones; nothing takes the proof away.
 *
 * @param split id of the proof
 * @param cause {@code restored}, {@code twice}, {@code taken}, {@code fault} or {@code unknown}
 * @param done codes of what was done
 * @param words in words, or empty
 * @param ended whether the keepers call it ended
 */
public record SplitExplained(
    String split, String cause, List<String> done, String words, boolean ended) {

  /** Causes, as they are offered; beside them it may be unknown. */
  public static final List<String> CAUSES = List.of("restored", "twice", "taken", "fault");

  /** What can have been done about our own log. */
  public static final List<String> OWN_STEPS =
      List.of("kept", "partners", "keys", "holders", "counsel", "moved", "another");

  /** What can have been done about a partner's. */
  public static final List<String> PARTNER_STEPS = List.of("kept", "called", "counsel", "left");

  /** Its entry type. */
  public static final EntryType<SplitExplained> TYPE =
      new EntryType<>("witness.split-explained", 1, SplitExplained.class);

  /** Reads tolerantly. */
  public SplitExplained {
    split = requireNonNullElse(split, "");
    cause = requireNonNullElse(cause, "").isEmpty() ? "unknown" : cause;
    done = List.copyOf(requireNonNullElse(done, List.of()));
    words = requireNonNullElse(words, "");
  }

  /** Whether its codes are among those that are offered; {@code own} is whose log it is about. */
  public boolean offered(boolean own) {
    return (cause.equals("unknown") || CAUSES.contains(cause))
        && (own ? OWN_STEPS : PARTNER_STEPS).containsAll(done);
  }
}
