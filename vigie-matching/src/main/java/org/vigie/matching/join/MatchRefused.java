package org.vigie.matching.join;

import org.vigie.kernel.Refusal;

/** A file of messages that cannot be read; the detail is the number of the line. */
public final class MatchRefused extends Refusal {

  private static final long serialVersionUID = 1L;

  /** Of a line that is no message. */
  public static final String MALFORMED = "match.line-malformed";

  /** Of a line that is longer than any message. */
  public static final String TOO_LONG = "match.line-too-long";

  /**
   * Refuses a line.
   *
   * @param key one of the two above
   * @param line its number, counted from 1
   */
  public MatchRefused(String key, long line) {
    super(key, line);
  }
}
