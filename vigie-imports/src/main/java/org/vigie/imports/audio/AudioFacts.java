package org.vigie.imports.audio;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.vigie.imports.ImportRefused;
import org.vigie.imports.Source;

/** Codec, channels, rate and duration of WAV, Ogg Opus and Ogg Vorbis, from their headers. */
public final class AudioFacts {

  private static final int HEAD = 64 * 1024;
  private static final int OPUS_RATE = 48_000; // RFC 7845 section 4

  private AudioFacts() {}

  /**
   * Facts: codec, channels, rate (of the original), millis.
   *
   * @throws ImportRefused {@code import.audio-unknown} for anything else
   * @throws IOException if the bytes cannot be had
   */
  public static Map<String, String> of(Source source) throws ImportRefused, IOException {
    var head = part(source, 0);
    if (is(head, 0, "RIFF") && is(head, 8, "WAVE")) {
      return wav(head, source.length());
    }
    if (is(head, 0, "OggS") && head.length > 28) {
      return ogg(head, source);
    }
    throw new ImportRefused("import.audio-unknown");
  }

  private static byte[] part(Source source, long from) throws IOException {
    try (var in = source.open(from)) {
      return in.readNBytes(HEAD);
    }
  }

  private static Map<String, String> wav(byte[] b, long length) throws ImportRefused {
    var at = 12L;
    var format = -1;
    while (at + 8 <= b.length) {
      var i = (int) at;
      var size = u32(b, i + 4);
      if (is(b, i, "fmt ") && i + 24 <= b.length) {
        format = i + 8;
      } else if (is(b, i, "data") && format > 0) {
        // A recorder that was cut off leaves 0 or all ones; the file tells better.
        var bytes = Math.min(size == 0 ? Long.MAX_VALUE : size, length - at - 8);
        return wavFacts(b, format, Math.max(0, bytes));
      }
      at += 8 + size + (size & 1);
    }
    throw new ImportRefused("import.audio-unknown");
  }

  private static Map<String, String> wavFacts(byte[] b, int format, long bytes) {
    var codec =
        switch (u16(b, format)) {
          case 1, 0xFFFE -> "pcm";
          case 3 -> "pcm-float";
          case 6 -> "a-law";
          case 7 -> "mu-law";
          case 0x55 -> "mp3";
          default -> "other";
        };
    var perSecond = u32(b, format + 8);
    var millis = perSecond == 0 ? 0 : bytes * 1000 / perSecond;
    return facts(codec, u16(b, format + 2), u32(b, format + 4), millis);
  }

  private static Map<String, String> ogg(byte[] b, Source source)
      throws ImportRefused, IOException {
    var packet = 27 + (b[26] & 0xFF);
    var samples = lastGranule(source, u32(b, 14));
    if (is(b, packet, "OpusHead") && packet + 16 <= b.length) {
      var skipped = u16(b, packet + 10);
      var millis = Math.max(0, samples - skipped) * 1000 / OPUS_RATE;
      return facts("opus", b[packet + 9] & 0xFF, u32(b, packet + 12), millis);
    }
    if (is(b, packet + 1, "vorbis") && packet + 16 <= b.length) {
      var rate = u32(b, packet + 12);
      return facts("vorbis", b[packet + 11] & 0xFF, rate, rate == 0 ? 0 : samples * 1000 / rate);
    }
    throw new ImportRefused("import.audio-unknown");
  }

  /** The granule position of the last page of the stream: RFC 3533 section 6. */
  private static long lastGranule(Source source, long serial) throws IOException {
    var tail = part(source, Math.max(0, source.length() - HEAD));
    for (var at = tail.length - 27; at >= 0; at--) {
      if (is(tail, at, "OggS") && u32(tail, at + 14) == serial) {
        var granule = u32(tail, at + 6) | u32(tail, at + 10) << 32;
        // No recording lasts a thousand years; the bound keeps the arithmetic whole.
        return Math.clamp(granule, 0, Long.MAX_VALUE / 100_000);
      }
    }
    return 0;
  }

  private static Map<String, String> facts(String codec, int channels, long rate, long millis) {
    var all = new TreeMap<String, String>();
    all.put("codec", codec);
    all.put("channels", Integer.toString(channels));
    all.put("rate", Long.toString(rate));
    all.put("millis", Long.toString(millis));
    return all;
  }

  private static boolean is(byte[] b, int at, String ascii) {
    if (at < 0 || at + ascii.length() > b.length) {
      return false;
    }
    for (var i = 0; i < ascii.length(); i++) {
      if (b[at + i] != ascii.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static int u16(byte[] b, int at) {
    return (b[at] & 0xFF) | (b[at + 1] & 0xFF) << 8;
  }

  private static long u32(byte[] b, int at) {
    return u16(b, at) | (long) u16(b, at + 2) << 16;
  }
}
