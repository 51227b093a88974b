package org.vigie.matching.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.BinaryType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.vigie.matching.text.Sample;
import org.vigie.matching.text.TextSketch;
import org.vigie.matching.text.Writing;

/** Which texts are counted towards frequency in each index of one machine, in their order there. */
final class Samples implements Serializable {

  private static final long serialVersionUID = 1L;

  private static final StructType DOCUMENTS =
      Rows.schema().with(IntegerType, "index").with(BinaryType, "fragments").type();

  private static final StructType LEFT_OUT =
      Rows.schema().with(LongType, "script").with(IntegerType, "spaces").type();

  private final int[] halvings;

  private Samples(int[] halvings) {
    this.halvings = halvings;
  }

  /** Every text in each index. */
  static Samples all() {
    return new Samples(new int[1 + Writing.values().length]);
  }

  /**
   * The samples of {@code texts}, rows with {@code script}, {@code sketch}, {@code writing}, and
   * the sizes {@code letters} and {@code sounds}.
   */
  static Samples of(Dataset<Row> texts, Broadcast<byte[]> key, int most) {
    var atMost = texts(texts.select(col("writing"), one("letters"), one("sounds")));
    var documents =
        Arrays.stream(atMost).allMatch(some -> some <= most) ? atMost : documents(texts, key);
    return new Samples(
        Arrays.stream(documents).mapToInt(some -> Sample.among(some, most).halvings()).toArray());
  }

  /** Texts that differ by letters may sound the same: an index holds them once. */
  private static long[] documents(Dataset<Row> scripts, Broadcast<byte[]> key) {
    var documents = new long[1 + Writing.values().length];
    Rows.flat(
            scripts.select("sketch"),
            key,
            DOCUMENTS,
            veil -> row -> documents(veil.open(row.<byte[]>getAs(0)), veil))
        .distinct()
        .groupBy("index")
        .count()
        .collectAsList()
        .forEach(row -> documents[row.getInt(0)] = row.getLong(1));
    return documents;
  }

  private static List<Row> documents(TextSketch sketch, Veil veil) {
    var rows = new ArrayList<Row>();
    for (var space = Space.LETTERS; space <= Space.SOUNDS; space++) {
      var fragments = Space.of(space, sketch);
      if (fragments.size() > 0) {
        var only = Space.only(space, sketch.writing(), fragments);
        rows.add(
            RowFactory.create(
                Space.index(space, sketch.writing()),
                veil.token(Veil.Kind.SCRIPT, only.encoded())));
      }
    }
    return rows;
  }

  private static Column one(String fragments) {
    return when(col(fragments).gt(0), 1).otherwise(0).as(fragments);
  }

  /** How many there are by letters, then by sound in each writing; of rows with ones or zeros. */
  static long[] texts(Dataset<Row> rows) {
    var texts = new long[1 + Writing.values().length];
    for (var row : rows.groupBy("writing").agg(sum("letters"), sum("sounds")).collectAsList()) {
      texts[0] += row.getLong(1);
      texts[1 + row.getInt(0)] = row.getLong(2);
    }
    return texts;
  }

  /** The sample of an index, by its number in {@link Space#index}. */
  Sample of(int index) {
    return new Sample(halvings[index]);
  }

  /** Whether {@code sketch} is counted in the index of its writing, compared in this way. */
  boolean holds(int space, TextSketch sketch) {
    return of(Space.index(space, sketch.writing())).holds(Space.of(space, sketch));
  }

  /** Rows of each text that is left out and {@code spaces}, a bit for each space. */
  Dataset<Row> leftOut(Dataset<Row> scripts, Broadcast<byte[]> key) {
    if (Arrays.stream(halvings).allMatch(times -> times == 0)) {
      return scripts.sparkSession().createDataFrame(List.of(), LEFT_OUT);
    }
    return Rows.flat(
        scripts.select("script", "sketch"),
        key,
        LEFT_OUT,
        veil -> row -> leftOut(row.getLong(0), veil.open(row.<byte[]>getAs(1))));
  }

  private List<Row> leftOut(long script, TextSketch sketch) {
    var rows = new ArrayList<Row>();
    for (var space = Space.LETTERS; space <= Space.SOUNDS; space++) {
      if (!holds(space, sketch)) {
        rows.add(RowFactory.create(script, 1 << space));
      }
    }
    return rows;
  }
}
