package org.vigie.matching.spark;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.vigie.matching.text.FragmentCounts;
import org.vigie.matching.text.TextSketch;
import org.vigie.matching.text.Writing;

/**
 * What fragments are worth in each index of one machine: by letters, and by sound in each writing.
 * Counted in parts, each where its rows are, and added up; between processes only as {@link
 * VeiledWorths}.
 */
final class Worths {

  private static final int DEPTH = 2;

  /** By letters, then by sound in each writing. */
  private final List<FragmentCounts> counts;

  Worths(List<FragmentCounts> counts) {
    this.counts = List.copyOf(counts);
  }

  /** Nothing counted yet, with room for so many of {@code samples}, in the order above. */
  static Worths roomFor(long[] texts, Samples samples) {
    var counts = new ArrayList<FragmentCounts>();
    for (var index = 0; index < texts.length; index++) {
      counts.add(FragmentCounts.roomFor(Math.toIntExact(texts[index]), samples.of(index)));
    }
    return new Worths(counts);
  }

  /** What a fragment is worth in the index of {@code writing}, compared in this way. */
  FragmentCounts of(int space, Writing writing) {
    return counts.get(Space.index(space, writing));
  }

  /** What a fragment by letters is worth. */
  FragmentCounts letters() {
    return counts.getFirst();
  }

  /** What a fragment by sound is worth among texts of {@code writing}. */
  FragmentCounts sounds(Writing writing) {
    return counts.get(1 + Numbers.of(writing));
  }

  /** Sealed, to be handed to another process. */
  VeiledWorths veiled(Veil veil) {
    return new VeiledWorths(counts.stream().map(veil::seal).toList());
  }

  /**
   * The texts that count in one way of comparing or both ({@code letters} and {@code sounds} are 1
   * or 0).
   *
   * @param others rows of a text and {@code spaces}, a bit for each space in which it does not
   *     count: as a variant of an earlier one, or because it is not of the sample
   */
  static Dataset<Row> counted(Dataset<Row> scripts, Dataset<Row> others) {
    var spaces = coalesce(col("spaces"), lit(0));
    return scripts
        .join(others, scripts.col("script").equalTo(others.col("script")), "left_outer")
        .select(
            scripts.col("script"),
            scripts.col("sketch"),
            col("writing"),
            count("letters", spaces.bitwiseAND(1 << Space.LETTERS)).as("letters"),
            count("sounds", spaces.bitwiseAND(1 << Space.SOUNDS)).as("sounds"))
        .filter("letters + sounds > 0");
  }

  /** Counts what {@link #counted} gave. */
  static VeiledWorths of(Dataset<Row> counted, Samples samples, Broadcast<byte[]> key) {
    var texts = Samples.texts(counted);
    if (Arrays.stream(texts).sum() == 0) {
      return roomFor(texts, samples).veiled(Veil.under(key.value()));
    }
    return counted
        .toJavaRDD()
        .mapPartitions(rows ->
            List.of(counted(rows, Veil.under(key.value()), roomFor(texts, samples))).iterator())
        .treeReduce((one, other) -> one.with(other, Veil.under(key.value())), DEPTH);
  }

  private static Column count(String fragments, Column not) {
    return when(col(fragments).gt(0).and(not.equalTo(0)), 1).otherwise(0);
  }

  private static VeiledWorths counted(Iterator<Row> rows, Veil veil, Worths worths) {
    while (rows.hasNext()) {
      var row = rows.next();
      worths.add(
          veil.open(row.<byte[]>getAs("sketch")),
          row.<Integer>getAs("letters") > 0,
          row.<Integer>getAs("sounds") > 0);
    }
    return worths.veiled(veil);
  }

  /** Counts one text, by letters, by sound, or both. */
  void add(TextSketch sketch, boolean letters, boolean sounds) {
    if (letters) {
      letters().add(sketch.letters().tokens(), sketch.letters().size());
    }
    if (sounds) {
      sounds(sketch.writing()).add(sketch.sounds().tokens(), sketch.sounds().size());
    }
  }

  /** Adds what was counted elsewhere. */
  Worths with(Worths other) {
    for (var index = 0; index < counts.size(); index++) {
      counts.get(index).add(other.counts.get(index));
    }
    return this;
  }
}
