package org.vigie.imports.audio;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Map;
import org.vigie.imports.ImportRefused;
import org.vigie.imports.Source;

/** AMR and AMR-WB, one channel (RFC 4867, section 5): frames of 20 ms are counted. */
final class Amr {

  private static final String NARROW = "#!AMR\n";
  private static final String WIDE = "#!AMR-WB\n";
  private static final int FRAME_MILLIS = 20;
  private static final int[] NARROW_BYTES = {
    12, 13, 15, 17, 19, 20, 26, 31, 5, -1, -1, -1, -1, -1, -1, 0
  };
  private static final int[] WIDE_BYTES = {
    17, 23, 32, 36, 40, 46, 50, 58, 60, 5, -1, -1, -1, -1, 0, 0
  };

  private Amr() {}

  static Map<String, String> facts(Bytes head, Source source) throws ImportRefused, IOException {
    if (head.is(0, WIDE)) {
      var millis = millis(source, WIDE.length(), WIDE_BYTES);
      return Facts.of("amr-wb", 1, 16_000, millis);
    }
    if (head.is(0, NARROW)) {
      return Facts.of("amr", 1, 8_000, millis(source, NARROW.length(), NARROW_BYTES));
    }
    throw AudioFacts.unknown();
  }

  /** Up to the end, or to the first byte that begins no frame. */
  private static long millis(Source source, int from, int[] sizes) throws IOException {
    var frames = 0L;
    try (var in = new BufferedInputStream(source.open(from))) {
      for (var first = in.read(); first >= 0; first = in.read()) {
        var size = sizes[(first >> 3) & 0xF];
        if (size < 0) {
          break;
        }
        in.skipNBytes(size);
        frames++;
      }
    } catch (EOFException cutOff) {
      return frames * FRAME_MILLIS;
    }
    return frames * FRAME_MILLIS;
  }
}
