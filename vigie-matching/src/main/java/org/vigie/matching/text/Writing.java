package org.vigie.matching.text;

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
    var counts = new int[CharKinds.OTHER + 1];
    var all = 0;
    for (var i = 0; i < text.length(); ) {
      var c = text.codePointAt(i);
      var writing = CharKinds.writing(c);
      if (writing >= 0) {
        counts[writing]++;
        all++;
      }
      i += Character.charCount(c);
    }
    var most = CharKinds.OTHER;
    for (var writing = 0; writing < counts.length; writing++) {
      most = counts[writing] > counts[most] ? writing : most;
    }
    return (all - counts[most]) * 5 >= all && all > 0 ? MIXED : CharKinds.writingOf(most);
  }

  /**
   * Whether texts so written are compared by sound: by letters they would have nothing in common.
   */
  public boolean soundsWith(Writing other) {
    if (this == OTHER || other == OTHER) {
      return false;
    }
    return this != other || this == HAN || this == MIXED;
  }
}
