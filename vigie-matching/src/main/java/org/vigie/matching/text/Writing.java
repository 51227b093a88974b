package org.vigie.matching.text;

import com.ibm.icu.lang.UScript;
import java.util.EnumMap;

/** The script most letters of a text are in, as far as comparing across scripts needs it. */
public enum Writing {
  /** Latin letters. */
  LATIN('l'),
  /** Cyrillic letters. */
  CYRILLIC('c'),
  /** Letters of the Arabic script, in whatever language. */
  ARABIC('a'),
  /** Chinese characters. */
  HAN('h'),
  /** Any other script: compared with itself only. */
  OTHER('o'),
  /**
   * At least a fifth of the letters are in another script than the rest: letters may be swapped.
   */
  MIXED('m');

  private final char code;

  Writing(char code) {
    this.code = code;
  }

  /** One letter in stored sketches. */
  char code() {
    return code;
  }

  /** The writing with {@code code}; refuses any other letter as a bad argument. */
  static Writing ofCode(int code) {
    for (var writing : values()) {
      if (writing.code == code) {
        return writing;
      }
    }
    throw new IllegalArgumentException("not a sketch");
  }

  static Writing of(String text) {
    var counts = new EnumMap<Writing, Integer>(Writing.class);
    var all = 0;
    for (var c : text.codePoints().filter(Character::isLetter).toArray()) {
      counts.merge(ofLetter(c), 1, Integer::sum);
      all++;
    }
    var most = OTHER;
    for (var writing : counts.keySet()) {
      most = counts.get(writing) > counts.getOrDefault(most, 0) ? writing : most;
    }
    return (all - counts.getOrDefault(most, 0)) * 5 >= all && all > 0 ? MIXED : most;
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
