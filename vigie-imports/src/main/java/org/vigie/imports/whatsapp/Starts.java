package org.vigie.imports.whatsapp;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** How lines may begin, as bytes and by the first of them: asked of every message. */
final class Starts {

  private final List<List<byte[]>> byFirst = new ArrayList<>(Collections.nCopies(256, List.of()));

  Starts(List<String> phrases) {
    for (var phrase : phrases) {
      var bytes = phrase.getBytes(StandardCharsets.UTF_8);
      var first = bytes[0] & 0xFF;
      var all = new ArrayList<>(byFirst.get(first));
      all.add(bytes);
      byFirst.set(first, all);
    }
  }

  /** Whether one of them stands at {@code from}. */
  boolean at(byte[] b, int from, int to) {
    if (from >= to) {
      return false;
    }
    var candidates = byFirst.get(b[from] & 0xFF);
    for (var i = 0; i < candidates.size(); i++) {
      var start = candidates.get(i);
      if (to - from >= start.length
          && Arrays.mismatch(b, from, from + start.length, start, 0, start.length) < 0) {
        return true;
      }
    }
    return false;
  }
}
