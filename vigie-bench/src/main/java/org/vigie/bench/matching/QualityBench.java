package org.vigie.bench.matching;

import org.vigie.bench.Bench;

/** What matching finds and what it links wrongly, without peers; bars G10, G11 and false links. */
public final class QualityBench implements Bench {

  private static final int MESSAGES = Integer.getInteger("vigie.bench.texts", 1_000_000);
  private static final int FEW = 3_000;

  /** One corpus may be lucky: of five that were tried once, one had 54 false links, one 2. */
  private static final int CORPORA = 10;

  /** Nothing is measured yet. */
  public QualityBench() {}

  @Override
  public void run(Run run) {
    var counts = run.size().counts();
    var messages = counts ? MESSAGES : FEW;
    run.report().title("what is found, and what is linked wrongly, among %,d texts", messages);
    var quality = new Quality(run.report(), messages, counts ? 300 : 20);
    quality.found();
    quality.falseLinks();
    if (counts) {
      // No corpus twice, and none of them the one above
      Quality.falseLinks(run.report(), 10_000, 2, CORPORA);
      Quality.falseLinks(run.report(), 20_000, 2 + CORPORA, CORPORA);
    } else {
      Quality.falseLinks(run.report(), FEW, 2, 1);
    }
  }
}
