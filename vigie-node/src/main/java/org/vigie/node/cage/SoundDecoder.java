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

  /** So much earlier or later, in milliseconds, what is decoded may be than players have it. */
  public static final long SLACK = Ffmpeg.SLACK;

  private static final int RATE = RecordingMarks.RATE;

  /** One channel of speech, of which fifty minutes fit. */
  private static final String FOR_LONG_ONES = "-ac 1 -ar 16000";

  /** No more samples are looked at, whatever their times; a second more is no different. */
  private static final String ONLY_THE_START =
      "-fs " + 2 * RATE * (RecordingMarks.LONGEST_SECONDS + 1) + " ";

  private static final String AS_NUMBERS = "-ac 1 -ar " + RATE + " -c:a pcm_s16le -f s16le";

  private final Ffmpeg ffmpeg;

  SoundDecoder(Ffmpeg ffmpeg) {
    this.ffmpeg = ffmpeg;
  }

  /** A decoder, or one that is not {@link #there} while this machine cannot build its cage. */
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
   * To be held for as long as a recording, or what was made of it, is in memory; all that is done
   * meanwhile ends within {@link Turn#LONGEST}.
   */
  public Turn turn() {
    return ffmpeg.turn();
  }

  /**
   * Facts as {@link LevelMeter} gives them, at the times at which players have them.
   *
   * @param recording in any form ffmpeg knows, 96 MiB at most
   * @throws CageRefused {@code cage.failed} if it cannot be read or decoding is not there, {@code
   *     cage.time}, {@code cage.output}
   */
  public Map<String, String> levels(byte[] recording) throws CageRefused, IOException {
    var pcm = pcm(recording, "-af " + Ffmpeg.IN_TIME + " ");
    var meter = new LevelMeter(RATE);
    for (var at = 0; at + 1 < pcm.length; at += 2) {
      meter.add((short) ((pcm[at] & 0xFF) | (pcm[at + 1] << 8)));
    }
    return meter.facts();
  }

  /**
   * What a copy of the recording would be recognised by; holes in its time are left out, so that
   * marks made before are still comparable.
   *
   * @param recording in any form ffmpeg knows, 96 MiB at most
   * @throws CageRefused {@code cage.failed} if it cannot be read or decoding is not there, {@code
   *     cage.time}, {@code cage.output}
   */
  public RecordingMarks marks(byte[] recording) throws CageRefused, IOException {
    return RecordingMarks.of(pcm(recording, ONLY_THE_START));
  }

  /**
   * The first track of sound as WAV, samples of 16 bits without any metadata: at its own rate and
   * with its own channels if that is at most 96 MiB, else in one channel of 16 kHz. Nothing of it
   * is cut off, and each sample stands at the time at which players have it, but for a tenth of a
   * second: where the time of the recording has a hole it is silent.
   *
   * @param recording in any form ffmpeg knows, 96 MiB at most
   * @throws CageRefused {@code cage.failed} if it cannot be read or decoding is not there, {@code
   *     cage.time}, {@code cage.output} beyond fifty minutes or so, {@code cage.shifted} if its
   *     times do not hold
   */
  public byte[] wav(byte[] recording) throws CageRefused, IOException {
    try {
      return ffmpeg.wavInTime(recording, "", "");
    } catch (CageRefused refused) {
      if (!refused.key().equals("cage.output")) {
        throw refused;
      }
      return ffmpeg.wavInTime(recording, "", FOR_LONG_ONES);
    }
  }

  private byte[] pcm(byte[] recording, String how) throws CageRefused, IOException {
    var pcm = ffmpeg.convert(recording, how + AS_NUMBERS);
    if (pcm.length < 2) {
      throw new CageRefused("cage.failed");
    }
    return pcm;
  }
}
