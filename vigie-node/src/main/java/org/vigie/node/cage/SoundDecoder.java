package org.vigie.node.cage;

import java.io.IOException;
import java.util.Map;
import org.vigie.imports.audio.LevelMeter;
import org.vigie.matching.recording.RecordingMarks;

/**
 * Measures how loud recordings of any form are and what copies of them are recognised by, and
 * writes them anew as WAV, with Debian's ffmpeg in a cage of its own; only numbers and samples come
 * out of it. Safe for use by several threads.
 */
public final class SoundDecoder {

  private static final int RATE = RecordingMarks.RATE;
  private static final int WAV_HEADER = 44;

  /** One channel of speech, of which fifty minutes fit. */
  private static final String FOR_LONG_ONES = "-ac 1 -ar 16000 ";

  private final Ffmpeg ffmpeg;

  SoundDecoder(Ffmpeg ffmpeg) {
    this.ffmpeg = ffmpeg;
  }

  /** A decoder, or one that is not {@link #there} where this machine cannot build its cage. */
  public static SoundDecoder onThisMachine() {
    return new SoundDecoder(Ffmpeg.onThisMachine());
  }

  /** The decoder of a machine without ffmpeg or bubblewrap. */
  public static SoundDecoder none() {
    return new SoundDecoder(Ffmpeg.none());
  }

  /** Whether recordings can be decoded here. */
  public boolean there() {
    return ffmpeg.there();
  }

  /** What decodes: program and version. */
  public String tool() {
    return ffmpeg.tool();
  }

  /**
   * Facts as {@link LevelMeter} gives them.
   *
   * @param recording in any form ffmpeg knows, 96 MiB at most
   * @throws CageRefused {@code cage.failed} if it cannot be read or decoding is not there, {@code
   *     cage.time}, {@code cage.output}
   */
  public Map<String, String> levels(byte[] recording) throws CageRefused, IOException {
    var pcm = pcm(recording);
    var meter = new LevelMeter(RATE);
    for (var at = 0; at + 1 < pcm.length; at += 2) {
      meter.add((short) ((pcm[at] & 0xFF) | (pcm[at + 1] << 8)));
    }
    return meter.facts();
  }

  /**
   * What a copy of the recording would be recognised by.
   *
   * @param recording in any form ffmpeg knows, 96 MiB at most
   * @throws CageRefused {@code cage.failed} if it cannot be read or decoding is not there, {@code
   *     cage.time}, {@code cage.output}
   */
  public RecordingMarks marks(byte[] recording) throws CageRefused, IOException {
    return RecordingMarks.of(pcm(recording));
  }

  /**
   * The first track of sound as WAV, samples of 16 bits without any metadata: at its own rate and
   * with its own channels if that is at most 96 MiB, else in one channel of 16 kHz. Nothing of it
   * is cut off.
   *
   * @param recording in any form ffmpeg knows, 96 MiB at most
   * @throws CageRefused {@code cage.failed} if it cannot be read or decoding is not there, {@code
   *     cage.time}, {@code cage.output} beyond fifty minutes or so
   */
  public byte[] wav(byte[] recording) throws CageRefused, IOException {
    byte[] made;
    try {
      made = ffmpeg.convert(recording, wav(""));
    } catch (CageRefused refused) {
      if (!refused.key().equals("cage.output")) {
        throw refused;
      }
      made = ffmpeg.convert(recording, wav(FOR_LONG_ONES));
    }
    if (made.length <= WAV_HEADER) {
      throw new CageRefused("cage.failed");
    }
    return made;
  }

  /** Stops soon after the most that is taken, so that what is too long is refused, never cut. */
  private static String wav(String how) {
    return how + "-fs " + 2 * Ffmpeg.LONGEST + " -c:a pcm_s16le -f wav";
  }

  private byte[] pcm(byte[] recording) throws CageRefused, IOException {
    var pcm = ffmpeg.convert(recording, "-ac 1 -ar " + RATE + " -c:a pcm_s16le -f s16le");
    if (pcm.length < 2) {
      throw new CageRefused("cage.failed");
    }
    return pcm;
  }
}
