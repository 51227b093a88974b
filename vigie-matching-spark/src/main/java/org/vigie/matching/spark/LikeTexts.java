package org.vigie.matching.spark;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.vigie.kernel.Secret;
import org.vigie.matching.join.JoinSizes;
import org.vigie.matching.join.Prepared;
import org.vigie.matching.text.Fragments;
import org.vigie.matching.text.TextSketch;
import org.vigie.matching.text.TextSketcher;
import org.vigie.matching.text.Writing;

/**
 * Pairs of texts by the plain share of common fragments, each worth the same: the same steps as the
 * job's, for measuring against other engines.
 */
public final class LikeTexts {

  private LikeTexts() {}

  /**
   * The pairs of {@code texts} that share at least {@code threshold}: rows with the numbers {@code
   * a} and {@code b}, counted from 1.
   *
   * @param threshold above 0, at most 1
   */
  public static Dataset<Row> pairs(SparkSession spark, JavaRDD<String> texts, double threshold) {
    var drawn = new byte[Veil.KEY];
    new SecureRandom().nextBytes(drawn);
    var key = JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(drawn);
    var rows =
        texts
            .zipWithIndex()
            .mapPartitions(part -> {
              var veil = Veil.under(key.value());
              var sketcher = sketcher();
              var made = new ArrayList<Row>();
              part.forEachRemaining(text ->
                  made.add(MessageRows.row(prepared(sketcher, text._1()), text._2() + 1, veil, 1)));
              return made.iterator();
            });
    var messages = spark.createDataFrame(rows, MessageRows.SCHEMA).persist();
    var scripts = new Scripts(messages, key, JoinSizes.STANDARD.countedUpTo());
    return MessagePairs.byScript(messages, scripts.numbers(), scripts.plainPairs(threshold))
        .select("a", "b");
  }

  private static TextSketcher sketcher() {
    try (var key = Secret.take(new byte[32])) {
      return new TextSketcher(key, 1);
    }
  }

  private static Prepared prepared(TextSketcher sketcher, String text) {
    var none = Fragments.of(new int[0]);
    return new Prepared(
        "", null, List.of(), new TextSketch(Writing.OTHER, sketcher.letters(text), none));
  }
}
