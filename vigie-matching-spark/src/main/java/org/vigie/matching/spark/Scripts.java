package org.vigie.matching.spark;

import static org.apache.spark.sql.functions.bit_or;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.types.DataTypes.BinaryType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;

import java.util.ArrayList;
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

  /** The last four where there is doubt; then only one of the two scores stands there. */
  private static final StructType PAIRS =
      Rows.schema()
          .with(LongType, "x", "y")
          .with(DoubleType, "forth", "back")
          .with(BinaryType, "part", "frequent")
          .with(DoubleType, "worth", "least")
          .type();

  private final Broadcast<byte[]> key;
  private final Dataset<Row> all;
  private final int countedUpTo;

  /**
   * The texts of {@code messages}, rows as {@link MessageRows} makes them.
   *
   * @param countedUpTo so many are all counted towards frequency, of more a sample
   */
  Scripts(Dataset<Row> messages, Broadcast<byte[]> key, int countedUpTo) {
    this.key = key;
    this.countedUpTo = countedUpTo;
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
    var samples = Samples.of(all, key, countedUpTo);
    var others =
        variants(near.filter("variant"), samples)
            .union(samples.leftOut(all, key))
            .groupBy("script")
            .agg(bit_or(col("spaces")).as("spaces"))
            .persist(StorageLevel.MEMORY_AND_DISK());
    var counted = Worths.counted(all, others);
    var context = JavaSparkContext.fromSparkContext(all.sparkSession().sparkContext());
    var worths = context.broadcast(Worths.of(counted, samples, key));
    var pairs = pairs(near.filter("script"), Scoring.byWorth(worths, threshold));
    return new Formulas(key, worths).sifted(pairs, counted);
  }

  /** The same by the plain share of common fragments. */
  Dataset<Row> plainPairs(double threshold) {
    return pairs(new Neighbours(threshold, false).among(all, key), Scoring.plain(threshold))
        .select("x", "y", "forth", "back");
  }

  private Dataset<Row> variants(Dataset<Row> near, Samples samples) {
    return Rows.flat(
        besides(near),
        key,
        VARIANTS,
        veil ->
            row -> {
              var space = row.getInt(0);
              var one = veil.open(row.<byte[]>getAs("one"));
              var other = veil.open(row.<byte[]>getAs("other"));
              var both = samples.holds(space, one) && samples.holds(space, other);
              return both && isVariant(space, one, other)
                  ? List.of(RowFactory.create(row.<Long>getAs("y"), 1 << space))
                  : List.of();
            });
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
                      veil,
                      row.<Long>getAs("x"),
                      row.<Long>getAs("y"),
                      scoring.score(veil, space, one, other),
                      scoring.score(veil, space, other, one));
                });
    var same =
        Rows.flat(
            all.filter("copies > 1").select("script", "sketch"),
            key,
            PAIRS,
            veil ->
                row -> {
                  var sketch = veil.open(row.<byte[]>getAs(1));
                  var score = self(scoring, veil, sketch);
                  return pair(veil, row.getLong(0), row.getLong(0), score, score);
                });
    return different.union(same);
  }

  /** What a text scores against another with the very same fragments: there is no doubt in it. */
  private static Scored self(Scoring scoring, Veil veil, TextSketch sketch) {
    var read = scoring.score(veil, Space.LETTERS, sketch, sketch);
    if (!sketch.writing().soundsWith(sketch.writing())) {
      return read;
    }
    var heard = scoring.score(veil, Space.SOUNDS, sketch, sketch);
    return heard.score() > read.score() ? heard : read;
  }

  private static List<Row> pair(Veil veil, long x, long y, Scored forth, Scored back) {
    var rows = new ArrayList<Row>(1);
    if (forth.beyondDoubt() > 0 || back.beyondDoubt() > 0) {
      rows.add(
          RowFactory.create(x, y, forth.beyondDoubt(), back.beyondDoubt(), null, null, null, null));
    }
    add(rows, veil, forth, x, y, forth.score(), 0.0);
    add(rows, veil, back, x, y, 0.0, back.score());
    return rows;
  }

  private static void add(
      List<Row> rows, Veil veil, Scored scored, long x, long y, double forth, double back) {
    var doubt = scored.doubt();
    if (doubt != null) {
      var frequent = doubt.frequent().encoded();
      rows.add(
          RowFactory.create(
              x,
              y,
              forth,
              back,
              veil.token(Veil.Kind.PART, frequent),
              veil.seal(frequent),
              doubt.worth(),
              doubt.least()));
    }
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
