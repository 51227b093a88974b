package org.vigie.imports.audio;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.vigie.imports.ImportRefused;
import org.vigie.imports.Source;

/** How loud a WAV recording is over its time: samples of 8 to 32 bits, whole or floating. */
public final class WavLevels {

  private static final int PCM = 1;
  private static final int FLOATING = 3;
  private static final int EXTENSIBLE = 0xFFFE;
  private static final int LONGEST_FORMAT = 64;

  private final int format;
  private final int channels;
  private final long rate;
  private final int width;

  private WavLevels(byte[] chunk) throws ImportRefused {
    var kind = u16(chunk, 0);
    channels = u16(chunk, 2);
    rate = u16(chunk, 4) | (long) u16(chunk, 6) << 16;
    width = u16(chunk, 14) / 8;
    format = kind == EXTENSIBLE && chunk.length > 25 ? u16(chunk, 24) : kind;
    var whole = format == PCM && width >= 1 && width <= 4;
    if (channels < 1
        || channels > 32
        || rate < 1
        || !(whole || (format == FLOATING && width == 4))) {
      throw AudioFacts.unknown();
    }
  }

  /**
   * Facts as {@link LevelMeter} gives them; of several channels the loudest.
   *
   * @throws ImportRefused {@code import.audio-unknown} for anything else
   * @throws IOException if the bytes cannot be had
   */
  public static Map<String, String> of(Source source) throws ImportRefused, IOException {
    try (var in = new DataInputStream(new BufferedInputStream(source.open(0), 1 << 16))) {
      if (!word(in).equals("RIFF")) {
        throw AudioFacts.unknown();
      }
      in.skipNBytes(4);
      if (!word(in).equals("WAVE")) {
        throw AudioFacts.unknown();
      }
      return chunks(in);
    } catch (EOFException cutShort) {
      throw AudioFacts.unknown();
    }
  }

  private static Map<String, String> chunks(DataInputStream in) throws ImportRefused, IOException {
    WavLevels levels = null;
    while (true) {
      var name = word(in);
      var size = Integer.toUnsignedLong(Integer.reverseBytes(in.readInt()));
      if (name.equals("data")) {
        if (levels == null) {
          throw AudioFacts.unknown();
        }
        // A recorder that was cut off leaves 0 or all ones: then it goes on to the end.
        return levels.measure(in, size == 0 ? Long.MAX_VALUE : size);
      }
      if (name.equals("fmt ")) {
        if (size < 16 || size > LONGEST_FORMAT) {
          throw AudioFacts.unknown();
        }
        levels = new WavLevels(in.readNBytes((int) size));
        in.skipNBytes(size & 1);
      } else {
        in.skipNBytes(size + (size & 1));
      }
    }
  }

  private static String word(DataInputStream in) throws IOException {
    var word = in.readNBytes(4);
    if (word.length < 4) {
      throw new EOFException();
    }
    return new String(word, StandardCharsets.ISO_8859_1);
  }

  private Map<String, String> measure(InputStream in, long most) throws IOException {
    var meter = new LevelMeter(rate);
    var frame = channels * width;
    var buffer = new byte[frame * 4096];
    for (var left = most; left >= frame; ) {
      var read = in.readNBytes(buffer, 0, (int) Math.min(buffer.length, left));
      for (var at = 0; at + frame <= read; at += frame) {
        var loudest = 0;
        for (var channel = 0; channel < channels; channel++) {
          loudest = Math.max(loudest, Math.abs(sample(buffer, at + channel * width)));
        }
        meter.add(loudest);
      }
      if (read < buffer.length) {
        break;
      }
      left -= read;
    }
    return meter.facts();
  }

  /** As of 16 bits, the sign kept. */
  private int sample(byte[] b, int at) {
    if (format == FLOATING) {
      var bits = u16(b, at) | u16(b, at + 2) << 16;
      return (int) Math.clamp(Float.intBitsToFloat(bits) * 32_768f, -32_768f, 32_767f);
    }
    return switch (width) {
      case 1 -> ((b[at] & 0xFF) - 128) << 8;
      default -> (short) u16(b, at + width - 2);
    };
  }

  private static int u16(byte[] b, int at) {
    return at + 1 < b.length ? (b[at] & 0xFF) | (b[at + 1] & 0xFF) << 8 : 0;
  }
}
