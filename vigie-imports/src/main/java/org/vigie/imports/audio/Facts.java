package org.vigie.imports.audio;

import java.util.SortedMap;
import java.util.TreeMap;

/** What is told of a recording. */
final class Facts {

  private static final int LONGEST = 40;

  private Facts() {}

  /** Without a date. */
  static SortedMap<String, String> of(String codec, int channels, long rate, long millis) {
    return of(codec, channels, rate, millis, "");
  }

  /** With the date that the file says it was made; may be empty. */
  static SortedMap<String, String> of(
      String codec, int channels, long rate, long millis, String made) {
    var all = new TreeMap<String, String>();
    all.put("codec", codec);
    all.put("channels", Integer.toString(channels));
    all.put("rate", Long.toString(rate));
    all.put("millis", Long.toString(Math.max(0, millis)));
    if (!made.isEmpty()) {
      all.put("made", made.length() > LONGEST ? made.substring(0, LONGEST) : made);
    }
    return all;
  }
}
