package org.vigie.matching.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * How often the reading is right on made-up cases whose truth is known. The thresholds were chosen
 * on other seeds than these (docs/decisions/2026-11-22-sequences.md has the figures).
 */
class SequenceCalibrationTest {

  private static final int CASES = Integer.getInteger("vigie.sequence.cases", 150);
  private static final long SEED = Long.getLong("vigie.sequence.seed", 20_261_122L);

  private final Sequences sequences = Sequences.shipped();
  private final Map<String, int[]> figures = new TreeMap<>();

  private void count(String figure, boolean yes) {
    var counts = figures.computeIfAbsent(figure, any -> new int[2]);
    counts[yes ? 0 : 1]++;
  }

  private double share(String figure) {
    var counts = figures.getOrDefault(figure, new int[2]);
    return counts[0] / Math.max(1.0, counts[0] + counts[1]);
  }

  /** The case as it is just before anybody reaches the person, if it has such a moment. */
  private static List<GeneratedCase> beforeContact(GeneratedCase whole) {
    var many = 0;
    while (many < whole.happened().size() && GeneratedCase.stage(whole.happened().get(many)) <= 2) {
      many++;
    }
    var early = whole.until(many);
    return early.stage() >= 1 ? List.of(early) : List.of();
  }

  @Test
  void S3_15_warns_early_and_seldom_in_vain(TestReporter reporter) {
    var random = new SplittableRandom(SEED);
    for (var kind : Scenes.OPERATIONS) {
      for (var i = 0; i < CASES; i++) {
        for (var early : beforeContact(Scenes.of(kind, random))) {
          var hasty = sequences.read(early.inHaste(random)).warning().isPresent();
          count("recall in haste", hasty);
          count("recall in haste, " + kind, hasty);
          var timely = sequences.read(early.withTime(random)).warning().isPresent();
          count("recall with time", timely);
          count("recall with time, " + kind, timely);
        }
      }
    }
    falseAlarms(random);
    report(reporter);
    assertThat(share("recall in haste")).isGreaterThan(0.72);
    assertThat(share("recall with time")).isGreaterThan(0.80);
    assertThat(share("alarms in haste")).isLessThan(0.045);
    assertThat(share("alarms with time")).isLessThan(0.045);
    assertThat(share("order claimed")).isLessThan(0.01);
  }

  private void falseAlarms(RandomGenerator random) {
    for (var kind : Scenes.ORDINARY) {
      for (var i = 0; i < CASES; i++) {
        var life = Scenes.of(kind, random);
        var hasty = sequences.read(life.inHaste(random));
        count("alarms in haste", hasty.warning().isPresent());
        count("alarms in haste, " + kind, hasty.warning().isPresent());
        count("order claimed", hasty.spoken() && hasty.warning().isEmpty());
        var timely = sequences.read(life.withTime(random)).warning().isPresent();
        count("alarms with time", timely);
        count("alarms with time, " + kind, timely);
      }
    }
  }

  @Test
  void knows_the_stage_a_case_has_reached(TestReporter reporter) {
    var random = new SplittableRandom(SEED + 1);
    for (var kind : Scenes.OPERATIONS) {
      for (var i = 0; i < CASES; i++) {
        var whole = Scenes.of(kind, random);
        var cut = whole.until(1 + random.nextInt(whole.happened().size()));
        stage(cut, sequences.read(cut.inHaste(random)), "in haste");
        stage(cut, sequences.read(cut.withTime(random)), "with time");
      }
    }
    report(reporter);
    assertThat(share("stage in haste")).isGreaterThan(0.75);
    assertThat(share("stage with time")).isGreaterThan(0.83);
    assertThat(share("within one with time")).isGreaterThan(0.92);
  }

  private void stage(GeneratedCase cut, SequenceReading reading, String how) {
    if (cut.stage() > 0) {
      count("spoken " + how, reading.spoken());
    }
    if (cut.stage() > 0 && reading.spoken()) {
      var off = Math.abs(reading.reached().stage() - cut.stage());
      count("stage " + how, off == 0);
      count("stage " + how + ", " + cut.kind(), off == 0);
      count("within one " + how, off <= 1);
    }
  }

  private void report(TestReporter reporter) {
    figures.forEach((name, c) ->
        reporter.publishEntry(
            name, Math.round(1000 * share(name)) / 10.0 + " % of " + (c[0] + c[1])));
  }
}
