package org.vigie.matching.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;

import java.io.IOException;
import java.io.StringWriter;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.vigie.kernel.SuppressForbidden;
import org.vigie.matching.join.CaseJoin;
import org.vigie.matching.join.JoinSizes;
import org.vigie.matching.join.MatchLines;
import org.vigie.matching.join.MatchRefused;
import org.vigie.matching.join.Message;
import org.vigie.matching.join.MessageLines;
import org.vigie.matching.join.Pair;
import org.vigie.matching.join.Reason;
import scala.Tuple2;

/**
 * The job: {@code ./vigie match FILE.jsonl}, its pairs or its groups, on as many machines as Spark
 * is given, with the same lines in no order. Protects words, identifiers and cases on their way
 * between machines and on local disks, see {@link Veil} and {@link Safeguards}; does not hide ids
 * of messages there. The file that is read and the folder that is written are in clear, where they
 * lie is the caller's business.
 */
public final class MatchJob {

  private static final int UNUSABLE = 2;
  private static final int WRONG_USAGE = 64;

  private final SparkSession spark;
  private final JobWords words;
  private final JoinSizes sizes;

  private MatchJob(SparkSession spark, JobWords words, JoinSizes sizes) {
    this.spark = spark;
    this.words = words;
    this.sizes = sizes;
  }

  /** Runs the job; {@code spark-submit} says where. */
  public static void main(String[] words) throws IOException {
    var code = run(List.of(words), new SparkConf());
    if (code != 0) {
      System.exit(code);
    }
  }

  /**
   * Runs the job in a session of its own; says in one line what is wrong.
   *
   * @return 0, 2 if the file cannot be used or the folder is there, 64 for wrong usage
   */
  @SuppressForbidden(reason = "a command line prints")
  static int run(List<String> words, SparkConf settings) throws IOException {
    try {
      var told = JobWords.of(words);
      var off = Safeguards.off(settings);
      if (off.isPresent()) {
        System.err.println(
            "vigie: this job runs with " + off.get() + "; else the cluster shows what it works on");
        return WRONG_USAGE;
      }
      try (var spark = session(settings)) {
        return run(spark, told, JoinSizes.STANDARD);
      }
    } catch (JobWords.Wrong wrong) {
      System.err.println("vigie: " + wrong.getMessage());
      return WRONG_USAGE;
    }
  }

  /** A session with everything that {@link Safeguards} sets. */
  static SparkSession session(SparkConf settings) {
    Safeguards.set(settings).setIfMissing("spark.app.name", "vigie-match");
    return SparkSession.builder().config(settings).getOrCreate();
  }

  /** Runs the job in {@code spark}. */
  @SuppressForbidden(reason = "a command line prints")
  static int run(SparkSession spark, JobWords words, JoinSizes sizes) throws IOException {
    if (!exists(spark, words.file())) {
      System.err.println("vigie: " + words.file() + " is not there, or a worker cannot see it");
      return UNUSABLE;
    }
    if (exists(spark, words.out())) {
      System.err.println("vigie: " + words.out() + " is there already; name a new folder");
      return UNUSABLE;
    }
    try {
      new MatchJob(spark, words, sizes).run();
      return 0;
    } catch (MatchRefused refused) {
      System.err.println("vigie: " + words.file() + " cannot be read: " + sentence(refused));
      return UNUSABLE;
    }
  }

  private static boolean exists(SparkSession spark, String name) throws IOException {
    var path = new Path(name);
    var found = path.getFileSystem(spark.sparkContext().hadoopConfiguration()).globStatus(path);
    return found != null && found.length > 0;
  }

  private static String sentence(MatchRefused refused) {
    var problem = refused.key().equals(MatchRefused.TOO_LONG) ? "is too long" : "is not a message";
    return "line " + refused.details().getFirst() + " " + problem;
  }

