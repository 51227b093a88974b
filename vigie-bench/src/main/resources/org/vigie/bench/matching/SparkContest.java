import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.ml.feature.MinHashLSH;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.vigie.kernel.Secret;
import org.vigie.matching.spark.LikeTexts;
import org.vigie.matching.text.TextSketcher;

/**
 * One side of the contest: {@code ours|mllib TEXTS OUT THRESHOLD}. Writes the seconds of the join,
 * then a pair of numbers a line. MLlib gets its vectors ready made and in memory; ours begins with
 * the text, veils what it shuffles and encrypts its files.
 */
final class SparkContest {

  private static final int FEW = 2000;

  /** MLlib's hashes are modulo this prime: no index may reach it. */
  private static final int PRIME = 2038074743;

  private static final int TABLES = 16;

  public static void main(String[] words) throws Exception {
    var ours = words[0].equals("ours");
    var texts = Files.readAllLines(Path.of(words[1]));
    var threshold = Double.parseDouble(words[3]);
    var cores = Runtime.getRuntime().availableProcessors();
    try (var spark =
        SparkSession.builder()
            .master("local[" + cores + "]")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.ui.enabled", "false")
            .config("spark.local.dir", Path.of(words[2]).toAbsolutePath().getParent().toString())
            .config("spark.authenticate", ours)
            .config("spark.io.encryption.enabled", ours)
            .config("spark.sql.shuffle.partitions", 2 * cores)
            .getOrCreate()) {
      spark.sparkContext().setLogLevel("ERROR");
      var warm = texts.subList(0, Math.min(FEW, texts.size()));
      join(spark, ours, warm, threshold, cores);
      spark.catalog().clearCache();
      System.gc();
      Files.write(Path.of(words[2]), join(spark, ours, texts, threshold, cores));
    }
  }

  private static List<String> join(
      SparkSession spark, boolean ours, List<String> texts, double threshold, int cores) {
    return ours ? ours(spark, texts, threshold, cores) : mllib(spark, texts, threshold, cores);
  }

  private static List<String> ours(
      SparkSession spark, List<String> texts, double threshold, int cores) {
    var rdd =
        JavaSparkContext.fromSparkContext(spark.sparkContext())
            .parallelize(texts, 2 * cores)
            .cache();
    rdd.count();
    var start = System.nanoTime();
    var pairs = LikeTexts.pairs(spark, rdd, threshold).collectAsList();
    return lines(System.nanoTime() - start, pairs);
  }

  private static List<String> mllib(
      SparkSession spark, List<String> texts, double threshold, int cores) {
    var schema =
        new StructType().add("id", DataTypes.LongType).add("features", SQLDataTypes.VectorType());
    var vectors = spark.createDataFrame(rows(texts), schema).repartition(2 * cores).cache();
    vectors.count();
    var start = System.nanoTime();
    var model =
        new MinHashLSH()
            .setNumHashTables(TABLES)
            .setSeed(1)
            .setInputCol("features")
            .setOutputCol("hashes")
            .fit(vectors);
    // It leaves out a distance of exactly the threshold; a hair more takes it in
    var pairs =
        model
            .approxSimilarityJoin(vectors, vectors, 1 - threshold + 1e-9, "distance")
            .filter("datasetA.id < datasetB.id")
            .selectExpr("datasetA.id", "datasetB.id")
            .collectAsList();
    return lines(System.nanoTime() - start, pairs);
  }

  private static List<Row> rows(List<String> texts) {
    TextSketcher sketcher;
    try (var key = Secret.take(new byte[32])) {
      sketcher = new TextSketcher(key, 1);
    }
    var rows = new ArrayList<Row>();
    for (var number = 0; number < texts.size(); number++) {
      var tokens = sketcher.letters(texts.get(number)).tokens();
      var found =
          IntStream.of(tokens)
              .map(token -> (token >>> 1) % (PRIME - 1))
              .sorted()
              .distinct()
              .toArray();
      if (found.length > 0) {
        var ones = new double[found.length];
        Arrays.fill(ones, 1);
        rows.add(RowFactory.create((long) number + 1, Vectors.sparse(PRIME - 1, found, ones)));
      }
    }
    return rows;
  }

  private static List<String> lines(long nanos, List<Row> pairs) {
    var lines = new ArrayList<String>();
    lines.add("" + nanos / 1e9);
    for (var pair : pairs) {
      lines.add((pair.getLong(0) - 1) + " " + (pair.getLong(1) - 1));
    }
    return lines;
  }

  private SparkContest() {}
}
