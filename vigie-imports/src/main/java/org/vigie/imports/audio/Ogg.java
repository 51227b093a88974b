package org.vigie.imports.audio;

import java.io.IOException;
import java.util.Map;
import org.vigie.imports.ImportRefused;
import org.vigie.imports.Source;

/** Ogg (RFC 3533) with Opus (RFC 7845) or Vorbis in it. */
final class Ogg {

  private static final int OPUS_RATE = 48_000; // RFC 7845 section 4
  private static final int LONGEST_DATE = 40;

  private Ogg() {}

  static Map<String, String> facts(Bytes b, Source source) throws ImportRefused, IOException {
    var packet = 27 + b.u8(26);
    var samples = lastGranule(source, b.le32(14));
    if (b.is(packet, "OpusHead") && packet + 16 <= b.length()) {
      var skipped = b.le16(packet + 10);
      var millis = Math.max(0, samples - skipped) * 1000 / OPUS_RATE;
      return Facts.of("opus", b.u8(packet + 9), b.le32(packet + 12), millis, made(b));
    }
    if (b.is(packet + 1, "vorbis") && packet + 16 <= b.length()) {
      var rate = b.le32(packet + 12);
      var millis = rate == 0 ? 0 : samples * 1000 / rate;
      return Facts.of("vorbis", b.u8(packet + 11), rate, millis, made(b));
    }
    throw AudioFacts.unknown();
  }

  /** The comment DATE, whose length stands in the four bytes before it. */
  private static String made(Bytes b) {
    var at = Math.max(b.find("DATE="), b.find("date="));
    var length = at < 4 ? 0 : b.le32(at - 4);
    return length > 5 && length < LONGEST_DATE ? b.text(at + 5, (int) length - 5) : "";
  }

  /** The granule position of the last page of the stream: RFC 3533 section 6. */
  private static long lastGranule(Source source, long serial) throws IOException {
    var tail = Bytes.tail(source);
    for (var at = tail.length() - 27; at >= 0; at--) {
      if (tail.is(at, "OggS") && tail.le32(at + 14) == serial) {
        var granule = tail.le32(at + 6) | (tail.le32(at + 10) << 32);
        // No recording lasts a thousand years; the bound keeps the arithmetic whole.
        return Math.clamp(granule, 0, Long.MAX_VALUE / 100_000);
      }
    }
    return 0;
  }
}
