package org.vigie.testkit;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/**
 * Something like speech that nobody said: a buzzing voice through three resonances that move from
 * vowel to vowel, hisses between them, pauses.
 */
public final class Babble {

  /** Samples a second. */
  public static final int RATE = 8_000;

  private static final double[][] VOWELS = {
    {730, 1090, 2440},
    {530, 1840, 2480},
    {390, 1990, 2550},
    {270, 2290, 3010},
    {570, 840, 2410},
    {440, 1020, 2240},
    {300, 870, 2240},
    {640, 1190, 2390},
    {490, 1350, 1690}
  };

  private Babble() {}

  /** As many seconds of it; the same voice for the same {@code pitch}, in Hz. */
  public static short[] of(long seed, double pitch, int seconds) {
    var random = new Random(seed);
    var samples = new double[seconds * RATE];
    var memory = new double[6];
    var at = 0;
    var phase = 0.0;
    while (at < samples.length) {
      var vowel = VOWELS[random.nextInt(VOWELS.length)];
      var length = 700 + random.nextInt(1400);
      var kind = random.nextInt(8);
      var bend = 0.9 + 0.2 * random.nextDouble();
      for (var i = 0; i < length && at < samples.length; i++, at++) {
        phase += pitch * (1 + (bend - 1) * i / length) / RATE;
        var pulse = phase >= 1 ? 1.0 : 0.0;
        phase -= Math.floor(phase);
        var source =
            switch (kind) {
              case 0 -> 0;
              case 1 -> 0.2 * random.nextGaussian();
              default -> pulse;
            };
        samples[at] = resonate(source, vowel, memory);
      }
    }
    return loud(samples);
  }

  private static double resonate(double source, double[] formants, double[] memory) {
    var value = source;
    for (var f = 0; f < formants.length; f++) {
      var radius = Math.exp(-Math.PI * (60 + 30 * f) / RATE);
      var turn = 2 * Math.PI * formants[f] / RATE;
      value += 2 * radius * Math.cos(turn) * memory[2 * f] - radius * radius * memory[2 * f + 1];
      memory[2 * f + 1] = memory[2 * f];
      memory[2 * f] = value;
    }
    return value;
  }

  private static short[] loud(double[] samples) {
    var most = 1e-9;
    for (var sample : samples) {
      most = Math.max(most, Math.abs(sample));
    }
    var loud = new short[samples.length];
    for (var i = 0; i < samples.length; i++) {
      loud[i] = (short) Math.round(20_000 * samples[i] / most);
    }
    return loud;
  }

  /** The samples as they are written: 16 bits each, little-endian. */
  public static byte[] pcm(short[] samples) {
    var pcm = new byte[2 * samples.length];
    for (var i = 0; i < samples.length; i++) {
      pcm[2 * i] = (byte) samples[i];
      pcm[2 * i + 1] = (byte) (samples[i] >> 8);
    }
    return pcm;
  }

  /** The samples as a WAV file. */
  public static byte[] wav(short[] samples) {
    var wav = ByteBuffer.allocate(44 + 2 * samples.length).order(ByteOrder.LITTLE_ENDIAN);
    wav.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + 2 * samples.length);
    wav.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
    wav.putShort((short) 1).putShort((short) 1).putInt(RATE).putInt(2 * RATE);
    wav.putShort((short) 2).putShort((short) 16);
    wav.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(2 * samples.length);
    return wav.put(pcm(samples)).array();
  }
}
