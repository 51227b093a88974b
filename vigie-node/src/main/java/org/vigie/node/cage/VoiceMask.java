package org.vigie.node.cage;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.Locale;

/**
 * Changes the pitch and the resonances of a voice, each by its own random measure that is kept
 * nowhere, with Debian's ffmpeg in a cage of its own: no network, no files but the programs of the
 * system, the recording in memory alone. Protects against being recognised at once by ear; does not
 * protect against those who know how somebody speaks, against a patient machine, or what is said
 * and heard around it. Without bubblewrap there is none: ffmpeg reads hostile files with much code.
 * Safe for use by several threads.
 */
public final class VoiceMask {

  /** So much further, in milliseconds, what is masked spreads than what is decoded. */
  public static final long SPREAD = 50;

  private static final int RATE = 22_050;

  private final SecureRandom random;
  private final Ffmpeg ffmpeg;

  VoiceMask(SecureRandom random, Ffmpeg ffmpeg) {
    this.random = random;
    this.ffmpeg = ffmpeg;
  }

  /** A mask, or one that is not {@link #there} while this machine cannot build its cage. */
  public static VoiceMask onThisMachine(SecureRandom random) {
    return new VoiceMask(random, Ffmpeg.onThisMachine());
  }

  /** Whether voices can be masked here. */
  public boolean there() {
    return ffmpeg.there();
  }

  /** What masks: program and version. */
  public String tool() {
    return ffmpeg.tool();
  }

  /**
   * The recording with its voice masked, as WAV of one channel without any metadata. What is heard
   * keeps its time as in {@link SoundDecoder#wav}, but spreads by some 15 ms.
   *
   * @param recording in any form ffmpeg knows, 96 MiB at most
   * @throws CageRefused {@code cage.failed} if it cannot be read or masking is not there, {@code
   *     cage.time}, {@code cage.output}, {@code cage.shifted} if its times do not hold
   */
  public byte[] mask(byte[] recording) throws CageRefused, IOException {
    return ffmpeg.wavInTime(recording, "," + filters(), "-ac 1");
  }

  /** Resonances move with the rate of the samples, the pitch is then set apart from them. */
  private String filters() {
    var resonance = away(1.08, 1.17);
    var pitch = away(1.18, 1.38);
    return String.format(
        Locale.ROOT,
        "aresample=%1$d,asetrate=%2$d,aresample=%1$d,"
            + "rubberband=tempo=%3$.4f:pitch=%4$.4f:formant=preserved,"
            + "highpass=f=110,lowpass=f=4200",
        RATE,
        Math.round(RATE * resonance),
        1 / resonance,
        pitch / resonance);
  }

  /** A measure between {@code least} and {@code most}, or as far below one. */
  private double away(double least, double most) {
    var measure = least + random.nextDouble() * (most - least);
    return random.nextBoolean() ? measure : 1 / measure;
  }
}
