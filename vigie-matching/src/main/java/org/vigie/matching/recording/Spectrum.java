package org.vigie.matching.recording;

/**
 * The power of a recording at each frequency, a moment of 128 milliseconds at a time. The same
 * samples give the same numbers on every machine. Not for several threads.
 */
final class Spectrum {

  /** Samples a moment is long. */
  static final int LENGTH = 1024;

  private static final double[] WINDOW = new double[LENGTH];
  private static final double[] COSINE = new double[LENGTH / 2];
  private static final double[] SINE = new double[LENGTH / 2];

  static {
    for (var i = 0; i < LENGTH; i++) {
      WINDOW[i] = 0.5 - 0.5 * StrictMath.cos(2 * Math.PI * i / LENGTH);
    }
    for (var i = 0; i < LENGTH / 2; i++) {
      COSINE[i] = StrictMath.cos(2 * Math.PI * i / LENGTH);
      SINE[i] = -StrictMath.sin(2 * Math.PI * i / LENGTH);
    }
  }

  private final double[] real = new double[LENGTH];
  private final double[] imaginary = new double[LENGTH];

  /** The power from {@code lowest} to {@code highest}, in steps of rate / {@link #LENGTH} Hz. */
  double[] power(short[] samples, int from, int lowest, int highest) {
    for (var i = 0; i < LENGTH; i++) {
      real[i] = samples[from + i] * WINDOW[i];
      imaginary[i] = 0;
    }
    transform();
    var power = new double[highest - lowest + 1];
    for (var i = 0; i < power.length; i++) {
      var re = real[lowest + i];
      var im = imaginary[lowest + i];
      power[i] = re * re + im * im;
    }
    return power;
  }

  /** The fast Fourier transform of Cooley and Tukey, radix 2, in place. */
  private void transform() {
    reorder();
    for (var half = 1; half < LENGTH; half *= 2) {
      var step = LENGTH / (2 * half);
      for (var start = 0; start < LENGTH; start += 2 * half) {
        for (var k = 0; k < half; k++) {
          butterfly(start + k, start + k + half, k * step);
        }
      }
    }
  }

  private void butterfly(int upper, int lower, int turn) {
    var re = real[lower] * COSINE[turn] - imaginary[lower] * SINE[turn];
    var im = real[lower] * SINE[turn] + imaginary[lower] * COSINE[turn];
    real[lower] = real[upper] - re;
    imaginary[lower] = imaginary[upper] - im;
    real[upper] += re;
    imaginary[upper] += im;
  }

  /** Every sample to the place whose number has the same binary digits in reverse. */
  private void reorder() {
    var unused = Integer.numberOfLeadingZeros(LENGTH - 1);
    for (var i = 0; i < LENGTH; i++) {
      var j = Integer.reverse(i) >>> unused;
      if (j > i) {
        var re = real[i];
        real[i] = real[j];
        real[j] = re;
      }
    }
  }
}
