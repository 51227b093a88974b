package org.vigie.imports.audio;

import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigie.imports.ImportRefused;
import org.vigie.imports.Source;

/**
 * MPEG audio (ISO/IEC 11172-3, 13818-3), layer III mostly: the length from the count of frames that
 * encoders write into the first one, else from its bit rate, as if all had the same.
 */
final class Mp3 {

  private static final int[][] RATES = {
    {0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320}, // version 1, layer III
    {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160} // versions 2, 2.5, layer III
  };
  private static final int[] HERTZ = {44_100, 48_000, 32_000};
  private static final int TAG_HEADER = 10;
  private static final int TAG_AT_END = 128;

  /** The first frame. */
  private record Frame(int at, boolean first, int hertz, int kilobits, int channels) {

    private int samples() {
      return first ? 1152 : 576;
    }

    /** Where the count of frames stands, if the encoder wrote one. */
    private int extra() {
      var side = first ? channels == 1 ? 17 : 32 : channels == 1 ? 9 : 17;
      return at + 4 + side;
    }
  }

  private Mp3() {}

  static boolean recognises(Bytes head) {
    return head.is(0, "ID3") || frame(head, 0) != null;
  }

  static Map<String, String> facts(Bytes head, Source source) throws ImportRefused, IOException {
    var start = tag(head);
    var b = start == 0 ? head : Bytes.of(source, start);
    Frame frame = null;
    for (var i = 0; i < Math.min(b.length(), 8192) && frame == null; i++) {
      frame = frame(b, i);
    }
    if (frame == null) {
      throw AudioFacts.unknown();
    }
    var millis = millis(b, frame, source);
    return Facts.of("mp3", frame.channels, frame.hertz, millis, start == 0 ? "" : made(head));
  }

  /** The length of a tag before the sound (ID3v2). */
  private static long tag(Bytes b) {
    if (!b.is(0, "ID3")) {
      return 0;
    }
    var size = 0L;
    for (var i = 6; i < TAG_HEADER; i++) {
      size = (size << 7) | (b.u8(i) & 0x7F);
    }
    return TAG_HEADER + size;
  }

  /** When it was recorded, as the tag says: TDRC, or the year alone. */
  private static String made(Bytes b) {
    for (var name : new String[] {"TDRC", "TYER"}) {
      var at = b.find(name);
      if (at > 0) {
        return b.text(at + 11, Math.clamp(b.be32(at + 4) - 1, 0, 24));
      }
    }
    return "";
  }

  private static @Nullable Frame frame(Bytes b, int i) {
    var second = b.u8(i + 1);
    var third = b.u8(i + 2);
    var layerThree = ((second >> 1) & 3) == 1;
    var version = (second >> 3) & 3;
    if (b.u8(i) != 0xFF || second < 0xE0 || !layerThree || version == 1) {
      return null;
    }
    var rate = third >> 4;
    var hertz = (third >> 2) & 3;
    if (rate == 0 || rate == 15 || hertz == 3) {
      return null;
    }
    var first = version == 3;
    var halved = HERTZ[hertz] >> (first ? 0 : version == 2 ? 1 : 2);
    var channels = b.u8(i + 3) >> 6 == 3 ? 1 : 2;
    return new Frame(i, first, halved, RATES[first ? 0 : 1][rate], channels);
  }

  private static long millis(Bytes b, Frame frame, Source source) throws IOException {
    var extra = frame.extra();
    var counted = 0L;
    if ((b.is(extra, "Xing") || b.is(extra, "Info")) && (b.u8(extra + 7) & 1) != 0) {
      counted = b.be32(extra + 8);
    } else if (b.is(frame.at + 36, "VBRI")) {
      counted = b.be32(frame.at + 36 + 14);
    }
    if (counted > 0) {
      return counted * frame.samples() * 1000 / frame.hertz;
    }
    var tail = Bytes.tail(source);
    var tagged = tail.is(tail.length() - TAG_AT_END, "TAG") ? TAG_AT_END : 0;
    var bytes = source.length() - b.at() - frame.at - tagged;
    return bytes * 8 / frame.kilobits;
  }
}
