package org.vigie.matching.text;

import com.ibm.icu.lang.UScript;

/** The script most letters of a text are in, as far as comparing across scripts needs it. */
public enum Writing {
  /** Latin letters. */
  LATIN,
  /** Cyrillic letters. */
  CYRILLIC,
  /** Letters of the Arabic script, in whatever language. */
  ARABIC,
  /** Chinese characters. */
  HAN,
  /** Any other script: compared with itself only. */
  OTHER,
  /**
   * At least a fifth of the letters are in another script than the rest: letters may be swapped.
   */
  MIXED;

  static Writing of(String text) {
    var counts = new int[OTHER.ordinal() + 1];
    text.codePoints().filter(Character::isLetter).forEach(c -> counts[ofLetter(c).ordinal()]++);
    var all = 0;
    var most = 0;
    for (var i = 0; i < counts.length; i++) {
      all += counts[i];
      most = counts[i] > counts[most] ? i : most;
    }
    if (all == 0) {
      return OTHER;
    }
    return (all - counts[most]) * 5 >= all ? MIXED : values()[most];
  }

  private static Writing ofLetter(int letter) {
    return switch (UScript.getScript(letter)) {
      case UScript.LATIN -> LATIN;
      case UScript.CYRILLIC -> CYRILLIC;
      case UScript.ARABIC -> ARABIC;
      case UScript.HAN -> HAN;
      default -> OTHER;
    };
  }

  /**
   * Whether texts so written are compared by sound: by letters they would have nothing in common.
   */
  boolean soundsWith(Writing other) {
    if (this == OTHER || other == OTHER) {
      return false;
    }
    return this != other || this == HAN || this == MIXED;
  }
}
