package org.vigie.imports.audio;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * How loud a recording is over its time, in at most {@link #MOST} steps, whatever its length: as
 * more comes, neighbours are put together. Not for several threads.
 */
public final class LevelMeter {

  /** The most steps. */
  public static final int MOST = 480;

  private static final int FINEST_PER_SECOND = 50;
  private static final int FULL = 32_768;

  private final int[] peaks = new int[2 * MOST];
  private final long rate;
  private long window;
  private int done;
  private long inWindow;
  private int peak;
  private long samples;

  /** A meter for {@code rate} samples a second. */
  public LevelMeter(long rate) {
    this.rate = Math.max(1, rate);
    this.window = Math.max(1, rate / FINEST_PER_SECOND);
  }

  /** Takes the next sample, of 16 bits. */
  public void add(int sample) {
    peak = Math.max(peak, Math.abs(sample));
    samples++;
    inWindow++;
    if (inWindow == window) {
      next();
    }
  }

  private void next() {
    if (done == peaks.length) {
      for (var i = 0; i < MOST; i++) {
        peaks[i] = Math.max(peaks[2 * i], peaks[2 * i + 1]);
      }
      done = MOST;
      window *= 2;
      // What was just measured is half of the wider window.
      return;
    }
    peaks[done++] = peak;
    peak = 0;
    inWindow = 0;
  }

  /**
   * Facts: {@code millis} and {@code levels}, two hexadecimal digits a step, from silence to as
   * loud as can be written.
   */
  public Map<String, String> facts() {
    var all = Arrays.copyOf(peaks, done + 1);
    var length = done;
    if (inWindow > 0) {
      all[length++] = peak;
    }
    var steps = Math.min(MOST, Math.max(1, length));
    var text = new StringBuilder(2 * steps);
    for (var i = 0; i < steps; i++) {
      var most = 0;
      for (var j = (long) i * length / steps; j < (i + 1L) * length / steps; j++) {
        most = Math.max(most, all[(int) j]);
      }
      var level = Math.min(255, most * 256 / FULL);
      text.append(Character.forDigit(level >> 4, 16)).append(Character.forDigit(level & 15, 16));
    }
    var facts = new TreeMap<String, String>();
    facts.put("millis", Long.toString(samples * 1000 / rate));
    facts.put("levels", text.toString());
    return facts;
  }
}
