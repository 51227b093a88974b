package org.vigie.node.sequence.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.matching.sequence.SequenceReading;
import org.vigie.matching.sequence.SequenceReading.Seen;
import org.vigie.matching.sequence.Step;
import org.vigie.matching.sequence.StepAlignment;

/**
 * Two cases of one caseworker beside each other.
 *
 * @param one the case that was open
 * @param other the one laid beside it
 * @param rows steps of both, in their order
 */
public record BesidePage(Side one, Side other, List<Row> rows) {

  /**
   * One of the two.
   *
   * @param id of the case
   * @param name the pseudonym it goes by
   * @param spoken whether anything can be said of an order in it
   */
  public record Side(String id, String name, boolean spoken) {}

  /**
   * A step of one case, of the other, or the same of both.
   *
   * @param one null where only the other has it
   * @param other null where only the one has it
   * @param sameTime whether about as much time had passed before it in both
   */
  public record Row(@Nullable Step one, @Nullable Step other, boolean sameTime) {}

  static BesidePage of(Side one, SequenceReading first, Side other, SequenceReading second) {
    var left = first.spoken() ? first.steps() : List.<Seen>of();
    var right = second.spoken() ? second.steps() : List.<Seen>of();
    var rows = new ArrayList<Row>();
    var i = 0;
    var j = 0;
    for (var pair : StepAlignment.of(left, right).pairs()) {
      alone(left.subList(i, pair.first()), right.subList(j, pair.second()), rows);
      rows.add(new Row(pair.step(), pair.step(), pair.sameTime()));
      i = pair.first() + 1;
      j = pair.second() + 1;
    }
    alone(left.subList(i, left.size()), right.subList(j, right.size()), rows);
    return new BesidePage(one, other, List.copyOf(rows));
  }

  private static void alone(List<Seen> left, List<Seen> right, List<Row> rows) {
    left.forEach(seen -> rows.add(new Row(seen.step(), null, false)));
    right.forEach(seen -> rows.add(new Row(null, seen.step(), false)));
  }

  /** Whether any step stands in both in the same order. */
  public boolean common() {
    return rows.stream().anyMatch(row -> row.one() != null && row.other() != null);
  }
}
