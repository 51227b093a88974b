package org.vigie.node.incident;

import java.util.Locale;

/** What was asked of the person. */
public enum Demand {
  /** Stop speaking, organising, lobbying. */
  SILENCE,
  /** Praise the authorities. */
  PRAISE,
  /** Give information about oneself or others. */
  DATA,
  /** Watch people, events or a place. */
  SPYING,
  /** Meet. */
  MEETING,
  /** Come back. */
  RETURN,
  /** Pay. */
  MONEY,
  /** Something else. */
  OTHER,
  /** Nothing was asked. */
  NONE,
  /** Not known. */
  UNKNOWN;

  /** The stable code that entries keep. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
