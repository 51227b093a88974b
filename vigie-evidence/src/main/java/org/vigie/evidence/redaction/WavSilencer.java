package org.vigie.evidence.redaction;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * Silences spans of WAV files with linear PCM. Protects what was said there: its samples are
 * replaced, and every part of the file but the format and the samples (titles, dates, tools) is
 * left out. Does not protect the speaker's voice elsewhere in the recording.
 */
public final class WavSilencer implements AudioSilencer {

  private static final int PCM = 1;
  private static final int EXTENSIBLE = 0xFFFE;

  /** Format of the samples and where they are. */
  private record Sound(ByteBuffer format, int start, int length) {
    int frameBytes() {
      return format.getShort(12);
    }

    long frames() {
      return length / frameBytes();
    }

    /** The frame at {@code time}, within the recording. */
    int offset(Duration time, boolean roundUp) {
      var rate = format.getInt(4);
      var exact = time.toNanos() / 1e9 * rate;
      var frame = roundUp ? Math.ceil(exact) : Math.floor(exact);
      return start + (int) Math.clamp((long) frame, 0, frames()) * frameBytes();
    }

    byte silence() {
      // Samples of eight bits have no sign, their middle is 128.
      return format.getShort(14) <= 8 ? (byte) 0x80 : 0;
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
    var samples = Arrays.copyOfRange(recording, sound.start(), sound.start() + sound.length());
    for (var interval : intervals) {
      if (interval.from().isNegative() || interval.to().compareTo(interval.from()) <= 0) {
        throw new RedactionRefused("redaction.span-outside");
      }
      var from = sound.offset(interval.from(), false) - sound.start();
      var to = sound.offset(interval.to(), true) - sound.start();
      if (from >= samples.length) {
        throw new RedactionRefused("redaction.span-outside");
      }
      Arrays.fill(samples, from, to, sound.silence());
    }
    return written(sound, samples);
  }

  private static byte[] written(Sound sound, byte[] samples) {
    var format = sound.format();
    var padding = samples.length & 1;
    var size = 12 + 8 + format.capacity() + 8 + samples.length + padding;
    var out = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    out.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(size - 8);
    out.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(format.capacity());
    out.put(format.rewind());
    out.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(samples.length).put(samples);
    return out.array();
  }

  private static Sound parse(byte[] file) throws RedactionRefused {
    if (!wave(file)) {
      throw new RedactionRefused("redaction.sound-unreadable");
    }
    var in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    ByteBuffer format = null;
    for (long at = 12; at + 8 <= file.length; ) {
      var start = (int) at + 8;
      // A recorder that was cut off leaves a length beyond the end, or none.
      var length = (int) Math.min(in.getInt((int) at + 4) & 0xFFFFFFFFL, file.length - start);
      if (tag(file, (int) at, "fmt ")) {
        format = format(in, start, length);
      } else if (tag(file, (int) at, "data") && format != null) {
        var frame = format.getShort(12);
        return new Sound(format, start, length - length % frame);
      }
      at = start + (long) length + (length & 1);
    }
    throw new RedactionRefused("redaction.sound-unreadable");
  }

  private static ByteBuffer format(ByteBuffer in, int start, int length) throws RedactionRefused {
    if (length < 16 || length > 40) {
      throw new RedactionRefused("redaction.sound-unreadable");
    }
    var copy = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    copy.put(0, in, start, length);
    var kind = copy.getShort(0) & 0xFFFF;
    var linear = kind == PCM || (kind == EXTENSIBLE && length == 40 && copy.getShort(24) == PCM);
    if (!linear || copy.getShort(12) <= 0 || copy.getInt(4) <= 0) {
      throw new RedactionRefused("redaction.sound-unreadable");
    }
    return copy;
  }

  private static boolean tag(byte[] file, int at, String tag) {
    return new String(file, at, 4, StandardCharsets.US_ASCII).equals(tag);
  }
}
