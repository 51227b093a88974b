package org.vigie.imports.forms;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.vigie.imports.Words;

/** Invented messages in the order of time. */
final class Invented {

  private static final LocalDateTime EARLIEST = LocalDateTime.of(2019, 1, 1, 0, 0);
  private static final int START = 3_000_000;
  private static final int PAUSE = 100_000;

  private Invented() {}

  /** So many times, going forth, to the second. */
  static List<LocalDateTime> times(RandomGenerator random, int size) {
    var all = new ArrayList<LocalDateTime>();
    var at = EARLIEST.plusMinutes(random.nextInt(START));
    for (var i = 0; i < size; i++) {
      at = at.plusSeconds(random.nextInt(3) == 0 ? 1 : random.nextInt(PAUSE));
      all.add(at);
    }
    return all;
  }

  /** So many texts by various people. */
  static List<Written> texts(RandomGenerator random, int size) {
    return times(random, size).stream()
        .map(at -> Written.text(at, Words.name(random), Words.text(random)))
        .toList();
  }
}
