package org.vigie.node.link;

import java.util.Locale;

/** How often the same thing occurs in the house, in words that give no count. */
public enum Rarity {
  /** In these two cases alone. */
  ONLY,
  /** In a few. */
  FEW,
  /** In so many that a campaign is likely. */
  MANY;

  private static final int MOST_OF_A_FEW = 5;

  /** The word for {@code cases}. */
  static Rarity of(int cases) {
    return cases <= 2 ? ONLY : cases <= MOST_OF_A_FEW ? FEW : MANY;
  }

  /** The stable code that entries keep. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
