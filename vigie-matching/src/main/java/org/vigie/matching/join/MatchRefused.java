package org.vigie.matching.join;

import org.vigie.kernel.Refusal;

/** A file of messages that cannot be read; the detail is the number of the line. */
public final class MatchRefused extends Refusal {

  private static final long serialVersionUID = 1L;

  MatchRefused(String key, long line) {
    super(key, line);
  }
}
