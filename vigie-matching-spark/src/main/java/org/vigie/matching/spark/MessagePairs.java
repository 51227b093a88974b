package org.vigie.matching.spark;

import static org.apache.spark.sql.functions.bit_or;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.vigie.matching.identifier.Platform;
import org.vigie.matching.join.Reason;

/**
 * The pairs of messages that texts and identifiers join: rows of two numbers {@code a} and {@code
 * b}, {@code a} the smaller, with a score and the bits of the reasons. Messages of one case that
 * share the same thing go together as a list, so that a flood within one case is one row.
 */
final class MessagePairs {

  private MessagePairs() {}

  /** Pairs of messages whose texts are one script. */
  static Dataset<Row> byScript(Dataset<Row> messages, Dataset<Row> numbers, Dataset<Row> scripts) {
    var members =
        messages
            .filter(col("script").isNotNull())
            .select(col("script").as("fragments"), col("kase"), col("number"))
            .join(numbers, "fragments")
            .groupBy("script", "kase")
            .agg(collect_list("number").as("numbers"));
    var joined =
        scripts
            .join(members.toDF("x", "kase1", "numbers1"), "x")
            .join(members.toDF("y", "kase2", "numbers2"), "y")
            .filter(mayJoin("kase1", "kase2"));
    var forth = col("one").lt(col("other"));
    return each(joined, "x", "y", "forth", "back")
        // Of two messages of one text each is met as the first and as the second
        .filter(col("x").notEqual(col("y")).or(forth))
        .select(
            least(col("one"), col("other")).as("a"),
            greatest(col("one"), col("other")).as("b"),
            when(forth, col("forth")).otherwise(col("back")).as("score"),
            lit(Reason.SCRIPT.bit()).as("because"))
        .filter("score > 0");
  }

  /** Pairs of messages that share a number, a handle, a link or a name. */
  static Dataset<Row> byKey(Dataset<Row> messages) {
    var holders =
        messages
            .select(col("number"), col("kase"), explode(col("keys")).as("key"))
            .groupBy("key.token", "key.platform", "key.reason", "key.score", "kase")
            .agg(collect_list("number").as("numbers"));
    var joined =
        holders
            .toDF("token", "platform1", "reason", "score", "kase1", "numbers1")
            .join(
                holders
                    .select("token", "platform", "kase", "numbers")
                    .toDF("token", "platform2", "kase2", "numbers2"),
                "token")
            .filter(mayBeOne("platform1", "platform2"))
            .filter(mayJoin("kase1", "kase2"));
    return each(joined, "score", "reason")
        .filter("one < other")
        .select(
            col("one").as("a"), col("other").as("b"), col("score"), col("reason").as("because"));
  }

  /** One row a pair, with every reason and the best score. */
  static Dataset<Row> merged(Dataset<Row> pairs) {
    return pairs
        .groupBy("a", "b")
        .agg(max("score").as("score"), bit_or(col("because")).as("because"));
  }

  /** A row for each two of both lists, with the columns named. */
  private static Dataset<Row> each(Dataset<Row> joined, String... columns) {
    var first = new Column[columns.length + 2];
    var second = new Column[columns.length + 2];
    for (var i = 0; i < columns.length; i++) {
      first[i] = col(columns[i]);
      second[i] = col(columns[i]);
    }
    first[columns.length] = explode(col("numbers1")).as("one");
    first[columns.length + 1] = col("numbers2");
    second[columns.length] = col("one");
    second[columns.length + 1] = explode(col("numbers2")).as("other");
    return joined.select(first).select(second);
  }

  /** As {@code Prepared.mayJoin}, of tokens. */
  static Column mayJoin(String one, String other) {
    return col(one).isNull().or(col(other).isNull()).or(col(one).notEqual(col(other)));
  }

  /** As {@code Platform.mayBe}, of numbers. */
  private static Column mayBeOne(String one, String other) {
    var unstated = Numbers.of(Platform.UNSTATED);
    return col(one)
        .equalTo(col(other))
        .or(col(one).equalTo(unstated))
        .or(col(other).equalTo(unstated));
  }
}
