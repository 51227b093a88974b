package org.vigie.bench.matching;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.vigie.bench.Bench;
import org.vigie.bench.Command;
import org.vigie.bench.Report;
import org.vigie.bench.Spent;
import org.vigie.bench.Work;
import org.vigie.kernel.Secret;
import org.vigie.matching.band.BandedTextIndex;
import org.vigie.seal.KeyedTokens;

/** Near-duplicate text beside Lucene, java-LSH and hash4j; bars G1 to G9 of docs/performance.md. */
public final class MatchingBench implements Bench {

  private static final int MESSAGES = Integer.getInteger("vigie.bench.texts", 1_638_400);
  private static final int FEW = 3_000;
  private static final int SAMPLE = 200_000;
  private static final int SKETCHED = 20_000;
  private static final int FEW_SKETCHED = 500;

  /** So many texts are asked for one after the other, each once. */
  private static final int ALONE = 2_000;

  /** Texts that each side takes in before it is measured, and how often. */
  private static final int WARM = 100_000;

  private static final int WARM_ROUNDS = 3;

  /** So many times fewer blocks are given to the slower one. */
  private static final int FEWER = 100;

  private static final double HALF = 0.5;
  private static final double THIRD = 0.3;
  private static final double RECALL = 0.999;

  /** Nothing is measured yet. */
  public MatchingBench() {}

  @Override
  public void run(Run run) throws Exception {
    var counts = run.size().counts();
    var messages = counts ? MESSAGES : FEW;
    run.report().title("texts found again among %,d, exact answers by comparing all", messages);
    var texts = Texts.of(messages);
    var asked = texts.some(counts ? 400 : 40);
    if (counts) {
      warmUp(run.folder(), texts.all().subList(0, Math.min(messages, WARM)));
    }
    beforeLucene(run, texts.all(), asked, texts.some(counts ? 2 * ALONE : 80));
    beforeOthers(run, texts.all().subList(0, Math.min(messages, SAMPLE)), counts ? 300 : 30);
    var sketched = Math.min(messages, counts ? SKETCHED : FEW_SKETCHED);
    new Sketching(texts.all().subList(0, sketched)).measure(run.report(), run.size().rounds());
    tokens(run.report(), counts ? 40_000_000 : 200_000);
    stream(run.report(), texts.all().subList(0, Math.min(messages, 2 * SAMPLE)), counts);
    join(run, texts.all());
  }

  /** A compiler at work must be no part of what building takes, on either side. */
  private static void warmUp(Path folder, List<String> texts) throws Exception {
    for (var round = 0; round < WARM_ROUNDS; round++) {
      var beside = new Beside(texts, new int[0]);
      try (var lucene = new LuceneMinHash(folder.resolve("warm" + round));
          var lsh = new JavaLsh()) {
        beside.fill(lucene);
        beside.fill(lsh);
      }
    }
  }

  /**
   * Asked for are texts in turn with the peer, and {@code some} others, of the same kind, with no
   * peer in between.
   */
  private static void beforeLucene(Run run, List<String> texts, int[] asked, int[] some)
      throws Exception {
    var report = run.report();
    var beside = new Beside(texts, asked);
    try (var lucene = new LuceneMinHash(run.folder().resolve("minhash"))) {
      var built = beside.fill(lucene);
      report.line("built: ours %.2f µs a text, Lucene %.1f µs", beside.built(), built);
      report.atLeast(
          "G3 building, Lucene MinHash ÷ ours, processor time", built / beside.built(), 10);
      var rounds = run.size().counts() ? 3 : 1;
      var half = beside.ask(lucene, HALF, rounds);
      beside.print(report, "Lucene", HALF, half);
      report.atLeast("G1 recall of the exact answer", half.ourRecall(), RECALL);
      report.atLeast("G1 query p50, Lucene ÷ ours", half.ratio(), 40);
      var third = beside.ask(lucene, THIRD, rounds);
      beside.print(report, "Lucene", THIRD, third);
      report.atLeast("G2 recall of the exact answer", third.ourRecall(), RECALL);
      report.atLeast("G2 query p50, Lucene ÷ ours", third.ratio(), 15);
      var alone = beside.alone(some, HALF, report);
      report.atMost("G1 query p50 with no peer in between, µs", alone.at(0.5), 50);
      report.atMost("G1 query p99 with no peer in between, µs", alone.at(0.99), 500);
      report.atMost(
          "G2 query p50 with no peer in between, µs",
          beside.alone(some, THIRD, report).at(0.5),
          200);
    }
    report.atMost(
        "G4 bytes a text in memory", (double) beside.ours().bytes() / beside.ours().size(), 260);
  }

