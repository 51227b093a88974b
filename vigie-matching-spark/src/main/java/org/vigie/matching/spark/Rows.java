package org.vigie.matching.spark;

import java.io.Serializable;
import java.util.List;
import java.util.Spliterators;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;

/** Work on rows with something that has to be made once a partition. */
final class Rows {

  private Rows() {}

  /** What one partition is worked on with. */
  @FunctionalInterface
  interface Worker<T> {
    /** What becomes of a row. */
    List<T> work(Row row);
  }

  /** Makes workers where the rows are, given the job's veil. */
  @FunctionalInterface
  interface Work<T> extends Serializable {
    /** One for one partition. */
    Worker<T> begin(Veil veil);
  }

  /** {@code rows} worked on, under the job's {@code key}. */
  static <T> Dataset<T> flat(
      Dataset<Row> rows, Broadcast<byte[]> key, Encoder<T> encoder, Work<T> work) {
    return rows.mapPartitions(
        (MapPartitionsFunction<Row, T>)
            partition -> {
              var worker = work.begin(Veil.under(key.value()));
              return StreamSupport.stream(Spliterators.spliteratorUnknownSize(partition, 0), false)
                  .flatMap(row -> worker.work(row).stream())
                  .iterator();
            },
        encoder);
  }

  /** The same, to rows of {@code schema}. */
  static Dataset<Row> flat(
      Dataset<Row> rows, Broadcast<byte[]> key, StructType schema, Work<Row> work) {
    return flat(rows, key, Encoders.row(schema), work);
  }

  /** A schema of columns that may be null, by their types. */
  static Schema schema() {
    return new Schema(new StructType());
  }

  /** A schema in the making. */
  record Schema(StructType type) {

    Schema with(DataType of, String... names) {
      var more = type;
      for (var name : names) {
        more = more.add(name, of, true);
      }
      return new Schema(more);
    }
  }
}
