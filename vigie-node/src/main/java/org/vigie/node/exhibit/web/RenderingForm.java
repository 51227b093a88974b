package org.vigie.node.exhibit.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.kernel.PartialDate;
import org.vigie.node.exhibit.Exhibit;
import org.vigie.node.exhibit.LineSpan;
import org.vigie.node.exhibit.ReadMessage;
import org.vigie.node.exhibit.RenderingMade;
import org.vigie.node.shell.Choices;
import org.vigie.node.shell.Form;
import org.vigie.node.shell.Frame;

/**
 * The form of a translation or transcript; every field may stay empty.
 *
 * @param caseId the case
 * @param exhibit what it renders
 * @param now what is known so far
 * @param original the lines it renders, a few at most
 */
public record RenderingForm(
    String caseId, Exhibit exhibit, RenderingMade now, List<ReadMessage> original) {

  /** Address of the exhibit. */
  public String base() {
    return "/cases/" + caseId + "/exhibits/" + exhibit.id();
  }

  /** Where the form goes. */
  public String action() {
    return base() + "/renderings" + (fresh() ? "" : "/" + now.rendering());
  }

  /** Whether it is not kept yet. */
  public boolean fresh() {
    return now.rendering().isEmpty();
  }

  /** Whether the exhibit has lines. */
  public boolean lined() {
    return exhibit.derived("messages").isPresent();
  }

  /** Whether the exhibit lasts. */
  public boolean timed() {
    return exhibit.kind().equals("audio") || exhibit.kind().equals("video");
  }

  /** Lines as they are typed. */
  public String lines() {
    return now.place().unit().equals("lines") ? LineSpan.text(now.place().parts()) : "";
  }

  /** Beginning and end of a part of a recording, or empty. */
  public String time(boolean end) {
    if (!now.place().unit().equals("millis")) {
      return "";
    }
    var part = now.place().parts().getFirst();
    return Beside.clock(end ? part.last() : part.first());
  }

  /** When it was made. */
  public Optional<PartialDate> made() {
    return PartialDate.parse(now.hand().made());
  }

  /** Translation or transcript. */
  public static Map<String, String> kinds(Frame frame) {
    return Choices.of(
        frame, "exhibit.rendering", RenderingMade.TRANSLATION, RenderingMade.TRANSCRIPT);
  }

  /** Languages to choose from. */
  public static Map<String, String> languages(Frame frame) {
    return Languages.byTag(frame);
  }

  /** What the form says of {@code rendering}. */
  static RenderingMade read(String rendering, Exhibit exhibit, Form form) {
    var words = form.text("words");
    return new RenderingMade(
        rendering,
        exhibit.id(),
        form.text("kind"),
        place(form),
        new RenderingMade.Hand(
            form.text("role"),
            form.date("made").map(PartialDate::text).orElse(""),
            form.text("tool")),
        form.text("language"),
        form.text("manner"),
        words.length() > RenderingMade.LONGEST ? words.substring(0, RenderingMade.LONGEST) : words,
        form.has("withdraw"));
  }

  private static RenderingMade.Place place(Form form) {
    var from = millis(form.text("from"));
    var to = millis(form.text("to"));
    return to > from && from >= 0
        ? RenderingMade.Place.ofMillis(from, to)
        : RenderingMade.Place.ofLines(LineSpan.parse(form.text("lines")));
  }

  /** {@code 12} or {@code 1:12}; nought where nothing is typed, -1 for anything else. */
  static long millis(String typed) {
    if (typed.isEmpty()) {
      return 0;
    }
    var parts = typed.split(":", -1);
    var minutes = parts.length == 2 ? parts[0] : "0";
    var seconds = parts[parts.length - 1];
    return parts.length <= 2 && minutes.matches("\\d{1,4}") && seconds.matches("\\d{1,6}")
        ? (Long.parseLong(minutes) * 60 + Long.parseLong(seconds)) * 1000
        : -1;
  }
}
