package org.vigie.matching.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.row_number;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.storage.StorageLevel;
import org.vigie.matching.identifier.Platform;
import org.vigie.matching.join.Reason;

/**
 * Ties between messages that hang together by pairs, without the pairs: rows of two numbers {@code
 * a} and {@code b} and the bits of the reasons, from which the same groups follow as from all
 * pairs. Their number grows with the messages and with the pairs of different texts, not with the
 * pairs of messages, so that a flood of one script or number takes time in proportion.
 */
final class MessageTies {

  /** Of three cases, two that differ from a fourth differ from any other in at least one. */
  private static final int ENOUGH = 3;

  private static final int SCRIPT = Reason.SCRIPT.bit();

  private MessageTies() {}

  /** Ties of messages that share a number, a handle, a link or a name. */
  static Dataset<Row> byKey(Dataset<Row> messages) {
    var unstated = Numbers.of(Platform.UNSTATED);
    var holders =
        messages
            .select(col("number"), col("kase"), explode(col("keys")).as("key"))
            .select("number", "kase", "key.token", "key.platform", "key.reason");
    // Accounts of one name hang together on each platform that one of them is on
    var platforms = holders.select(col("token"), col("platform").as("on")).distinct();
    var bunches =
        holders
            .join(platforms, "token")
            .filter(col("platform").equalTo(col("on")).or(col("platform").equalTo(unstated)))
            .select("token", "on", "reason", "number", "kase")
            .distinct();
    var joined =
        bunches
            .groupBy("token", "on")
            .agg(min("number").as("first"), hangsTogether().as("joined"))
            .filter("joined")
            .select("token", "on", "first");
    return bunches
        .join(joined, new String[] {"token", "on"})
        .filter(col("first").notEqual(col("number")))
        .select(col("first").as("a"), col("number").as("b"), col("reason").as("because"));
  }

  /**
   * Whether messages that all share one thing are one group: as soon as two of them may be joined,
   * each joins with one of those two.
   */
  private static Column hangsTogether() {
    var anyOfNoCase = count("kase").lt(count(lit(1)));
    return count(lit(1)).gt(1).and(anyOfNoCase.or(min("kase").notEqual(max("kase"))));
  }

  /**
   * Ties of messages whose texts are one script.
   *
   * @param numbers of texts, by {@link Scripts#numbers}
   * @param scripts pairs of texts, by {@link Scripts#pairs}
   */
  static Dataset<Row> byScript(Dataset<Row> messages, Dataset<Row> numbers, Dataset<Row> scripts) {
    var seated = seated(messages, numbers).persist(StorageLevel.MEMORY_AND_DISK());
    var pairs =
        scripts
            .groupBy("x", "y")
            .agg(max("forth").as("forth"), max("back").as("back"))
            .persist(StorageLevel.MEMORY_AND_DISK());
    var whole = whole(seated, pairs);
    var within =
        seated
            .join(whole, "script")
            .filter(col("script").notEqual(col("number")))
            .select(col("script").as("a"), col("number").as("b"), lit(SCRIPT).as("because"));
    var across = across(seated, pairs, whole).persist(StorageLevel.MEMORY_AND_DISK());
    var met = across.select(col("a").as("seat")).union(across.select(col("b").as("seat")));
    var beside =
        seated
            .join(met.distinct(), "seat")
            .filter(col("seat").notEqual(col("number")))
            .select(col("seat").as("a"), col("number").as("b"), lit(SCRIPT).as("because"));
    return within.union(across).union(beside);
  }

  /**
   * Rows of a message, its text and its seat: messages of one text and one case join with the same
   * others, and the first of them stands for all.
   */
  private static Dataset<Row> seated(Dataset<Row> messages, Dataset<Row> numbers) {
    return messages
        .filter(col("script").isNotNull())
        .select(col("script").as("fragments"), col("kase"), col("number"))
        .join(numbers, "fragments")
        .select("script", "kase", "number")
        .withColumn("seat", min("number").over(Window.partitionBy("script", "kase")));
  }

  /** The texts all of whose messages are one group, for they are one script with themselves. */
  private static Dataset<Row> whole(Dataset<Row> seated, Dataset<Row> pairs) {
    var alike =
        pairs
            .filter(col("x").equalTo(col("y")).and(col("forth").gt(0)))
            .select(col("x").as("script"));
    return seated
        .groupBy("script")
        .agg(hangsTogether().as("joined"))
        .filter("joined")
        .join(alike, "script")
        .select("script");
  }

  /** Ties between seats of two texts that are one script. */
  private static Dataset<Row> across(Dataset<Row> seated, Dataset<Row> pairs, Dataset<Row> whole) {
    var lasts = seated.groupBy(col("script").as("x")).agg(max("number").as("last"));
    // Who came second is asked about, when the first comes again
    var again = col("back").gt(0).and(col("last").gt(col("y")));
    var alike =
        pairs
            .filter("x < y")
            .join(lasts, "x")
            .filter(col("forth").gt(0).or(again))
            .select("x", "y");
    var ranks = Window.partitionBy("script").orderBy("seat");
    var seats =
        seated
            .select("script", "kase", "seat")
            .distinct()
            .withColumn("rank", row_number().over(ranks))
            .join(whole.withColumn("whole", lit(true)), new String[] {"script"}, "left_outer")
            .select(
                col("script"),
                col("kase"),
                col("seat"),
                col("rank").leq(ENOUGH).as("some"),
                col("rank").leq(ENOUGH).or(col("whole").isNull()).as("reaches"))
            .filter("reaches");
    return alike
        .join(seats.toDF("x", "kase1", "a", "some1", "reaches1"), "x")
        .join(seats.toDF("y", "kase2", "b", "some2", "reaches2"), "y")
        .filter(col("some1").or(col("some2")))
        .filter(MessagePairs.mayJoin("kase1", "kase2"))
        .select(col("a"), col("b"), lit(SCRIPT).as("because"));
  }
}
