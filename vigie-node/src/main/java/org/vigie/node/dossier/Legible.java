package org.vigie.node.dossier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.vigie.evidence.redaction.RedactionRefused;
import org.vigie.evidence.redaction.TextRedaction;
import org.vigie.register.ForgetfulJson;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The text of an exhibit in units that are covered whole: messages where it was read as a
 * conversation, lines otherwise.
 *
 * @param units in order
 */
public record Legible(List<Unit> units) {

  private static final JsonMapper JSON = ForgetfulJson.builder().build();

  /** Copies the list. */
  public Legible {
    units = List.copyOf(units);
  }

  /**
   * A message or a line.
   *
   * @param number from 0
   * @param head time and sender of a message as they stood; empty for a line
   * @param text what it says
   */
  public record Unit(int number, String head, String text) {}

  /** Messages as the reader wrote them, one JSON object a line. */
  static Legible messages(byte[] lines) {
    var units = new ArrayList<Unit>();
    for (var line : new String(lines, UTF_8).lines().toList()) {
      try {
        var message = JSON.readTree(line);
        var head = (text(message, "time_raw") + " · " + text(message, "author")).strip();
        units.add(new Unit(units.size(), head, said(message)));
      } catch (JacksonException unreadable) {
        units.add(new Unit(units.size(), "", TextRedaction.BAR));
      }
    }
    return new Legible(units);
  }

  private static String said(JsonNode message) {
    var text = text(message, "text");
    var media = text(message, "media");
    var said = text.isEmpty() ? "[" + text(message, "kind") + "]" : text;
    return media.isEmpty() || text.contains(media) ? said : said + " [" + media + "]";
  }

  private static String text(JsonNode message, String name) {
    var node = message.get(name);
    return node == null || node.isNull() ? "" : node.asString();
  }

  /** A text, line by line. */
  static Legible lines(byte[] text) {
    var units = new ArrayList<Unit>();
    new String(text, UTF_8).lines().forEach(line -> units.add(new Unit(units.size(), "", line)));
    return new Legible(units);
  }

  /** The text without the units whose numbers are {@code covered}, a bar for each run of them. */
  byte[] covered(Set<Integer> covered, String label) throws RedactionRefused {
    var text = new StringBuilder();
    var ranges = new ArrayList<TextRedaction.LineRange>();
    var line = 0;
    for (var unit : units) {
      var shown = unit.head().isEmpty() ? unit.text() : unit.head() + "\n" + unit.text();
      var count = (int) Math.max(1, shown.lines().count());
      text.append(
              shown.isEmpty()
                  ? ""
                  : shown.lines().collect(java.util.stream.Collectors.joining("\n")))
          .append('\n');
      if (covered.contains(unit.number())) {
        ranges.add(new TextRedaction.LineRange(line, line + count - 1));
      }
      line += count;
    }
    return TextRedaction.coverLines(text.toString(), ranges, label).getBytes(UTF_8);
  }
}
