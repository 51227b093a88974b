package org.vigie.node.exhibit.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.kernel.PartialDate;
import org.vigie.kernel.Refusal;
import org.vigie.node.exhibit.Enclosures;
import org.vigie.node.exhibit.Exhibit;
import org.vigie.node.exhibit.Exhibits;
import org.vigie.node.exhibit.LineSpan;
import org.vigie.node.exhibit.Preparations;
import org.vigie.node.exhibit.Rendering;
import org.vigie.node.exhibit.RenderingMade;
import org.vigie.node.exhibit.Renderings;
import org.vigie.node.shell.Frame;

/**
 * What people wrote beside an exhibit: translations, transcripts, and a note for those who are to
 * be spared the rest.
 *
 * @param renderings in the order they were first kept
 * @param note what was prepared, if anything
 * @param preparedBy end of the key that says by whom
 * @param name of whoever prepared it, or empty
 * @param enclosed exhibits that were taken out of it
 */
public record Beside(
    List<Rendering> renderings,
    Optional<Preparations.Note> note,
    String preparedBy,
    String name,
    List<Exhibit> enclosed) {

  static Beside of(ExhibitCase found, People people) throws Refusal {
    var exhibit = found.exhibit().id();
    var note = Preparations.of(found.file()).on(exhibit);
    return new Beside(
        Renderings.of(found.file()).beside(exhibit),
        note,
        note.map(one -> people.kind(one.by())).orElse(""),
        note.map(one -> people.name(one.by())).orElse(""),
        Exhibits.of(found.file()).inOrder().stream()
            .filter(one -> Enclosures.from(one).filter(exhibit::equals).isPresent())
            .toList());
  }

  List<Rendering> touching(long first, long last) {
    return renderings.stream()
        .filter(one -> spans(one).stream().anyMatch(s -> s.first() <= last && s.last() >= first))
        .toList();
  }

  List<Rendering> beginningIn(long first, long last) {
    return renderings.stream()
        .filter(one -> spans(one).stream().limit(1).anyMatch(s -> in(s.first(), first, last)))
        .toList();
  }

  private static boolean in(long line, long first, long last) {
    return line >= first && line <= last;
  }

  /** Lines it renders; none for the whole or for a time. */
  private static List<LineSpan> spans(Rendering one) {
    var place = one.made().place();
    return place.unit().equals("lines") ? place.parts() : List.of();
  }

  /** For example: lines 12-40, 77; or from 0:12 to 0:31; empty for the whole. */
  public static String place(Frame frame, RenderingMade made) {
    var place = made.place();
    return switch (place.unit()) {
      case "lines" -> frame.t("exhibit.rendering.lines", LineSpan.text(place.parts()));
      case "millis" ->
          frame.t(
              "exhibit.rendering.time",
              clock(place.parts().getFirst().first()),
              clock(place.parts().getFirst().last()));
      default -> frame.t("exhibit.rendering.whole");
    };
  }

  /** For example 1:05. */
  static String clock(long millis) {
    var seconds = millis / 1000;
    var rest = seconds % 60;
    return seconds / 60 + (rest < 10 ? ":0" : ":") + rest;
  }

  /** What it is: a translation into a language, or a transcript. */
  public static String title(Frame frame, RenderingMade made) {
    var key = "exhibit.rendering." + made.kind();
    return made.language().isEmpty()
        ? frame.t(key)
        : frame.t(key + ".in", Languages.name(frame, made.language()));
  }

  /** By whom and when, as far as somebody said. */
  public static String hand(Frame frame, RenderingMade made) {
    var role = made.hand().role();
    var key = "exhibit.hand." + (ROLES.contains(role) ? role : "unknown");
    var date = PartialDate.parse(made.hand().made());
    return date.isPresent()
        ? frame.t("exhibit.hand.on", frame.t(key), frame.date(date.get()))
        : frame.t(key);
  }

  /** Who may have made one. */
  static final List<String> ROLES =
      List.of("person", "caseworker", "interpreter", "sworn", "other", "machine");

  /** Roles to choose from. */
  public static Map<String, String> roles(Frame frame) {
    return org.vigie.node.shell.Choices.of(frame, "exhibit.hand", ROLES);
  }
}
