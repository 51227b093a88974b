package org.vigie.matching.sequence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The published model: how each step looks, which follows which, and after how long. Read from a
 * data file that is shipped beside this class, so that anybody can check or contest a number.
 * Immutable and safe for use by several threads.
 */
public final class StepModel {

  private static final StepModel SHIPPED = parse(shippedText());

  private static final String ORDINARY = "ordinary";
  private static final String FAMILY = "family-life";

  private final String version;
  private final Map<String, String> kinds;
  private final Map<String, Map<String, Double>> rows;
  private final Map<String, Double> numbers;

  private StepModel(
      String version,
      Map<String, String> kinds,
      Map<String, Map<String, Double>> rows,
      Map<String, Double> numbers) {
    this.version = version;
    this.kinds = Map.copyOf(kinds);
    this.rows = Map.copyOf(rows);
    this.numbers = Map.copyOf(numbers);
  }

  /** The model of this release. */
  public static StepModel shipped() {
    return SHIPPED;
  }

  /** Its name and number, such as {@code steps-1}. */
  public String version() {
    return version;
  }

  /**
   * The steps that came next most often in the published pattern, the most usual first; the step
   * itself and silence left out.
   *
   * @param step the step before
   * @param most how many at most
   */
  public List<Step> usuallyAfter(Step step, int most) {
    return Arrays.stream(Step.values())
        .filter(next -> next != step && next != Step.SILENCE)
        .sorted(Comparator.comparingDouble((Step next) -> -next(step, next)))
        .limit(most)
        .toList();
  }

  /** What the model looks at in an observation. */
  Node.Seen seen(Observation observation) {
    return new Node.Seen(kinds.get(observation.act()), observation.reached(), observation.asked());
  }

  /** How likely {@code step} looks like this; what is unknown weighs 1. */
  double shows(Step step, Node.Seen seen) {
    return shows(step.code(), seen);
  }

  /** How likely what is no step looks like this: a life, a part of which concerns the family. */
  double ordinary(Node.Seen seen) {
    var family = number(FAMILY);
    return (1 - family) * shows(ORDINARY, seen) + family * shows(FAMILY, seen);
  }

  private double shows(String what, Node.Seen seen) {
    var of = "shows " + what + " ";
    var likely = seen.kind() == null ? 1 : value(of + "kind", seen.kind());
    likely *= seen.reached() == Reached.UNKNOWN ? 1 : value(of + "reached", code(seen.reached()));
    return likely * (seen.asked() == Asked.UNKNOWN ? 1 : value(of + "asked", code(seen.asked())));
  }

  /** How likely {@code after} follows {@code before}; null is the beginning. */
  double next(@Nullable Step before, Step after) {
    return value("next " + (before == null ? "start" : before.code()), after.code());
  }

  /** How likely so much time went by before {@code step}; null is ordinary life. */
  double gap(@Nullable Step step, Gap gap) {
    return gap == Gap.UNKNOWN || gap == Gap.LONG
        ? 1
        : value("gap " + (step == null ? ORDINARY : step.code()), gap.code());
  }

  double number(String name) {
    return Objects.requireNonNull(numbers.get(name), name);
  }

  private double value(String row, String column) {
    return Objects.requireNonNull(Objects.requireNonNull(rows.get(row), row).get(column), column);
  }

  private static String code(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Reads a model; what it lacks or names wrongly is a mistake of ours and stops the node. */
  static StepModel parse(String text) {
    var version = "";
    var kinds = new HashMap<String, String>();
    var weights = new HashMap<String, Map<String, Double>>();
    var numbers = new HashMap<String, Double>();
    for (var line : text.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).toList()) {
      var words = List.of(line.split(" "));
      switch (words.getFirst()) {
        case "version" -> version = words.get(1);
        case "kind" -> words.stream().skip(3).forEach(act -> kinds.put(act, words.get(1)));
        case "shows" -> weights.put(String.join(" ", words.subList(0, 3)), row(words, 3));
        case "next", "gap" -> weights.put(String.join(" ", words.subList(0, 2)), row(words, 2));
        case "set" -> numbers.put(words.get(1), Double.valueOf(words.get(2)));
        default -> throw new IllegalStateException("the model has no lines of this kind: " + line);
      }
    }
    var smooth = Objects.requireNonNull(numbers.get("smooth"));
    var rows = new HashMap<String, Map<String, Double>>();
    weights.forEach((name, row) -> rows.put(name, shares(row, columns(name, kinds), smooth)));
    return new StepModel(version, kinds, rows, numbers);
  }

  private static Map<String, Double> row(List<String> words, int from) {
    return words.stream()
        .skip(from)
        .map(cell -> cell.split("="))
        .collect(Collectors.toMap(cell -> cell[0], cell -> Double.valueOf(cell[1])));
  }

  private static Set<String> columns(String row, Map<String, String> kinds) {
    var columns = new TreeSet<String>();
    if (row.endsWith(" kind")) {
      columns.addAll(kinds.values());
    } else if (row.endsWith(" reached")) {
      Arrays.stream(Reached.values()).map(StepModel::code).forEach(columns::add);
      columns.remove(code(Reached.UNKNOWN));
    } else if (row.endsWith(" asked")) {
      Arrays.stream(Asked.values()).map(StepModel::code).forEach(columns::add);
      columns.remove(code(Asked.UNKNOWN));
    } else if (row.startsWith("next ")) {
      Arrays.stream(Step.values()).map(Step::code).forEach(columns::add);
    } else {
      columns.addAll(Set.of(Gap.DAYS.code(), Gap.WEEKS.code(), Gap.MONTHS.code()));
    }
    return columns;
  }

  /** Weights as shares of one; a column that the row does not name gets {@code smooth}. */
  private static Map<String, Double> shares(
      Map<String, Double> weights, Set<String> columns, double smooth) {
    if (!columns.containsAll(weights.keySet())) {
      throw new IllegalStateException("the model names what does not exist: " + weights.keySet());
    }
    var sum = 0.0;
    for (var column : columns) {
      sum += weights.getOrDefault(column, smooth);
    }
    var shares = new HashMap<String, Double>();
    for (var column : columns) {
      shares.put(column, weights.getOrDefault(column, smooth) / sum);
    }
    return Map.copyOf(shares);
  }

  private static String shippedText() {
    try (var in = Objects.requireNonNull(StepModel.class.getResourceAsStream("steps-1.txt"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