  private void run() throws MatchRefused {
    var context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    var key = new byte[Veil.KEY];
    new SecureRandom().nextBytes(key);
    var veiled = context.broadcast(key);
    try {
      run(context, veiled);
    } finally {
      veiled.destroy();
      Arrays.fill(key, (byte) 0);
    }
  }

  private void run(JavaSparkContext context, Broadcast<byte[]> veiled) throws MatchRefused {
    var lines = MessageRows.lines(context, words.file());
    var messages =
        MessageRows.of(spark, lines, veiled, words.threshold(), words.region())
            .persist(StorageLevel.MEMORY_AND_DISK());
    var counts = messages.agg(count("id"), count("fault")).head();
    if (counts.getLong(1) > 0) {
      throw firstFault(messages);
    }
    if (counts.getLong(0) <= sizes.exactUpTo()) {
      few(lines).write().text(words.out());
    } else {
      try (var scripts = new Scripts(messages, veiled, sizes.countedUpTo())) {
        many(messages, scripts, veiled).write().text(words.out());
      }
    }
  }

  private static MatchRefused firstFault(Dataset<Row> messages) {
    var first =
        messages
            .filter(col("fault").isNotNull())
            .orderBy("number")
            .select("number", "fault")
            .head();
    return new MatchRefused(first.getString(1), first.getLong(0));
  }

  /** Few messages are compared exactly, by one process, which reads them itself. */
  private Dataset<String> few(JavaRDD<byte[]> lines) {
    var threshold = words.threshold();
    var region = words.region();
    var groups = words.groups();
    var written =
        lines
            .zipWithIndex()
            .coalesce(1)
            .mapPartitions(all -> joined(all, new CaseJoin(threshold, region), groups));
    return spark.createDataset(written.rdd(), Encoders.STRING());
  }

  private static Iterator<String> joined(
      Iterator<Tuple2<byte[], Long>> lines, CaseJoin join, boolean groups) {
    var messages = new TreeMap<Long, Message>();
    lines.forEachRemaining(
        line -> message(line._1(), line._2() + 1).ifPresent(it -> messages.put(line._2(), it)));
    messages.values().forEach(join::add);
    var out = new StringWriter();
    var written = new MatchLines(out);
    if (groups) {
      join.groups(written::write);
    } else {
      join.pairs(written::write);
    }
    return out.toString().lines().iterator();
  }

  private static Optional<Message> message(byte[] line, long number) {
    try {
      return MessageLines.parse(line, number);
    } catch (MatchRefused changed) {
      throw new IllegalStateException("the file was changed while it was read", changed);
    }
  }

  private Dataset<String> many(Dataset<Row> messages, Scripts scripts, Broadcast<byte[]> key) {
    var alike = scripts.pairs(words.threshold());
    if (words.groups()) {
      var byScript = MessageTies.byScript(messages, scripts.numbers(), alike);
      return MessageGroups.lines(messages, byScript.union(MessageTies.byKey(messages)), key);
    }
    var byScript = MessagePairs.byScript(messages, scripts.numbers(), alike);
    return pairs(messages, byScript.union(MessagePairs.byKey(messages)), key);
  }

  private static Dataset<String> pairs(
      Dataset<Row> messages, Dataset<Row> found, Broadcast<byte[]> key) {
    var pairs = MessagePairs.merged(found);
    var ids = messages.select("number", "id");
    var named =
        pairs
            .join(ids.toDF("a", "first"), "a")
            .join(ids.toDF("b", "second"), "b")
            .select("first", "second", "score", "because");
    return Rows.flat(named, key, Encoders.STRING(), veil -> row -> List.of(line(row)));
  }

  private static String line(Row row) {
    var out = new StringWriter();
    new MatchLines(out)
        .write(
            new Pair(
                row.getString(0),
                row.getString(1),
                row.getDouble(2),
                Reason.ofBits(row.getInt(3))));
    return out.toString().stripTrailing();
  }
}
