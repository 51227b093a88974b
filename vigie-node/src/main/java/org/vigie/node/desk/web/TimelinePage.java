package org.vigie.node.desk.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigie.kernel.PartialDate;
import org.vigie.node.caller.Caller;
import org.vigie.node.desk.Contacts;
import org.vigie.node.desk.Conversation;
import org.vigie.node.incident.Incident;
import org.vigie.node.picture.ContactTimeline;
import org.vigie.node.picture.ContactTimeline.Silence;
import org.vigie.node.picture.Picture;

/**
 * The contacts of a case over time.
 *
 * @param caseId the case
 * @param kind the only kind shown, or empty for all
 * @param kinds every kind there is, with how many
 * @param rows contacts and silences, the first one first; those without a day last
 * @param undrawn how many contacts are not dated well enough to be drawn
 * @param picture what is said beside the picture, or null where no day is known
 */
public record TimelinePage(
    String caseId,
    String kind,
    Map<String, Integer> kinds,
    List<Row> rows,
    int undrawn,
    @Nullable Picture picture) {

  /**
   * A line of the list: exactly one of an incident, a conversation and a silence.
   *
   * @param day where it stands in the list
   * @param from whom an incident came from
   */
  public record Row(
      LocalDate day,
      @Nullable Incident incident,
      List<Caller> from,
      @Nullable Conversation talk,
      @Nullable Silence silence) {}

  static TimelinePage of(
      String caseId,
      String kind,
      Contacts all,
      @Nullable ContactTimeline timeline,
      @Nullable Picture picture) {
    var shown = all.only(kind);
    var rows = new ArrayList<Row>();
    for (var incident : shown.incidents()) {
      var day = incident.when().map(PartialDate::earliest).orElse(LocalDate.MAX);
      rows.add(new Row(day, incident, shown.callers(incident), null, null));
    }
    for (var talk : shown.conversations()) {
      rows.add(new Row(talk.days().firstKey(), null, List.of(), talk, null));
    }
    if (timeline != null) {
      for (var silence : timeline.silences()) {
        rows.add(new Row(silence.first(), null, List.of(), null, silence));
      }
    }
    rows.sort(Comparator.comparing(Row::day));
    var undrawn = shown.incidents().stream().filter(i -> !Contacts.drawn(i)).count();
    return new TimelinePage(caseId, kind, all.kinds(), rows, (int) undrawn, picture);
  }

  /** The address of the picture for a screen of this name. */
  public String png(String screen) {
    return "/cases/"
        + caseId
        + "/timeline.png?screen="
        + screen
        + (kind.isEmpty() ? "" : "&kind=" + kind);
  }

  /** A day as the pages write dates. */
  public static PartialDate date(LocalDate day) {
    return new PartialDate(day.toString());
  }
}
