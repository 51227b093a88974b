package org.vigie.matching.sequence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.vigie.kernel.PartialDate;

/**
 * A case that was made up, with what is true of it. {@link Scenes} tells what happens; this tells
 * how a caseworker who was told of it writes it down: with gaps, vague dates and mistakes.
 *
 * @param kind what it was made as
 * @param happened in the order in which it happened
 */
record GeneratedCase(String kind, List<Happened> happened) {

  private static final LocalDate FIRST = LocalDate.of(2021, 3, 1);

  /**
   * One thing that happened, as somebody who saw all of it would code it.
   *
   * @param day days since the beginning of the story
   * @param truth the step it is, or null
   */
  record Happened(int day, @Nullable Step truth, String act, Reached reached, Asked asked) {}

  static GeneratedCase of(String kind, List<Happened> happened) {
    return new GeneratedCase(
        kind, happened.stream().sorted(Comparator.comparingInt(Happened::day)).toList());
  }

  boolean operation() {
    return !kind.startsWith("ordinary");
  }

  /** Only the first {@code many} things that happened. */
  GeneratedCase until(int many) {
    return new GeneratedCase(kind, happened.subList(0, many));
  }

  /** The furthest stage that was truly reached, 0 for none. */
  int stage() {
    return happened.stream().mapToInt(GeneratedCase::stage).max().orElse(0);
  }

  static int stage(Happened one) {
    return one.truth() == null ? 0 : one.truth().stage();
  }

  /** What is written down of it in haste: much is missing, some is wrong. */
  List<Observation> inHaste(RandomGenerator random) {
    return writtenDown(random, 100);
  }

  /** What is written down of it with time: a third of the gaps and mistakes. */
  List<Observation> withTime(RandomGenerator random) {
    return writtenDown(random, 300);
  }

  private List<Observation> writtenDown(RandomGenerator random, int of) {
    var start = FIRST.plusDays(random.nextInt(1200));
    var written = new ArrayList<Observation>();
    for (var i : IntStream.range(0, happened.size()).toArray()) {
      var one = happened.get(i);
      written.add(
          new Observation(
              Integer.toString(i),
              act(one, random, of),
              random.nextInt(of) < 22 ? Reached.UNKNOWN : one.reached(),
              random.nextInt(of) < 28 ? Asked.UNKNOWN : one.asked(),
              date(start.plusDays(one.day()), random, of)));
    }
    return written;
  }

  /** Left uncoded, coded as something near it, or right. */
  private static String act(Happened one, RandomGenerator random, int of) {
    var luck = random.nextInt(of);
    if (luck < 14) {
      return "";
    }
    if (luck < 21 && one.act().contains("-")) {
      return one.act().substring(0, one.act().indexOf('-')); // the family of acts alone
    }
    if (luck < 26) {
      var near =
          List.of(
              "digital-impersonation",
              "threat-barrage",
              "surveil-knowledge",
              "proxy-relative-questioned",
              "recruit-data",
              "digital-smear");
      return near.get(random.nextInt(near.size()));
    }
    return one.act();
  }

  private static @Nullable PartialDate date(LocalDate day, RandomGenerator random, int of) {
    var luck = random.nextInt(of);
    if (luck < 6) {
      return null;
    }
    if (luck < 10) {
      return new PartialDate(day.toString().substring(0, 4));
    }
    if (luck < 24) {
      return new PartialDate(day.toString().substring(0, 7));
    }
    return new PartialDate((luck < 34 ? "~" : "") + day);
  }
}
