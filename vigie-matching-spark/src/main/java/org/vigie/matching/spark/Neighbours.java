package org.vigie.matching.spark;

import static org.apache.spark.sql.functions.bit_count;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.vigie.matching.band.BandPlan;
import org.vigie.matching.band.MinHashes;
import org.vigie.matching.text.ScriptBar;
import org.vigie.matching.text.TextIndex;
import org.vigie.matching.text.TextSketch;
import org.vigie.matching.text.Writing;

/**
 * Finds the pairs of scripts that meet in enough bands: a join of all bands with themselves, in
 * whose condition outlines drop the pairs that cannot share enough.
 */
final class Neighbours {

  private static final int OUTLINE_WORDS = 4;

  /** Doubles are not exact, and a pair too many costs a comparison only. */
  private static final double MARGIN = 1e-6;

  private static final StructType BANDS =
      Rows.schema()
          .with(LongType, "key")
          .with(IntegerType, "space", "band", "writing", "size")
          .with(LongType, "script", "o0", "o1", "o2", "o3")
          .type();

  private final double byLetters;
  private final double bySound;
  private final BandPlan letters;
  private final BandPlan sounds;
  private final boolean variants;

  /**
   * Neighbours that may score {@code threshold}.
   *
   * @param variants whether those that may be variants of one another are wanted, too
   */
  Neighbours(double threshold, boolean variants) {
    byLetters = threshold;
    bySound = ScriptBar.bySound(threshold);
    letters = BandPlan.of(byLetters);
    sounds = BandPlan.of(bySound);
    this.variants = variants;
  }

  /**
   * Rows of {@code space}, the two scripts {@code x} and {@code y}, and whether they met often
   * enough to be one script ({@code script}) or variants ({@code variant}).
   *
   * @param texts rows with {@code script} and {@code sketch}
   */
  Dataset<Row> among(Dataset<Row> texts, Broadcast<byte[]> key) {
    var most = new int[] {most(letters), most(sounds)};
    var bands =
        Rows.flat(
            texts.select("script", "sketch"),
            key,
            BANDS,
            veil -> {
              var hashes = List.of(MinHashes.ofBands(most[0]), MinHashes.ofBands(most[1]));
              return row ->
                  bands(row.getLong(0), veil.open(row.<byte[]>getAs(1)), veil, hashes, most);
            });
    var script = script();
    var variant = variants ? variant() : lit(false);
    var met =
        bands
            .as("x")
            .join(
                bands.as("y"),
                col("x.key")
                    .equalTo(col("y.key"))
                    .and(col("x.script").lt(col("y.script")))
                    .and(script.or(variant)))
            .select(
                col("x.space").as("space"),
                col("x.script").as("x"),
                col("y.script").as("y"),
                script.cast(DataTypes.IntegerType).as("script"),
                variant.cast(DataTypes.IntegerType).as("variant"))
            .groupBy("space", "x", "y")
            .agg(sum("script").as("script"), sum("variant").as("variant"));
    var hits =
        when(col("space").equalTo(Space.LETTERS), lit(letters.hits()))
            .otherwise(lit(sounds.hits()));
    return met.select(
            col("space"),
            col("x"),
            col("y"),
            col("script").geq(hits).as("script"),
            col("variant").geq(BandPlan.FOR_VARIANTS.hits()).as("variant"))
        .filter(col("script").or(col("variant")));
  }

  private int most(BandPlan plan) {
    return variants ? Math.max(plan.bands(), BandPlan.FOR_VARIANTS.bands()) : plan.bands();
  }

  private static List<Row> bands(
      long script, TextSketch sketch, Veil veil, List<MinHashes> hashes, int[] most) {
    var rows = new ArrayList<Row>();
    for (var space = Space.LETTERS; space <= Space.SOUNDS; space++) {
      var fragments = Space.of(space, sketch);
      if (fragments.size() > 0) {
        var mins = new int[2 * most[space]];
        hashes.get(space).of(fragments.tokens(), fragments.size(), mins);
        var keys = veil.bands(space, mins);
        var outline = veil.outline(space, fragments);
        for (var band = 0; band < keys.length; band++) {
          rows.add(
              RowFactory.create(
                  keys[band],
                  space,
                  band,
                  Numbers.of(sketch.writing()),
                  fragments.size(),
                  script,
                  outline[0],
                  outline[1],
                  outline[2],
                  outline[3]));
        }
      }
    }
    return rows;
  }

  /** Whether a row of the join counts for one script: the rules of the index of one machine. */
  private Column script() {
    var read =
        col("x.space")
            .equalTo(Space.LETTERS)
            .and(col("x.band").lt(letters.bands()))
            .and(mayReach(byLetters));
    var heard =
        col("x.space")
            .equalTo(Space.SOUNDS)
            .and(col("x.band").lt(sounds.bands()))
            .and(soundsWith())
            .and(mayReach(bySound));
    return read.or(heard);
  }

  /** Whether it counts for a variant: a text of the same index, nearly the same. */
  private static Column variant() {
    return col("x.band")
        .lt(BandPlan.FOR_VARIANTS.bands())
        .and(col("x.space").equalTo(Space.LETTERS).or(col("x.writing").equalTo(col("y.writing"))))
        .and(mayReach(TextIndex.VARIANT));
  }

  /** The rule of {@link Writing#soundsWith}, as a table. */
  private static Column soundsWith() {
    var any = lit(false);
    for (var one : Writing.values()) {
      for (var other : Writing.values()) {
        if (one.soundsWith(other)) {
          any =
              any.or(
                  col("x.writing")
                      .equalTo(Numbers.of(one))
                      .and(col("y.writing").equalTo(Numbers.of(other))));
        }
      }
    }
    return any;
  }

  /** Each fragment that is not shared flips at most one bit: what may reach it is never lost. */
  private static Column mayReach(double threshold) {
    var apart = lit(0);
    for (var word = 0; word < OUTLINE_WORDS; word++) {
      apart = apart.plus(bit_count(col("x.o" + word).bitwiseXOR(col("y.o" + word))));
    }
    var both = col("x.size").plus(col("y.size"));
    return apart.leq(both.multiply((1 - threshold) / (1 + threshold)).plus(MARGIN));
  }
}
