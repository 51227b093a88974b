package org.vigie.bench;

import java.util.List;

/**
 * How much is measured.
 *
 * @param mebibytes how much is sealed and opened
 * @param rounds how often each competitor has its turn
 * @param messages how many messages the exports hold
 * @param telegramMebibytes how large a Telegram export is
 * @param leaves how many leaves the custody log holds when proofs are asked for
 * @param idleSeconds how long a node is left alone before its memory is read
 * @param sessions how many people are signed in
 * @param views how many page views a second are asked for
 * @param viewSeconds for how long
 */
public record Size(
    int mebibytes,
    int rounds,
    List<Integer> messages,
    int telegramMebibytes,
    int leaves,
    int idleSeconds,
    int sessions,
    int views,
    int viewSeconds) {

  /** What the bars of docs/performance.md are about. */
  public static final Size FULL =
      new Size(
          1024, 5, List.of(10_000, 100_000, 300_000, 1_000_000), 2048, 100_000, 20, 10, 200, 30);

  /** Says nothing about speed; shows that every benchmark still runs. */
  public static final Size TINY = new Size(1, 1, List.of(500), 32, 200, 1, 2, 10, 2);

  /** Whether the figures mean something. */
  public boolean counts() {
    return !equals(TINY);
  }
}
