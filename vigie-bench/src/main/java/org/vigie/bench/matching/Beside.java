package org.vigie.bench.matching;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.vigie.bench.Report;
import org.vigie.bench.Spent;
import org.vigie.bench.Work;
import org.vigie.matching.text.TextFold;

/** Our index and a peer's over the same texts, asked the same in turn. */
final class Beside {

  private final List<String> texts;
  private final int[] asked;
  private final Ours ours = new Ours();
  private final Truth truth;
  private final Spent built;

  /** Builds our index of {@code texts} and the exact answer for {@code asked}. */
  Beside(List<String> texts, int[] asked) throws Exception {
    this.texts = texts;
    this.asked = asked;
    built = Work.spent(() -> ours.build(texts));
    truth = Truth.of(Ours.fragments(texts), asked);
  }

  Ours ours() {
    return ours;
  }

  /** Processor time to build, µs a text. */
  double built() {
    return built.processor() / texts.size() * 1e6;
  }

  /** Fills {@code peer}; answers the processor time it took, µs a text, without our folding. */
  double fill(Peer peer) throws Exception {
    var processor = 0.0;
    var chunk = new ArrayList<String>();
    for (var i = 0; i < texts.size(); i++) {
      chunk.add(TextFold.fold(texts.get(i), List.of()));
      if (chunk.size() == 20_000 || i + 1 == texts.size()) {
        var spent =
            Work.spent(() -> {
              for (var folded : chunk) {
                peer.add(folded);
              }
            });
        processor += spent.processor();
        chunk.clear();
      }
    }
    processor += Work.spent(peer::settle).processor();
    return processor / texts.size() * 1e6;
  }

  /**
   * What came of asking.
   *
   * @param ours times of our answers
   * @param theirs times of the peer's
   * @param ourRecall of the exact answer
   * @param theirRecall of the exact answer, by their candidates
   */
  record Answers(Micros ours, Micros theirs, double ourRecall, double theirRecall) {

    double ratio() {
      return theirs.at(0.5) / ours.at(0.5);
    }
  }

  Answers ask(Peer peer, double threshold, int rounds) throws IOException {
    var ourTimes = new Micros();
    var theirTimes = new Micros();
    var our = new ArrayList<BitSet>();
    var their = new ArrayList<BitSet>();
    for (var round = 0; round <= rounds; round++) {
      our.clear();
      their.clear();
      for (var number : asked) {
        var folded = TextFold.fold(texts.get(number), List.of());
        var start = System.nanoTime();
        their.add(peer.query(folded, threshold));
        var between = System.nanoTime();
        var found = ours.query(texts.get(number), threshold);
        var end = System.nanoTime();
        var set = new BitSet();
        found.forEach(overlap -> set.set(overlap.document()));
        our.add(set);
        if (round > 0) {
          theirTimes.add(between - start);
          ourTimes.add(end - between);
        }
      }
    }
    return new Answers(
        ourTimes,
        theirTimes,
        truth.recall(our, threshold, ours::document),
        truth.recall(their, threshold, text -> text));
  }

  /**
   * Asks our index for the second half of {@code some}, each once, after the first half, with no
   * peer in between: what it needs of the memory stays as near as it does in use.
   */
  Micros alone(int[] some, double threshold, Report report) {
    var times = new Micros();
    for (var i = 0; i < some.length; i++) {
      var start = System.nanoTime();
      ours.query(texts.get(some[i]), threshold);
      if (i >= some.length / 2) {
        times.add(System.nanoTime() - start);
      }
    }
    report.line(
        "J >= %.1f, %d texts with no peer in between: ours p50 %.1f µs, p99 %.0f µs",
        threshold, some.length / 2, times.at(0.5), times.at(0.99));
    return times;
  }

  /** Prints one line a side. */
  void print(Report report, String peer, double threshold, Answers answers) {
    report.line(
        "J >= %.1f, %d pairs: ours p50 %.1f µs, p99 %.0f µs, recall %.4f;"
            + " %s p50 %.1f µs, p99 %.0f µs, recall %.4f",
        threshold,
        truth.pairs(threshold),
        answers.ours().at(0.5),
        answers.ours().at(0.99),
        answers.ourRecall(),
        peer,
        answers.theirs().at(0.5),
        answers.theirs().at(0.99),
        answers.theirRecall());
  }
}
