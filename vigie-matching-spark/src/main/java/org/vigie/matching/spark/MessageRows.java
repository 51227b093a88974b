package org.vigie.matching.spark;

import static org.apache.spark.sql.types.DataTypes.BinaryType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.Iterator;
import java.util.Optional;
import java.util.Spliterators;
import java.util.stream.StreamSupport;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.LongWritable;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.lib.input.TextInputFormat;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.vigie.matching.join.MatchRefused;
import org.vigie.matching.join.Message;
import org.vigie.matching.join.MessageLines;
import org.vigie.matching.join.Prepared;
import org.vigie.matching.join.Preparing;
import scala.Tuple2;

/** Reads messages, a row each, of which nothing but the id is left in clear. */
final class MessageRows {

  private static final StructType KEY =
      Rows.schema()
          .with(BinaryType, "token")
          .with(IntegerType, "platform", "reason")
          .with(DoubleType, "score")
          .type();

  /**
   * {@code number} is that of the line, {@code fault} why it cannot be read, {@code kase} the token
   * of the case, {@code script} that of all fragments, {@code sketch} the fragments, sealed.
   */
  static final StructType SCHEMA =
      Rows.schema()
          .with(LongType, "number")
          .with(StringType, "fault", "id")
          .with(BinaryType, "kase", "script", "sketch")
          .with(IntegerType, "writing", "letters", "sounds")
          .with(DataTypes.createArrayType(KEY), "keys")
          .type();

  private MessageRows() {}

  /** The lines of {@code file}, as their bytes; they end with a line feed only. */
  static JavaRDD<byte[]> lines(JavaSparkContext spark, String file) {
    var settings = new Configuration(spark.hadoopConfiguration());
    settings.set("textinputformat.record.delimiter", "\n");
    return spark
        .newAPIHadoopFile(file, TextInputFormat.class, LongWritable.class, Text.class, settings)
        .map(line -> line._2().copyBytes());
  }

  /**
   * A row a message.
   *
   * @param threshold keys that score less are left out
   * @param region where nationally written numbers are from; null if nobody said
   */
  static Dataset<Row> of(
      SparkSession spark,
      JavaRDD<byte[]> lines,
      Broadcast<byte[]> key,
      double threshold,
      @Nullable String region) {
    var rows =
        lines
            .zipWithIndex()
            .mapPartitions(part -> rows(part, Veil.under(key.value()), threshold, region));
    return spark.createDataFrame(rows, SCHEMA);
  }

  private static Iterator<Row> rows(
      Iterator<Tuple2<byte[], Long>> lines, Veil veil, double threshold, @Nullable String region) {
    var preparing = new Preparing(region);
    return StreamSupport.stream(Spliterators.spliteratorUnknownSize(lines, 0), false)
        .flatMap(line -> row(line._1(), line._2() + 1, preparing, veil, threshold).stream())
        .iterator();
  }

  private static Optional<Row> row(
      byte[] line, long number, Preparing preparing, Veil veil, double threshold) {
    try {
      return MessageLines.parse(line, number)
          .map(message -> row(preparing, message, number, veil, threshold));
    } catch (MatchRefused refused) {
      return Optional.of(
          RowFactory.create(number, refused.key(), null, null, null, null, null, null, null, null));
    }
  }

  private static Row row(
      Preparing preparing, Message message, long number, Veil veil, double threshold) {
    return row(preparing.prepare(message), number, veil, threshold);
  }

  /** One message as a row of {@link #SCHEMA}. */
  static Row row(Prepared message, long number, Veil veil, double threshold) {
    var sketch = message.sketch();
    var of = message.caseId();
    var encoded = sketch.encoded();
    var comparable = sketch.isComparable();
    return RowFactory.create(
        number,
        null,
        message.id(),
        of == null ? null : veil.token(Veil.Kind.CASE, of),
        comparable ? veil.token(Veil.Kind.SCRIPT, encoded) : null,
        comparable ? veil.seal(encoded) : null,
        Numbers.of(sketch.writing()),
        sketch.letters().size(),
        sketch.sounds().size(),
        message.keys().stream()
            .filter(key -> key.reason().score() >= threshold)
            .map(key ->
                RowFactory.create(
                    veil.token(Veil.Kind.KEY, key.value()),
                    Numbers.of(key.platform()),
                    key.reason().bit(),
                    key.reason().score()))
            .toArray(Row[]::new));
  }
}
