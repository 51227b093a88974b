package org.vigie.matching.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.types.DataTypes.BinaryType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.vigie.matching.band.BandPlan;
import org.vigie.matching.band.MinHashes;
import org.vigie.matching.text.Formula;
import org.vigie.matching.text.FormulaVotes;
import org.vigie.matching.text.Fragments;
import org.vigie.matching.text.TextSketch;

/**
 * Leaves out the pairs of texts that share a formula and no more. Whoever else holds it is found as
 * one machine's index finds it, by bands; each formula is looked for once, not for each pair.
 */
final class Formulas {

  private static final MinHashes HASHES = MinHashes.ofBands(BandPlan.FOR_FORMULAS.bands());

  private static final StructType ASKED =
      Rows.schema().with(LongType, "key").with(BinaryType, "part").type();

  private static final StructType HOLDERS = Rows.schema().with(LongType, "key", "script").type();

  private static final StructType HELD =
      Rows.schema().with(BinaryType, "part").with(LongType, "held", "vote").type();

  private static final StructType FOUND =
      Rows.schema().with(BinaryType, "part").with(DoubleType, "formula").type();

  private final Broadcast<byte[]> key;
  private final Broadcast<VeiledWorths> worths;

  /** Of texts whose fragments are worth {@code worths}. */
  Formulas(Broadcast<byte[]> key, Broadcast<VeiledWorths> worths) {
    this.key = key;
    this.worths = worths;
  }

  /**
   * Those of {@code pairs} that are one script.
   *
   * @param pairs where there is doubt, rows with {@code part}, the token of what may be a formula,
   *     {@code frequent}, its fragments, and {@code worth} and {@code least}
   * @param counted the texts that are no variants, by {@link Worths#counted}
   */
  Dataset<Row> sifted(Dataset<Row> pairs, Dataset<Row> counted) {
    var all = pairs.persist(StorageLevel.MEMORY_AND_DISK());
    var certain = all.filter(col("part").isNull()).select("x", "y", "forth", "back");
    var doubtful = all.filter(col("part").isNotNull());
    var parts =
        doubtful
            .groupBy("part")
            .agg(first("frequent").as("frequent"))
            .persist(StorageLevel.MEMORY_AND_DISK());
    if (parts.isEmpty()) {
      return certain;
    }
    var left =
        doubtful
            .drop("frequent")
            .join(found(parts, counted), new String[] {"part"}, "left_outer")
            .filter((FilterFunction<Row>) row -> !isFormula(row));
    return certain.union(left.select("x", "y", "forth", "back"));
  }

  private static boolean isFormula(Row row) {
    var formula = row.<Double>getAs("formula");
    return formula != null
        && Formula.leavesLessThan(row.<Double>getAs("least"), row.<Double>getAs("worth"), formula);
  }

  /** Rows of a part and what the formula in it is worth, if there is one. */
  private Dataset<Row> found(Dataset<Row> parts, Dataset<Row> counted) {
    var worths = this.worths;
    var asked = Rows.flat(parts, key, ASKED, veil -> row -> asked(row, veil));
    var holders = Rows.flat(counted, key, HOLDERS, veil -> row -> holder(row, veil));
    var met = asked.join(holders, "key").select("part", "script").distinct();
    var votes =
        Rows.flat(
                met.join(parts, "part").join(counted.select("script", "sketch"), "script"),
                key,
                HELD,
                veil -> row -> held(row, veil, worths.value().open(veil)))
            .groupBy("part", "held")
            .agg(sum("vote").as("votes"))
            .groupBy("part")
            .agg(collect_list(struct("held", "votes")).as("all"));
    return Rows.flat(
        votes.join(parts, "part"),
        key,
        FOUND,
        veil -> row -> verdict(row, veil, worths.value().open(veil)));
  }

  private static TextSketch part(Row row, Veil veil) {
    return veil.open(row.<byte[]>getAs("frequent"));
  }

  private static List<Row> asked(Row row, Veil veil) {
    var part = part(row, veil);
    var space = Space.ofOnly(part);
    var rows = new ArrayList<Row>();
    for (var band : bands(veil, Space.index(space, part.writing()), Space.of(space, part))) {
      rows.add(RowFactory.create(band, row.getAs("part")));
    }
    return rows;
  }

  private static List<Row> holder(Row row, Veil veil) {
    var sketch = veil.open(row.<byte[]>getAs("sketch"));
    var rows = new ArrayList<Row>();
    for (var space = Space.LETTERS; space <= Space.SOUNDS; space++) {
      if (row.<Integer>getAs(space == Space.LETTERS ? "letters" : "sounds") > 0) {
        var index = Space.index(space, sketch.writing());
        for (var band : bands(veil, index, Space.of(space, sketch))) {
          rows.add(RowFactory.create(band, row.getAs("script")));
        }
      }
    }
    return rows;
  }

  private static long[] bands(Veil veil, int index, Fragments of) {
    var mins = new int[2 * BandPlan.FOR_FORMULAS.bands()];
    HASHES.of(of.tokens(), of.size(), mins);
    return veil.bands(index, mins);
  }

  private static FormulaVotes votes(TextSketch part, Worths worths) {
    var space = Space.ofOnly(part);
    return new FormulaVotes(worths.of(space, part.writing()), Space.of(space, part));
  }

  private static List<Row> held(Row row, Veil veil, Worths worths) {
    var part = part(row, veil);
    var text = Space.of(Space.ofOnly(part), veil.open(row.<byte[]>getAs("sketch")));
    var votes = votes(part, worths);
    var held = votes.held(text.tokens(), text.size());
    var vote = (long) votes.vote(held, text.size(), BandPlan.FOR_FORMULAS.bands());
    return held == 0 ? List.of() : List.of(RowFactory.create(row.getAs("part"), held, vote));
  }

  private static List<Row> verdict(Row row, Veil veil, Worths worths) {
    var votes = votes(part(row, veil), worths);
    for (var some : row.<Row>getList(row.fieldIndex("all"))) {
      votes.add(some.getLong(0), some.getLong(1));
    }
    var formula = votes.worth();
    return formula == 0 ? List.of() : List.of(RowFactory.create(row.getAs("part"), formula));
  }
}
