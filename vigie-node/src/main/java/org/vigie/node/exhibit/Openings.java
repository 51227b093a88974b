package org.vigie.node.exhibit;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vigie.register.Author;

/**
 * Counts openings that nobody gave a reason for. A reason is kept as a step of its own: it belongs
 * to what its author had opened last, or, given first, to what they open later that day.
 */
final class Openings {

  private final Map<Author, LocalDate> reasons = new HashMap<>();
  private final Set<Author> waiting = new HashSet<>();
  private int passed;

  private Openings() {}

  /** How many of the openings among {@code custody}, oldest first, have no reason. */
  static int withoutReason(List<Exhibit.Step> custody) {
    var openings = new Openings();
    for (var step : custody) {
      switch (step.noted().action()) {
        case "opened" -> openings.opened(step);
        case "reason" -> openings.explained(step);
        default -> {}
      }
    }
    return openings.passed + openings.waiting.size();
  }

  private void opened(Exhibit.Step step) {
    if (waiting.remove(step.by())) {
      passed++;
    }
    if (!day(step).equals(reasons.get(step.by()))) {
      waiting.add(step.by());
    }
  }

  private void explained(Exhibit.Step step) {
    reasons.put(step.by(), day(step));
    waiting.remove(step.by());
  }

  private static LocalDate day(Exhibit.Step step) {
    return LocalDate.ofInstant(step.at(), ZoneOffset.UTC);
  }
}
