package org.vigie.imports.whatsapp;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** How lines may begin, as bytes and by the first of them: asked of every message. */
final class Starts {

  private final byte[][][] byFirst = new byte[256][0][];

  /** By the first byte a bit for each second one. */
  private final long[] seconds = new long[256];

  Starts(List<String> phrases) {
    for (var phrase : phrases) {
      var bytes = phrase.getBytes(StandardCharsets.UTF_8);
      if (bytes.length < 2) {
        throw new IllegalArgumentException("a phrase of one letter begins too many lines");
      }
      var first = bytes[0] & 0xFF;
      byFirst[first] = Arrays.copyOf(byFirst[first], byFirst[first].length + 1);
      byFirst[first][byFirst[first].length - 1] = bytes;
      // Shifts go by the lowest six bits.
      seconds[first] |= 1L << bytes[1];
    }
  }

  /** Whether one of them stands at {@code from}. */
  boolean at(byte[] b, int from, int to) {
    return from + 1 < to
        && (seconds[b[from] & 0xFF] >>> b[from + 1] & 1) != 0
        && oneOf(b, from, to);
  }

  private boolean oneOf(byte[] b, int from, int to) {
    for (var start : byFirst[b[from] & 0xFF]) {
      if (to - from >= start.length
          && Arrays.mismatch(b, from, from + start.length, start, 0, start.length) < 0) {
        return true;
      }
    }
    return false;
  }
}
