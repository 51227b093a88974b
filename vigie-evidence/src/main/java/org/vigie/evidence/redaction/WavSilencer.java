package org.vigie.evidence.redaction;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * Silences spans of WAV files with linear PCM. Protects what was said there: its samples are
 * replaced, and every part of the file but the samples and the five numbers that say how to play
 * them is left out (titles, dates, tools, whatever stands behind the format). A file that says
 * otherwise how long its frames are than its channels and bits is refused: players would have the
 * spans elsewhere. Does not protect the speaker's voice elsewhere in the recording.
 */
public final class WavSilencer implements AudioSilencer {

  private static final int PCM = 1;
  private static final int EXTENSIBLE = 0xFFFE;

  private static final int HEADER = 44;

  /** Of the samples: how they are to be played, and where they are. */
  private record Sound(short channels, int rate, short bits, int start, int length) {

    int frameBytes() {
      return channels * ((bits + 7) / 8);
    }

    long frames() {
      return length / frameBytes();
    }

    /** The place of the frame at {@code time} among the samples, within the recording. */
    int offset(Duration time, boolean roundUp) {
      var exact = time.toNanos() / 1e9 * rate;
      var frame = roundUp ? Math.ceil(exact) : Math.floor(exact);
      return (int) Math.clamp((long) frame, 0, frames()) * frameBytes();
    }

    byte silence() {
      // Samples of eight bits have no sign, their middle is 128.
      return bits <= 8 ? (byte) 0x80 : 0;
    }

    Sound at(int from, int bytes) {
      return new Sound(channels, rate, bits, from, bytes - bytes % frameBytes());
    }
  }

  /** Makes a silencer. */
  public WavSilencer() {}

  @Override
  public boolean reads(byte[] recording) {
    return wave(recording);
  }

  private static boolean wave(byte[] recording) {
    return recording.length >= 12 && tag(recording, 0, "RIFF") && tag(recording, 8, "WAVE");
  }

  /** Whether {@link #silence} finds samples in {@code recording}. */
  public static boolean samples(byte[] recording) {
    try {
      var _ = parse(recording);
      return true;
    } catch (RedactionRefused other) {
      return false;
    }
  }

  @Override
  public byte[] silence(byte[] recording, List<Interval> intervals) throws RedactionRefused {
    var sound = parse(recording);
    var copy = written(sound, recording);
    for (var interval : intervals) {
      if (interval.from().isNegative() || interval.to().compareTo(interval.from()) <= 0) {
        throw new RedactionRefused("redaction.span-outside");
      }
      var from = sound.offset(interval.from(), false);
      var to = sound.offset(interval.to(), true);
      if (from >= sound.length()) {
        throw new RedactionRefused("redaction.span-outside");
      }
      Arrays.fill(copy, HEADER + from, HEADER + to, sound.silence());
    }
    return copy;
  }

  /** The samples under a header of our own. */
  private static byte[] written(Sound sound, byte[] recording) {
    var length = sound.length();
    var size = HEADER + length + (length & 1);
    var out = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    out.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(size - 8);
    out.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
    out.putShort((short) PCM).putShort(sound.channels()).putInt(sound.rate());
    out.putInt(sound.rate() * sound.frameBytes()).putShort((short) sound.frameBytes());
    out.putShort(sound.bits());
    out.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(length);
    out.put(recording, sound.start(), length);
    return out.array();
  }

  private static Sound parse(byte[] file) throws RedactionRefused {
    if (!wave(file)) {
      throw new RedactionRefused("redaction.sound-unreadable");
    }
    var in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    Sound format = null;
    for (long at = 12; at + 8 <= file.length; ) {
      var start = (int) at + 8;
      // A recorder that was cut off leaves a length beyond the end, or none.
      var length = (int) Math.min(in.getInt((int) at + 4) & 0xFFFFFFFFL, file.length - start);
      if (tag(file, (int) at, "fmt ")) {
        format = format(in, start, length);
      } else if (tag(file, (int) at, "data") && format != null) {
        return format.at(start, length);
      }
      at = start + (long) length + (length & 1);
    }
    throw new RedactionRefused("redaction.sound-unreadable");
  }

  private static Sound format(ByteBuffer in, int start, int length) throws RedactionRefused {
    if (length < 16 || length > 40) {
      throw new RedactionRefused("redaction.sound-unreadable");
    }
    var kind = in.getShort(start) & 0xFFFF;
    var linear =
        kind == PCM || (kind == EXTENSIBLE && length == 40 && in.getShort(start + 24) == PCM);
    var sound =
        new Sound(
            in.getShort(start + 2), in.getInt(start + 4), in.getShort(start + 14), start, length);
    var frame = in.getShort(start + 12);
    var plain = sound.channels() > 0 && sound.rate() > 0 && sound.bits() > 0;
    if (!linear || !plain || frame != sound.frameBytes()) {
      throw new RedactionRefused("redaction.sound-unreadable");
    }
    return sound;
  }

  private static boolean tag(byte[] file, int at, String tag) {
    return new String(file, at, 4, StandardCharsets.US_ASCII).equals(tag);
  }
}
