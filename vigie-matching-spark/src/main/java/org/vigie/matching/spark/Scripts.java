package org.vigie.matching.spark;

import static org.apache.spark.sql.functions.bit_or;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;

import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.vigie.matching.text.Scorer;
import org.vigie.matching.text.TextIndex;
import org.vigie.matching.text.TextSketch;

/**
 * The different texts of a job and which of them are one script. Messages with the very same
 * fragments are one text, known by the number of the first of them, so that a flood of one script
 * is compared once.
 */
final class Scripts implements AutoCloseable {

  private static final StructType VARIANTS =
      Rows.schema().with(LongType, "script").with(IntegerType, "spaces").type();

  private static final StructType PAIRS =
      Rows.schema().with(LongType, "x", "y").with(DoubleType, "forth", "back").type();

  private final Broadcast<byte[]> key;
  private final Dataset<Row> all;

  /** The texts of {@code messages}, rows as {@link MessageRows} makes them. */
  Scripts(Dataset<Row> messages, Broadcast<byte[]> key) {
    this.key = key;
    all =
        messages
            .filter(col("script").isNotNull())
            .groupBy(col("script").as("fragments"))
            .agg(
                min("number").as("script"),
                first("sketch").as("sketch"),
                first("writing").as("writing"),
                first("letters").as("letters"),
                first("sounds").as("sounds"),
                count(lit(1)).as("copies"))
            .persist(StorageLevel.MEMORY_AND_DISK());
  }

  /** Rows of {@code fragments}, their token, and {@code script}, the text's number. */
  Dataset<Row> numbers() {
    return all.select("fragments", "script");
  }

  /**
   * Rows of two texts {@code x} and {@code y}, the same text where it was sent twice, and what they
   * score when the first of two messages is of {@code x} ({@code forth}) or of {@code y} ({@code
   * back}); a pair may come twice, by letters and by sound.
   */
  Dataset<Row> pairs(double threshold) {
    var near = new Neighbours(threshold, true).among(all, key);
    near = near.persist(StorageLevel.MEMORY_AND_DISK());
    var worths = Worths.of(all, variants(near.filter("variant")), key);
    var context = JavaSparkContext.fromSparkContext(all.sparkSession().sparkContext());
    return pairs(near.filter("script"), Scoring.byWorth(context.broadcast(worths), threshold));
  }

  /** The same by the plain share of common fragments. */
  Dataset<Row> plainPairs(double threshold) {
    return pairs(new Neighbours(threshold, false).among(all, key), Scoring.plain(threshold));
  }

  private Dataset<Row> variants(Dataset<Row> near) {
    var found =
        Rows.flat(
            besides(near),
            key,
            VARIANTS,
            veil ->
                row -> {
                  var space = row.getInt(0);
                  var one = veil.open(row.<byte[]>getAs("one"));
                  var other = veil.open(row.<byte[]>getAs("other"));
                  return isVariant(space, one, other)
                      ? List.of(RowFactory.create(row.<Long>getAs("y"), 1 << space))
                      : List.of();
                });
    return found.groupBy("script").agg(bit_or(col("spaces")).as("spaces"));
  }

  private static boolean isVariant(int space, TextSketch one, TextSketch other) {
    var earlier = Space.of(space, one);
    return new Scorer(null, Space.of(space, other), TextIndex.VARIANT)
        .isLike(earlier.tokens(), earlier.size());
  }

  private Dataset<Row> pairs(Dataset<Row> near, Scoring scoring) {
    var different =
        Rows.flat(
            besides(near),
            key,
            PAIRS,
            veil ->
                row -> {
                  var space = row.getInt(0);
                  var one = veil.open(row.<byte[]>getAs("one"));
                  var other = veil.open(row.<byte[]>getAs("other"));
                  return pair(
                      row.<Long>getAs("x"),
                      row.<Long>getAs("y"),
                      scoring.score(space, one, other),
                      scoring.score(space, other, one));
                });
    var same =
        Rows.flat(
            all.filter("copies > 1").select("script", "sketch"),
            key,
            PAIRS,
            veil ->
                row -> {
                  var sketch = veil.open(row.<byte[]>getAs(1));
                  var score = scoring.score(Space.LETTERS, sketch, sketch);
                  if (sketch.writing().soundsWith(sketch.writing())) {
                    score = Math.max(score, scoring.score(Space.SOUNDS, sketch, sketch));
                  }
                  return pair(row.getLong(0), row.getLong(0), score, score);
                });
    return different.union(same);
  }

  private static List<Row> pair(long x, long y, double forth, double back) {
    return forth > 0 || back > 0 ? List.of(RowFactory.create(x, y, forth, back)) : List.of();
  }

  /** Pairs with the sealed fragments of both. */
  private Dataset<Row> besides(Dataset<Row> near) {
    return near.select("space", "x", "y")
        .join(all.select(col("script").as("x"), col("sketch").as("one")), "x")
        .join(all.select(col("script").as("y"), col("sketch").as("other")), "y")
        .select("space", "x", "y", "one", "other");
  }

  @Override
  public void close() {
    all.unpersist();
  }
}
