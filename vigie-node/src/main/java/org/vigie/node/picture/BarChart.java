package org.vigie.node.picture;

import java.util.List;
import org.vigie.kernel.Language;

/**
 * What a bar chart shows. What is below a threshold must not be in it at all.
 *
 * @param title what is counted, one line
 * @param labels the heading of the names, for the table
 * @param values the heading of the numbers, for the table
 * @param bars the bars, in the order to show them
 * @param language the language of the words and the direction of reading
 */
public record BarChart(
    String title, String labels, String values, List<Bar> bars, Language language) {

  /**
   * One bar.
   *
   * @param name what it stands for
   * @param value how many, not negative
   */
  public record Bar(String name, long value) {}

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is negative
   */
  public BarChart {
    bars = List.copyOf(bars);
    if (bars.stream().anyMatch(bar -> bar.value() < 0)) {
      throw new IllegalArgumentException("a bar cannot be negative");
    }
  }
}
