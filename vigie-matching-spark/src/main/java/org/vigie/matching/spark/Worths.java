package org.vigie.matching.spark;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.io.Serializable;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.vigie.matching.text.FragmentCounts;
import org.vigie.matching.text.TextSketch;
import org.vigie.matching.text.Writing;

/**
 * What fragments are worth in each index of one machine: by letters, and by sound in each writing.
 * Counted in parts, each where its rows are, and added up.
 */
final class Worths implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int DEPTH = 2;

  private final FragmentCounts letters;
  private final EnumMap<Writing, FragmentCounts> sounds = new EnumMap<>(Writing.class);

  /** Nothing counted yet, with room for so many by letters, then by sound in each writing. */
  private Worths(long[] texts) {
    letters = FragmentCounts.roomFor(Math.toIntExact(texts[0]));
    var index = 1;
    for (var writing : Writing.values()) {
      sounds.put(writing, FragmentCounts.roomFor(Math.toIntExact(texts[index++])));
    }
  }

  /** What a fragment by letters is worth. */
  FragmentCounts letters() {
    return letters;
  }

  /** What a fragment by sound is worth among texts of {@code writing}. */
  FragmentCounts sounds(Writing writing) {
    return Objects.requireNonNull(sounds.get(writing));
  }

  /**
   * Counts {@code scripts}, but for the variants of earlier ones.
   *
   * @param variants rows of a text and {@code spaces}, a bit for each space in which it is a
   *     variant
   */
  static Worths of(Dataset<Row> scripts, Dataset<Row> variants, Broadcast<byte[]> key) {
    var spaces = coalesce(col("spaces"), lit(0));
    var counted =
        scripts
            .join(variants, scripts.col("script").equalTo(variants.col("script")), "left_outer")
            .select(
                scripts.col("sketch"),
                col("writing"),
                counts("letters", spaces.bitwiseAND(1 << Space.LETTERS)).as("letters"),
                counts("sounds", spaces.bitwiseAND(1 << Space.SOUNDS)).as("sounds"))
            .filter("letters + sounds > 0");
    var texts = texts(counted);
    if (texts[0] + sounds(texts) == 0) {
      return new Worths(texts);
    }
    return counted
        .toJavaRDD()
        .mapPartitions(rows -> List.of(counted(rows, Veil.under(key.value()), texts)).iterator())
        .treeReduce(Worths::with, DEPTH);
  }

  private static Column counts(String fragments, Column variant) {
    return when(col(fragments).gt(0).and(variant.equalTo(0)), 1).otherwise(0);
  }

  private static long[] texts(Dataset<Row> counted) {
    var texts = new long[1 + Writing.values().length];
    for (var row : counted.groupBy("writing").agg(sum("letters"), sum("sounds")).collectAsList()) {
      texts[0] += row.getLong(1);
      texts[1 + row.getInt(0)] = row.getLong(2);
    }
    return texts;
  }

  private static long sounds(long[] texts) {
    var all = 0L;
    for (var index = 1; index < texts.length; index++) {
      all += texts[index];
    }
    return all;
  }

  private static Worths counted(Iterator<Row> rows, Veil veil, long[] texts) {
    var worths = new Worths(texts);
    while (rows.hasNext()) {
      var row = rows.next();
      worths.add(veil.open(row.<byte[]>getAs(0)), row.getInt(2) > 0, row.getInt(3) > 0);
    }
    return worths;
  }

  private void add(TextSketch sketch, boolean letters, boolean sounds) {
    if (letters) {
      letters().add(sketch.letters().tokens(), sketch.letters().size());
    }
    if (sounds) {
      sounds(sketch.writing()).add(sketch.sounds().tokens(), sketch.sounds().size());
    }
  }

  private Worths with(Worths other) {
    letters.add(other.letters);
    sounds.forEach((writing, counts) -> counts.add(other.sounds(writing)));
    return this;
  }
}
