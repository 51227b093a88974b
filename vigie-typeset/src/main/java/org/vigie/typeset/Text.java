package org.vigie.typeset;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigie.kernel.Language;

/**
 * What a paragraph, a cell or a heading says.
 *
 * @param language BCP 47 tag of the whole
 * @param direction which way the paragraph runs
 * @param runs its stretches in reading order
 */
public record Text(String language, Direction direction, List<Run> runs) {

  /** Copies the list. */
  public Text {
    runs = List.copyOf(runs);
  }

  /** Plain text in {@code language}, running as its first letter says. */
  public static Text of(Language language, String words) {
    return of(language.tag(), words);
  }

  /** Plain text in the language with this BCP 47 tag, running as its first letter says. */
  public static Text of(String language, String words) {
    return new Text(language, Direction.AUTO, List.of(Run.of(words)));
  }

  /** Text of several runs, left to right or right to left as {@code language} is written. */
  public static Text of(Language language, Run... runs) {
    var direction = language.direction().equals("rtl") ? Direction.RTL : Direction.LTR;
    return new Text(language.tag(), direction, List.of(runs));
  }

  /** This text followed by {@code runs}. */
  public Text with(Run... more) {
    return new Text(language, direction, Stream.concat(runs.stream(), Stream.of(more)).toList());
  }

  /** The same, every run in bold. */
  public Text inBold() {
    return new Text(
        language,
        direction,
        runs.stream()
            .map(r -> new Run(r.words(), true, r.language(), r.isolation(), r.link()))
            .toList());
  }

  /** What it says, without its looks. */
  public String words() {
    return runs.stream().map(Run::words).collect(Collectors.joining());
  }
}
