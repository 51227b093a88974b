package org.vigie.node.link;

import java.util.Locale;

/** How much a shared thing says; a word with a reason, never a number. */
public enum Strength {
  /** Seldom shared by chance. */
  STRONG,
  /** May well be shared by chance. */
  SOME,
  /** Shared by many. */
  WEAK;

  /** The stable code that entries keep. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
