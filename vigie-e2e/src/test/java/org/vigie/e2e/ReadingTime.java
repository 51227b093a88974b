package org.vigie.e2e;

import java.time.Duration;

/**
 * How long a tired person needs: 150 words a minute to read in a second language, 100 signs a
 * minute to type on a phone, three seconds for each page to think.
 */
final class ReadingTime {

  private static final double WORDS_A_MINUTE = 150;
  private static final double SIGNS_A_MINUTE = 100;
  private static final double SECONDS_A_PAGE = 3;

  private double seconds;

  /** One page, read from top to bottom without what is folded away. */
  ReadingTime reads(Walk walk) {
    var words = walk.main().innerText().strip().split("\\s+", -1).length;
    seconds += SECONDS_A_PAGE + 60 * words / WORDS_A_MINUTE;
    return this;
  }

  ReadingTime types(String text) {
    seconds += 60 * text.length() / SIGNS_A_MINUTE;
    return this;
  }

  Duration soFar() {
    return Duration.ofMillis(Math.round(1000 * seconds));
  }
}
