package org.vigie.node.incident;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The ten families and 59 leaves by which acts are coded. Immutable and safe for use by several
 * threads.
 */
public final class Taxonomy {

  private static final Taxonomy SHIPPED = read();

  private final Map<String, Act> byCode;
  private final List<Act> ordered;

  private Taxonomy(Map<String, Act> byCode) {
    this.byCode = Map.copyOf(byCode);
    this.ordered = List.copyOf(byCode.values());
  }

  /** The taxonomy of this release. */
  public static Taxonomy shipped() {
    return SHIPPED;
  }

  /** The act or family with this code. */
  public Optional<Act> find(String code) {
    return Optional.ofNullable(byCode.get(code));
  }

  /** The families, in the order of the taxonomy. */
  public List<Act> families() {
    return ordered.stream().filter(Act::isFamily).toList();
  }

  /** The leaves of a family, in the order of the taxonomy. */
  public List<Act> leavesOf(Act family) {
    return ordered.stream().filter(act -> act.family().equals(family.code())).toList();
  }

  private static Taxonomy read() {
    try (var in = Taxonomy.class.getResourceAsStream("/taxonomy/acts.csv")) {
      if (in == null) {
        throw new IllegalStateException("taxonomy/acts.csv is not on the class path");
      }
      var acts = new LinkedHashMap<String, Act>();
      var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      lines.readLine();
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        var cells = cells(line);
        acts.put(
            cells.get(0),
            new Act(
                cells.get(0),
                cells.get(1),
                new Act.Words(cells.get(2), cells.get(4)),
                new Act.Words(cells.get(3), cells.get(5)),
                new Act.Mapping(cells.get(6), cells.get(7), cells.get(8))));
      }
      return new Taxonomy(acts);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** One line of RFC 4180 without line breaks in cells, which is all this file uses. */
  private static List<String> cells(String line) {
    var cells = new ArrayList<String>();
    var cell = new StringBuilder();
    var quoted = false;
    for (var i = 0; i < line.length(); i++) {
      var c = line.charAt(i);
      if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
        cell.append('"');
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return cells;
  }
}
