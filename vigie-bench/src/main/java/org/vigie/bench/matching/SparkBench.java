package org.vigie.bench.matching;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.vigie.bench.Bench;
import org.vigie.bench.BenchMain;
import org.vigie.bench.Command;

/**
 * The Spark job beside MLlib's MinHashLSH on the same Spark; bar G7 of docs/performance.md. Each in
 * a process of its own, which has joined some texts before it is timed.
 */
public final class SparkBench implements Bench {

  /** Where {@code tools/bench} put Spark, MLlib and the job; absent if nobody asked for it. */
  private static final String JARS = System.getProperty("vigie.spark", "");

  /** Lies beside them once all are there. */
  private static final String MADE = ".made";

  /** What Spark's own scripts open to it in the JDK; without, it guesses sizes in memory. */
  private static final List<String> OPENED =
      List.of(
          "java.io",
          "java.lang",
          "java.lang.invoke",
          "java.lang.reflect",
          "java.net",
          "java.nio",
          "java.util",
          "java.util.concurrent",
          "java.util.concurrent.atomic",
          "sun.nio.ch",
          "sun.nio.cs",
          "sun.util.calendar");

  private static final int TEXTS = Integer.getInteger("vigie.bench.spark.texts", 50_000);
  private static final int FEW = 2_000;
  private static final double HALF = 0.5;

  /** Nothing is measured yet. */
  public SparkBench() {}

  /** What one side took and found. */
  private record Found(double seconds, Set<Long> pairs) {

    double recall(Set<Long> exact) {
      return exact.isEmpty()
          ? 1
          : (double) exact.stream().filter(pairs::contains).count() / exact.size();
    }
  }

  @Override
  public void run(Run run) throws Exception {
    var report = run.report();
    if (JARS.isEmpty() || !Files.exists(Path.of(JARS, MADE))) {
      report.title("Spark: not measured, what ./vigie bench spark fetches is not there");
      return;
    }
    var texts = Texts.of(run.size().counts() ? TEXTS : FEW).all();
    report.title("all pairs of %,d texts with J >= %.1f on Spark", texts.size(), HALF);
    var file = Files.write(run.folder().resolve("texts"), texts);
    var sketcher = Ours.sketcher();
    var exact = ExactPairs.of(texts.stream().map(sketcher::letters).toList(), HALF);
    var contest = BenchMain.unpack(SparkBench.class, "SparkContest.java", run.folder());
    var ours = side(run, contest, "ours", file);
    var theirs = side(run, contest, "mllib", file);
    report.line(
        "%,d pairs; ours %.1f s, recall %.4f; MLlib %.1f s, recall %.4f",
        exact.size(), ours.seconds(), ours.recall(exact), theirs.seconds(), theirs.recall(exact));
    report.line("pairs that are none: ours %d", ours.pairs().size() - found(ours, exact));
    report.atLeast("G7 recall of the exact answer", ours.recall(exact), 0.999);
    if (run.size().counts()) {
      report.atLeast("G7 self-join, MLlib ÷ ours", theirs.seconds() / ours.seconds(), 6);
    }
  }

  private static long found(Found ours, Set<Long> exact) {
    return ours.pairs().stream().filter(exact::contains).count();
  }

  private static Found side(Run run, Path contest, String who, Path file)
      throws IOException, InterruptedException {
    var out = run.folder().resolve(who);
    var words = java();
    words.addAll(List.of(contest.toString(), who, file.toString(), out.toString(), "" + HALF));
    Command.of(run.folder(), words.toArray(String[]::new)).run();
    var lines = Files.readAllLines(out);
    var pairs = new HashSet<Long>();
    for (var line : lines.subList(1, lines.size())) {
      var two = line.split(" ", -1);
      pairs.add(ExactPairs.pair(Long.parseLong(two[0]), Long.parseLong(two[1])));
    }
    return new Found(Double.parseDouble(lines.getFirst()), pairs);
  }

  /**
   * Spark asks for this machine's name before any setting is read, and not every machine has one.
   */
  private static List<String> java() {
    var words = new ArrayList<>(List.of("env", "SPARK_LOCAL_IP=127.0.0.1"));
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(List.of("-Xmx5g", "-cp", JARS + "/*"));
    for (var opened : OPENED) {
      words.add("--add-opens=java.base/" + opened + "=ALL-UNNAMED");
    }
    words.add("--enable-native-access=ALL-UNNAMED");
    words.add("--sun-misc-unsafe-memory-access=allow");
    return words;
  }
}
