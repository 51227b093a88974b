package org.vigie.imports.audio;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.vigie.imports.Source;

/** AAC in frames that follow one another (ADTS, ISO/IEC 13818-7 section 6.2), which are counted. */
final class Adts {

  private static final int HEADER = 7;
  private static final int SAMPLES = 1024;
  private static final int[] HERTZ = {
    96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8_000,
    7_350
  };

  private Adts() {}

  /** Two frames, since so few bits mark one; one alone if the file ends with it. */
  static boolean recognises(Bytes head) {
    var first = length(head, 0);
    return first > 0 && (first >= head.length() || length(head, first) > 0);
  }

  static Map<String, String> facts(Bytes head, Source source) throws IOException {
    var hertz = HERTZ[(head.u8(2) >> 2) & 0xF];
    var channels = (head.u8(2) & 1) << 2 | head.u8(3) >> 6;
    var millis = blocks(source) * SAMPLES * 1000 / hertz;
    return Facts.of("aac", channels == 7 ? 8 : channels, hertz, millis);
  }

  /** The length of the frame that begins there; 0 if none does. */
  private static int length(Bytes b, int i) {
    var marked = b.u8(i) == 0xFF && (b.u8(i + 1) & 0xF6) == 0xF0;
    var length = (b.u8(i + 3) & 3) << 11 | b.u8(i + 4) << 3 | b.u8(i + 5) >> 5;
    return marked && ((b.u8(i + 2) >> 2) & 0xF) < HERTZ.length && length >= HEADER ? length : 0;
  }

  /** Up to the end, or to the first byte that begins no frame. */
  private static long blocks(Source source) throws IOException {
    var blocks = 0L;
    try (var in = new BufferedInputStream(source.open(0))) {
      for (var header = header(in); length(header, 0) > 0; header = header(in)) {
        in.skipNBytes(length(header, 0) - HEADER);
        blocks += 1 + (header.u8(6) & 3);
      }
    } catch (EOFException cutOff) {
      return blocks;
    }
    return blocks;
  }

  private static Bytes header(InputStream in) throws IOException {
    return Bytes.of(in.readNBytes(HEADER));
  }
}
