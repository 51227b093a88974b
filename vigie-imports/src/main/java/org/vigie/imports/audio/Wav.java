package org.vigie.imports.audio;

import java.util.Map;
import org.vigie.imports.ImportRefused;
import org.vigie.imports.Source;

/** WAV, with the date of broadcast recorders (EBU Tech 3285). */
final class Wav {

  private static final int DATE = 320;
  private static final int DATE_LENGTH = 10;
  private static final int TIME_LENGTH = 8;

  private Wav() {}

  static Map<String, String> facts(Bytes b, Source source) throws ImportRefused {
    var at = 12L;
    var format = -1;
    var made = "";
    while (at + 8 <= b.length()) {
      var i = (int) at;
      var size = b.le32(i + 4);
      if (b.is(i, "fmt ") && i + 24 <= b.length()) {
        format = i + 8;
      } else if (b.is(i, "bext")) {
        var date = i + 8 + DATE;
        made = b.text(date, DATE_LENGTH) + " " + b.text(date + DATE_LENGTH, TIME_LENGTH);
      } else if (b.is(i, "data") && format > 0) {
        // A recorder that was cut off leaves 0 or all ones; the file tells better.
        var bytes = Math.min(size == 0 ? Long.MAX_VALUE : size, source.length() - at - 8);
        return facts(b, format, Math.max(0, bytes), made.strip());
      }
      at += 8 + size + (size & 1);
    }
    throw AudioFacts.unknown();
  }

  private static Map<String, String> facts(Bytes b, int format, long bytes, String made) {
    var codec =
        switch (b.le16(format)) {
          case 1, 0xFFFE -> "pcm";
          case 3 -> "pcm-float";
          case 6 -> "a-law";
          case 7 -> "mu-law";
          case 0x11 -> "adpcm";
          case 0x31 -> "gsm";
          case 0x55 -> "mp3";
          default -> "other";
        };
    var perSecond = b.le32(format + 8);
    var millis = perSecond == 0 ? 0 : bytes * 1000 / perSecond;
    return Facts.of(codec, b.le16(format + 2), b.le32(format + 4), millis, made);
  }
}
