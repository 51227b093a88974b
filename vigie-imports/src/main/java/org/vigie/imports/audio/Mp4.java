package org.vigie.imports.audio;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.vigie.imports.ImportRefused;
import org.vigie.imports.Source;

/**
 * The boxes of MP4 and M4A (ISO/IEC 14496-12): the first track of sound, the dates, and whether
 * there is nothing to be seen beside it.
 */
final class Mp4 {

  private static final int DEEPEST = 6;
  private static final int MOST_BOXES = 10_000;
  private static final int BOX = 512; // more than we look at in any
  private static final long SECONDS_1904_TO_1970 =
      -LocalDateTime.of(1904, 1, 1, 0, 0).toEpochSecond(ZoneOffset.UTC);
  private static final long MOST_SECONDS = 1L << 33;

  /** Handlers of tracks of which nothing is shown; words that are shown are not among them. */
  private static final Set<String> UNSEEN = Set.of("soun", "hint", "meta");

  private final Source source;
  private int boxes;
  private boolean sound;
  private String codec = "";
  private int channels;
  private long rate;
  private long millis;
  private long wholeMillis;
  private long trackMillis;
  private String made = "";
  private boolean handled;

  /** Until a track is found that may be seen, or some of them cannot be. */
  private boolean soundOnly = true;

  private Mp4(Source source) {
    this.source = source;
  }

  static Map<String, String> facts(Source source) throws ImportRefused, IOException {
    var file = new Mp4(source);
    file.walk(0, source.length(), 0);
    if (file.codec.isEmpty()) {
      throw AudioFacts.unknown();
    }
    var millis = file.millis > 0 ? file.millis : file.wholeMillis;
    var facts = Facts.of(file.codec, file.channels, file.rate, millis, file.made);
    if (file.soundOnly) {
      facts.put(AudioFacts.SOUND_ONLY, "yes");
    }
    return facts;
  }

  private void walk(long from, long to, int depth) throws IOException {
    for (var at = from; at + 8 <= to; ) {
      if (++boxes >= MOST_BOXES) {
        cut(depth);
        return;
      }
      var b = Bytes.of(source, at, BOX);
      var size = b.be32(0);
      var header = 8;
      if (size == 1) {
        size = b.be64(8);
        header = 16;
      } else if (size == 0) {
        size = to - at;
      }
      if (size < header || size > to - at) {
        cut(depth);
        return;
      }
      box(b, header, at, size, depth);
      at += size;
    }
  }

  /**
   * The file is cut off or damaged; what was found stands. Within the table of tracks there may be
   * more of them than were found.
   */
  private void cut(int depth) {
    soundOnly &= depth == 0;
  }

  private void box(Bytes b, int header, long at, long size, int depth) throws IOException {
    switch (b.text(4, 4)) {
      case "moov", "mdia", "minf", "stbl" -> inside(at + header, at + size, depth);
      case "trak" -> {
        sound = false;
        trackMillis = 0;
        handled = false;
        inside(at + header, at + size, depth);
        soundOnly &= handled;
      }
      case "mvhd" -> {
        wholeMillis = duration(b, header);
        made = created(b, header);
      }
      case "mdhd" -> trackMillis = duration(b, header);
      case "hdlr" -> {
        sound = b.is(header + 8, "soun");
        handled = true;
        soundOnly &= UNSEEN.contains(b.text(header + 8, 4));
      }
      // Beside the tracks, as HEIF keeps pictures.
      case "meta" -> soundOnly &= depth > 0;
      case "stsd" -> sample(b, header + 8);
      default -> {}
    }
  }

  private void inside(long from, long to, int depth) throws IOException {
    if (depth < DEEPEST) {
      walk(from, to, depth + 1);
    }
  }

  /** The first sample entry (section 12.2.3). */
  private void sample(Bytes b, int at) {
    if (!sound || !codec.isEmpty()) {
      return;
    }
    var named = b.text(at + 4, 4);
    codec =
        switch (named) {
          case "mp4a" -> "aac";
          case "samr" -> "amr";
          case "sawb" -> "amr-wb";
          case "" -> "other";
          default -> named.matches("[A-Za-z0-9.-]{1,4}") ? named : "other";
        };
    channels = b.be16(at + 8 + 16);
    rate = b.be32(at + 8 + 24) >> 16;
    millis = trackMillis;
  }

  private static long duration(Bytes b, int at) {
    var wide = b.u8(at) == 1;
    var scale = b.be32(at + (wide ? 20 : 12));
    var units = wide ? b.be64(at + 24) : b.be32(at + 16);
    var known = scale > 0 && units > 0 && units < Long.MAX_VALUE / 1000;
    return known && units != 0xFFFF_FFFFL ? units * 1000 / scale : 0;
  }

  /** Seconds since 1904; 0 when nobody wrote any. */
  private static String created(Bytes b, int at) {
    var seconds = b.u8(at) == 1 ? b.be64(at + 4) : b.be32(at + 4);
    return seconds <= 0 || seconds > MOST_SECONDS
        ? ""
        : Instant.ofEpochSecond(seconds - SECONDS_1904_TO_1970).toString();
  }
}
