package org.vigie.node.exhibit.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.vigie.node.exhibit.Exhibit;
import org.vigie.node.exhibit.PageImages;

/** How an exhibit was kept, told from the beginning; and what nobody knows about it. */
final class History {

  private static final Set<String> TOLD =
      Set.of(
          "messages",
          "preview",
          "still",
          "text",
          "sound",
          "levels",
          "marks",
          "samples",
          "page",
          "paper",
          "claims",
          "redacted");
  private static final Set<String> STEPS =
      Set.of(
          "opened",
          "downloaded",
          "reverified",
          "exported",
          "prepared",
          "corrected",
          "reason",
          "enclosed",
          "covered");

  private History() {}

  static List<ExhibitPage.Event> of(Exhibit exhibit, People people) {
    var events = new ArrayList<ExhibitPage.Event>();
    var by = exhibit.by();
    events.add(
        new ExhibitPage.Event(
            exhibit.at(), "exhibit.history.received." + people.kind(by), List.of(people.name(by))));
    var paged = false;
    for (var item : exhibit.derived()) {
      var kind = item.made().kind();
      // Of many pages the first is told.
      var again = kind.equals(PageImages.KIND) && paged;
      paged |= kind.equals(PageImages.KIND);
      if (TOLD.contains(kind) && !again) {
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
}
