package org.vigie.matching.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Prints how fast texts are sketched, added and looked up; a machine's speed is no requirement. */
class TextSpeedTest {

  private static final int MESSAGES = 30_000;

  @Test
  void answers_for_every_message() {
    var corpus = new Corpus(23);
    var vocabulary = corpus.vocabulary(Corpus.Script.LATIN);
    var texts = new ArrayList<String>();
    for (var i = 0; i < MESSAGES; i++) {
      texts.add(Corpus.text(Corpus.Script.LATIN, corpus.message(vocabulary, 10 + i % 14)));
    }
    var start = System.nanoTime();
    var sketches = texts.stream().map(TextMatcherTest::sketch).toList();
    print("find identifiers and sketch", System.nanoTime() - start, MESSAGES);
    for (var index : new TextIndex[] {new BandedTextIndex(), new ExactTextIndex()}) {
      var name = index.getClass().getSimpleName();
      start = System.nanoTime();
      sketches.forEach(sketch -> index.add(sketch.letters()));
      print(name + " add", System.nanoTime() - start, MESSAGES);
      query(index, name, sketches.subList(0, 3000).stream().map(TextSketch::letters).toList());
    }
  }

  private static void query(TextIndex index, String name, java.util.List<Fragments> asked) {
    var times = new long[asked.size()];
    for (var i = 0; i < times.length; i++) {
      var start = System.nanoTime();
      assertThat(index.query(asked.get(i), 0.3)).isNotEmpty();
      times[i] = System.nanoTime() - start;
    }
    Arrays.sort(times);
    print(name + " query p50", times[times.length / 2], 1);
    print(name + " query p99", times[times.length * 99 / 100], 1);
  }

  private static void print(String what, long nanos, int count) {
    System.err.printf("%s: %.1f µs%n", what, nanos / 1e3 / count);
  }
}