  private static void beforeOthers(Run run, List<String> texts, int count) throws Exception {
    var report = run.report();
    var asked = new int[count];
    for (var i = 0; i < count; i++) {
      asked[i] = (int) ((long) i * texts.size() / count);
    }
    var beside = new Beside(texts, asked);
    var before = memory();
    try (var lsh = new JavaLsh()) {
      var built = beside.fill(lsh);
      var bytes = (memory() - before) / texts.size();
      var answers = beside.ask(lsh, HALF, 1);
      report.line(
          "among %,d: java-LSH built %.1f µs a text, %d bytes; ours %.2f µs, %d bytes",
          texts.size(), built, bytes, beside.built(), beside.ours().bytes() / beside.ours().size());
      beside.print(report, "java-LSH", HALF, answers);
      report.atLeast("G3 building, java-LSH ÷ ours, processor time", built / beside.built(), 10);
      report.atLeast(
          "G4 bytes, java-LSH ÷ ours",
          (double) bytes * beside.ours().size() / beside.ours().bytes(),
          10);
      report.line("query p50, java-LSH ÷ ours: %.1f", answers.ratio());
    }
    try (var like = new LuceneMoreLikeThis(run.folder().resolve("like"))) {
      var built = beside.fill(like);
      var answers = beside.ask(like, HALF, 1);
      beside.print(report, "MoreLikeThis", HALF, answers);
      report.line("built %.1f µs a text; query p50 ÷ ours: %.1f", built, answers.ratio());
    }
  }

  private static long memory() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  /** Blocks of 16 bytes into tokens, 54 at a time as a short message has them. */
  private static void tokens(Report report, int count) throws Exception {
    var blocks = KeyedTokens.room(54);
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(new byte[32], "HmacSHA256"));
    var ours = new ArrayList<Spent>();
    var theirs = new ArrayList<Spent>();
    try (var key = Secret.take(new byte[32])) {
      var tokens = KeyedTokens.derive(key, "bench", 1);
      for (var round = 0; round < 4; round++) {
        var us = Work.spent(() -> encipher(tokens, blocks, count));
        var them = Work.spent(() -> authenticate(mac, blocks, count / FEWER));
        if (round > 0) {
          ours.add(us);
          theirs.add(them);
        }
      }
    }
    var ratio = FEWER * Spent.median(theirs).processor() / Spent.median(ours).processor();
    report.atLeast("G6 keyed tokens, HMAC-SHA-256 ÷ ours", ratio, 100);
  }

  private static void encipher(KeyedTokens tokens, byte[] blocks, int count) {
    for (var done = 0; done < count; done += 54) {
      blocks[done % blocks.length] += (byte) tokens.of(blocks, 54)[0];
    }
  }

  private static void authenticate(Mac mac, byte[] blocks, int count)
      throws GeneralSecurityException {
    for (var done = 0; done < count; done++) {
      mac.update(blocks, done % 54 * KeyedTokens.BLOCK, KeyedTokens.BLOCK);
      blocks[done % blocks.length] += mac.doFinal()[0];
    }
  }

  /** Each text is matched and then added, in one thread. */
  private static void stream(Report report, List<String> texts, boolean counts) {
    var index = new BandedTextIndex();
    var sketcher = Ours.sketcher();
    var times = new Micros();
    var found = 0L;
    var begin = System.nanoTime();
    for (var text : texts) {
      var start = System.nanoTime();
      var fragments = sketcher.letters(text);
      if (fragments.size() > 0) {
        found += index.query(fragments, HALF).size();
        index.add(fragments);
      }
      times.add(System.nanoTime() - start);
    }
    var speed = texts.size() / ((System.nanoTime() - begin) / 1e9);
    report.line(
        "streamed %,d texts, %,d found: p50 %.1f µs, p99 %.1f µs, p99.9 %.0f µs",
        texts.size(), found, times.at(0.5), times.at(0.99), times.at(0.999));
    if (counts) {
      report.atLeast("G9 matched and added, texts a second", speed, 80_000);
      report.atMost("G9 p99, µs", times.at(0.99), 100);
    }
  }

  /** The whole command, as a process with the memory it is given. */
  private static void join(Run run, List<String> texts) throws Exception {
    var file = run.folder().resolve("messages.jsonl");
    try (var out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      for (var i = 0; i < texts.size(); i++) {
        out.append("{\"id\":\"m" + i + "\",\"text\":\"" + texts.get(i) + "\"}\n");
      }
    }
    Command.of(run.folder(), run.vigie().toString(), "help").run();
    var spent =
        Command.of(
                run.folder(),
                run.vigie().toString(),
                "match",
                file.toString(),
                "--pairs",
                "--threshold",
                "0.5")
            .into("pairs.jsonl")
            .run();
    run.report()
        .line(
            "./vigie match of %,d lines: %,d pairs, %.1f s, %.1f processor seconds, %d MB at most",
            texts.size(),
            lines(run.folder().resolve("pairs.jsonl")),
            spent.wall(),
            spent.processor(),
            spent.peak() / 1024);
    if (run.size().counts()) {
      run.report().atMost("G8 all pairs, seconds", spent.wall(), 30);
    }
  }

  private static long lines(Path file) throws IOException {
    try (var lines = Files.lines(file)) {
      return lines.count();
    }
  }
}
