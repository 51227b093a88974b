package org.vigie.matching.recording;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * What is characteristic of a recording: sets of three loud places and how far apart they are in
 * time and pitch, after the landmarks of Wang, "An Industrial-Strength Audio Search Algorithm"
 * (ISMIR 2003), with three places instead of two so that no order in time need be kept. Two copies
 * of one recording share many of them through telephones, codecs, noise and cuts; a change of pitch
 * or speed leaves none.
 *
 * <p>Says nothing of who speaks. Not under a key: whoever holds it can recognise the recording, so
 * it belongs sealed with the recording; what is compared is a {@link RecordingSketch}.
 */
public final class RecordingMarks {

  /** Samples a second that are expected. */
  public static final int RATE = 8_000;

  /** How much of a recording is looked at, from its start, in seconds. */
  public static final int LONGEST_SECONDS = 180;

  /** Raised when the same recording would give other marks. */
  public static final int VERSION = 1;

  private static final int HOP = 128;
  private static final int LOWEST = 300 * Spectrum.LENGTH / RATE;
  private static final int HIGHEST = 3_300 * Spectrum.LENGTH / RATE;

  /** From one place of a mark to the next: 32 to 700 ms, up to 900 Hz, among the nearest two. */
  private static final int SOONEST = 2;

  private static final int LATEST = 43;
  private static final int FARTHEST = 115;
  private static final int NEAREST = 2;

  /** Moments are counted in twos, because a cut falls between them. */
  private static final int COARSE = 2;

  private static final int BYTES = 5;
  private static final int FEWEST = 120;

  private final long[] marks;

  private RecordingMarks(long[] marks) {
    this.marks = marks;
  }

  /** The marks of {@code pcm}: 16 bits a sample, little-endian, one channel, {@link #RATE}. */
  public static RecordingMarks of(byte[] pcm) {
    var samples = new short[Math.min(pcm.length / 2, LONGEST_SECONDS * RATE)];
    for (var i = 0; i < samples.length; i++) {
      samples[i] = (short) ((pcm[2 * i] & 0xFF) | (pcm[2 * i + 1] << 8));
    }
    var spectrum = new Spectrum();
    var peaks = new Peaks();
    for (var from = 0; from + Spectrum.LENGTH <= samples.length; from += HOP) {
      peaks.add(spectrum.power(samples, from, LOWEST, HIGHEST));
    }
    return new RecordingMarks(marks(peaks.done()));
  }

  private static long[] marks(List<Peaks.Peak> peaks) {
    var marks = new TreeSet<Long>();
    for (var first = 0; first < peaks.size(); first++) {
      for (var second : after(peaks, first)) {
        for (var third : after(peaks, second)) {
          mark(peaks.get(first), peaks.get(second), peaks.get(third), marks);
        }
      }
    }
    return marks.stream().mapToLong(Long::longValue).toArray();
  }

  private static List<Integer> after(List<Peaks.Peak> peaks, int one) {
    var from = peaks.get(one);
    return IntStream.range(one + 1, peaks.size())
        .takeWhile(i -> peaks.get(i).moment() - from.moment() <= LATEST)
        .filter(i -> peaks.get(i).moment() - from.moment() >= SOONEST)
        .filter(i -> Math.abs(peaks.get(i).step() - from.step()) <= FARTHEST)
        .limit(NEAREST)
        .boxed()
        .toList();
  }

  private static void mark(Peaks.Peak a, Peaks.Peak b, Peaks.Peak c, Set<Long> marks) {
    var rise = b.step() - a.step();
    var nextRise = c.step() - b.step();
    // A tone that does not move is a dial tone or a hum, and the same in every call.
    if (Math.abs(rise) <= 1 && Math.abs(nextRise) <= 1) {
      return;
    }
    long mark = a.step();
    mark = mark << 8 | (rise + 128);
    mark = mark << 5 | ((b.moment() - a.moment()) / COARSE);
    mark = mark << 8 | (nextRise + 128);
    mark = mark << 5 | ((c.moment() - b.moment()) / COARSE);
    marks.add(mark);
  }

  /** Whether they are enough to compare: those of two seconds of speech. */
  public boolean isComparable() {
    return marks.length >= FEWEST;
  }

  /** How many there are. */
  public int size() {
    return marks.length;
  }

  /** The marks, rising; not to be changed. */
  long[] all() {
    return marks;
  }

  /** The bytes to seal and store: version, then five bytes a mark, big-endian. */
  public byte[] encoded() {
    var bytes = ByteBuffer.allocate(1 + BYTES * marks.length).put((byte) VERSION);
    for (var mark : marks) {
      bytes.put((byte) (mark >>> 32)).putInt((int) mark);
    }
    return bytes.array();
  }

  /**
   * Reads what {@link #encoded()} wrote.
   *
   * @throws IllegalArgumentException if the bytes are not that, or of another version: then the
   *     recording has to be looked at again
   */
  public static RecordingMarks parse(byte[] encoded) {
    if (encoded.length % BYTES != 1 || encoded[0] != VERSION) {
      throw new IllegalArgumentException("no marks of this version");
    }
    var bytes = ByteBuffer.wrap(encoded, 1, encoded.length - 1);
    var marks = new long[encoded.length / BYTES];
    for (var i = 0; i < marks.length; i++) {
      marks[i] = ((long) (bytes.get() & 0xFF) << 32) | (bytes.getInt() & 0xFFFF_FFFFL);
      if (i > 0 && marks[i] <= marks[i - 1]) {
        throw new IllegalArgumentException("marks that do not rise");
      }
    }
    return new RecordingMarks(marks);
  }

  /** How many there are, never which. */
  @Override
  public String toString() {
    return "RecordingMarks[" + marks.length + "]";
  }
}
