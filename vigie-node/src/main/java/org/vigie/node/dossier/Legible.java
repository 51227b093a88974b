package org.vigie.node.dossier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigie.evidence.redaction.RedactionRefused;
import org.vigie.evidence.redaction.TextRedaction;
import org.vigie.imports.Flag;
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

  /** What decides who said something, and whether it ever left. */
  private static final List<Flag> TOLD = List.of(Flag.UNSENT, Flag.FORWARDED, Flag.PSEUDO_AUTHOR);

  private static final JsonMapper JSON = ForgetfulJson.builder().build();

  /** Copies the list. */
  public Legible {
    units = List.copyOf(units);
  }

  /**
   * A message or a line.
   *
   * @param number from 0
   * @param head time and sender of a message as they stood, and whether it is known to have been
   *     sent; empty for a line
   * @param text what it says
   */
  public record Unit(int number, String head, String text) {}

  /**
   * Messages as the reader wrote them, one JSON object a line.
   *
   * @param say the sentence of a key, in the language of the dossier
   */
  static Legible messages(byte[] lines, UnaryOperator<String> say) {
    var units = new ArrayList<Unit>();
    for (var line : new String(lines, UTF_8).lines().toList()) {
      try {
        var message = JSON.readTree(line);
        units.add(new Unit(units.size(), head(message, say), said(message)));
      } catch (JacksonException unreadable) {
        units.add(new Unit(units.size(), "", TextRedaction.BAR));
      }
    }
    return new Legible(units);
  }

  private static String head(JsonNode message, UnaryOperator<String> say) {
    var author = text(message, "author");
    var owner = author.isEmpty() && has(message, Flag.OUTGOING);
    var parts =
        Stream.concat(
            Stream.of(
                text(message, "time_raw"), owner ? say.apply("exhibit.message.owner") : author),
            TOLD.stream()
                .filter(flag -> has(message, flag))
                .map(flag -> say.apply("exhibit.flag." + flag.text())));
    return parts.filter(part -> !part.isEmpty()).collect(Collectors.joining(" · "));
  }

  /** Whether a copy with parts covered says {@code flag} of a message. */
  static boolean tells(String flag) {
    return TOLD.stream().anyMatch(told -> told.text().equals(flag));
  }

  private static boolean has(JsonNode message, Flag flag) {
    for (var one : message.path("flags")) {
      if (one.asString("").equals(flag.text())) {
        return true;
      }
    }
    return false;
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
      text.append(shown.isEmpty() ? "" : shown.lines().collect(Collectors.joining("\n")))
          .append('\n');
      if (covered.contains(unit.number())) {
        ranges.add(new TextRedaction.LineRange(line, line + count - 1));
      }
      line += count;
    }
    return TextRedaction.coverLines(text.toString(), ranges, label).getBytes(UTF_8);
  }
}
