package org.vigie.node.exhibit.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.vigie.node.exhibit.Exhibit;
import org.vigie.node.exhibit.ExhibitReceived;

/** How an exhibit was kept, told from the beginning; and what nobody knows about it. */
final class History {

  private static final Set<String> TOLD = Set.of("messages", "preview", "text", "sound");
  private static final Set<String> STEPS =
      Set.of("opened", "downloaded", "reverified", "exported", "prepared", "corrected");

  private History() {}

  static List<ExhibitPage.Event> of(Exhibit exhibit, People people) {
    var events = new ArrayList<ExhibitPage.Event>();
    var by = exhibit.by();
    events.add(
        new ExhibitPage.Event(
            exhibit.at(), "exhibit.history.received." + people.kind(by), List.of(people.name(by))));
    for (var item : exhibit.derived()) {
      var kind = item.made().kind();
      if (TOLD.contains(kind)) {
        var key = "exhibit.history.derived." + kind;
        events.add(new ExhibitPage.Event(item.at(), key, List.of(item.made().tool())));
      }
    }
    for (var attempt : exhibit.unread()) {
      events.add(new ExhibitPage.Event(attempt.at(), "exhibit.history.unread", List.of()));
    }
    for (var step : exhibit.custody()) {
      if (STEPS.contains(step.noted().action())) {
        var key = "exhibit.history." + step.noted().action() + "." + people.kind(step.by());
        events.add(new ExhibitPage.Event(step.at(), key, List.of(people.name(step.by()))));
      }
    }
    events.sort(Comparator.comparing(ExhibitPage.Event::at));
    return List.copyOf(events);
  }

  /** Keys of sentences about what is not known. */
  static List<String> gaps(Exhibit exhibit) {
    var known = exhibit.received().provenance();
    var gaps = new ArrayList<String>();
    gap(gaps, known.obtainedFrom(), "exhibit.gap.from");
    gap(gaps, known.method(), "exhibit.gap.method");
    gap(gaps, known.original(), "exhibit.gap.original");
    gap(gaps, known.obtainedAt(), "exhibit.gap.when");
    if (recording(exhibit)) {
      gap(gaps, known.recorder(), "exhibit.gap.recorder");
      gap(gaps, known.authority(), "exhibit.gap.authority");
    }
    return List.copyOf(gaps);
  }

  private static boolean recording(Exhibit exhibit) {
    ExhibitReceived received = exhibit.received();
    return exhibit.kind().equals("audio") || received.kind().equals("video");
  }

  private static void gap(List<String> gaps, String value, String key) {
    if (value.isEmpty() || value.equals("unknown")) {
      gaps.add(key);
    }
  }
}
