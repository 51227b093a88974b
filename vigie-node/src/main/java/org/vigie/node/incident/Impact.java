package org.vigie.node.incident;

import java.util.Locale;

/** What it did to the person, in everyday words; nothing clinical. */
public enum Impact {
  /** Fear. */
  FEAR,
  /** Sleep. */
  SLEEP,
  /** Stopped speaking or going out. */
  SILENCED,
  /** Stopped contact with others. */
  CONTACT_STOPPED,
  /** Moved or wants to. */
  MOVED,
  /** Work or studies. */
  WORK,
  /** Money. */
  MONEY,
  /** Harm to the family. */
  FAMILY,
  /** Trust between people. */
  TRUST,
  /** Something else. */
  OTHER,
  /** Nothing so far. */
  NONE;

  /** The stable code that entries keep. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
