package org.vigie.node.demo.files;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * A voice that nobody has: a buzz and a hiss through three resonators (after Klatt 1980, cascade
 * branch), moved from letter to letter. It sounds like speech through a wall and says nothing. The
 * WAV holds a format and samples, no metadata.
 */
public final class Voice {

  private static final int RATE = 16_000;
  private static final int HEADER = 44;

  private final SplittableRandom random;
  private final float[] samples;
  private final Resonator[] tract = {new Resonator(70), new Resonator(100), new Resonator(160)};
  private final double[] formants = {500, 1500, 2500};
  private int length;
  private double phase;
  private double voicing;
  private double hissing;
  private double pitch = 118;

  private Voice(int letters, long seed) {
    random = new SplittableRandom(seed);
    samples = new float[RATE * (letters + 4) / 2];
  }

  /**
   * Speaks {@code words} as 16-bit mono WAV at 16 kHz. Letters are read as in Italian; commas and
   * full stops are pauses.
   *
   * @param seed the same words and seed give the same bytes
   */
  public static byte[] wav(String words, long seed) {
    var voice = new Voice(words.length(), seed);
    voice.pause(0.3);
    for (var letter : words.toLowerCase(Locale.ROOT).toCharArray()) {
      voice.utter(letter);
    }
    voice.pause(0.4);
    return voice.encoded();
  }

  private void utter(char letter) {
    switch (letter) {
      case 'a' -> sound(730, 1090, 2440, 1, 0, 0.13);
      case 'e' -> sound(530, 1840, 2480, 1, 0, 0.12);
      case 'i' -> sound(290, 2250, 2950, 1, 0, 0.11);
      case 'o' -> sound(520, 900, 2410, 1, 0, 0.13);
      case 'u' -> sound(320, 870, 2240, 1, 0, 0.12);
      case 'm', 'n' -> sound(260, 1250, 2200, 0.45, 0, 0.08);
      case 'l', 'r', 'y', 'w' -> sound(370, 1100, 2500, 0.6, 0, 0.06);
      case 's', 'z', 'c', 'x' -> sound(1800, 3900, 5200, 0, 0.30, 0.10);
      case 'f', 'v', 'h', 'j' -> sound(900, 1500, 3200, 0.1, 0.14, 0.08);
      case 'p', 't', 'k', 'q' -> stop(0.06, 0.30);
      case 'b', 'd', 'g' -> stop(0.04, 0.12);
      case ',' -> pause(0.25);
      case '.' -> pause(0.5);
      default -> sound(500, 1500, 2500, 0.05, 0, 0.05);
    }
  }

  private void stop(double silence, double burst) {
    sound(400, 1600, 2600, 0, 0, silence);
    sound(700, 1800, 3400, 0, burst, 0.02);
  }

  private void pause(double seconds) {
    sound(500, 1500, 2500, 0, 0.0005, seconds);
    pitch = 112 + random.nextDouble() * 14;
  }

  private void sound(
      double first, double second, double third, double buzz, double hiss, double seconds) {
    double stretched = seconds * (0.9 + 0.2 * random.nextDouble());
    pitch *= 0.995;
    for (int i = 0; i < stretched * RATE && length < samples.length; i++) {
      // Everything glides towards its target: jumps would click.
      formants[0] += (first - formants[0]) * 0.004;
      formants[1] += (second - formants[1]) * 0.004;
      formants[2] += (third - formants[2]) * 0.004;
      voicing += (buzz - voicing) * 0.006;
      hissing += (hiss - hissing) * 0.01;
      samples[length++] = (float) step();
    }
  }

  private double step() {
    phase += pitch * (1 + 0.01 * (random.nextDouble() - 0.5)) / RATE;
    if (phase >= 1) {
      phase -= 1;
    }
    // Rosenberg's glottal pulse: opens slowly, shuts fast, rests.
    double pulse =
        phase < 0.4
            ? 0.5 * (1 - StrictMath.cos(StrictMath.PI * phase / 0.4))
            : phase < 0.56 ? StrictMath.cos(StrictMath.PI / 2 * (phase - 0.4) / 0.16) : 0;
    double value = voicing * (pulse - 0.35) + hissing * (2 * random.nextDouble() - 1);
    for (int i = 0; i < tract.length; i++) {
      value = tract[i].filter(value, formants[i]);
    }
    return value;
  }

  private byte[] encoded() {
    float loudest = 1e-6f;
    for (int i = 0; i < length; i++) {
      loudest = Math.max(loudest, Math.abs(samples[i]));
    }
    var wav = ByteBuffer.allocate(HEADER + 2 * length).order(ByteOrder.LITTLE_ENDIAN);
    wav.put(ascii("RIFF")).putInt(HEADER - 8 + 2 * length).put(ascii("WAVEfmt ")).putInt(16);
    wav.putShort((short) 1).putShort((short) 1).putInt(RATE).putInt(2 * RATE);
    wav.putShort((short) 2).putShort((short) 16).put(ascii("data")).putInt(2 * length);
    for (int i = 0; i < length; i++) {
      wav.putShort((short) Math.round(samples[i] / loudest * 24_000));
    }
    return wav.array();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** A digital resonator of two poles. */
  private static final class Resonator {
    private final double decay;
    private double last;
    private double beforeLast;

    Resonator(double bandwidth) {
      decay = StrictMath.exp(-StrictMath.PI * bandwidth / RATE);
    }

    double filter(double value, double frequency) {
      double back = 2 * decay * StrictMath.cos(2 * StrictMath.PI * frequency / RATE);
      double far = -decay * decay;
      double out = (1 - back - far) * value + back * last + far * beforeLast;
      beforeLast = last;
      last = out;
      return out;
    }
  }
}
