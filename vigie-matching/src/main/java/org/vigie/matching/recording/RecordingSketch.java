package org.vigie.matching.recording;

import java.nio.ByteBuffer;
import org.vigie.matching.text.Fragments;

/**
 * What is kept of a recording for comparing. Protects the recording against anyone without the key:
 * whoever has a recording and this cannot tell whether they belong together, but for about how long
 * the sound in it is: to a quarter, for a {@link RecordingSketcher} fills it up. Does not protect
 * against frequency counts over many sketches, nor hide that two are of one and the same file, so
 * its {@link #encoded()} form belongs sealed.
 *
 * @param marks the marks under the key, with others that belong to nothing
 */
public record RecordingSketch(Fragments marks) {

  private static final int SHARED_AT_LEAST = 16;
  private static final double SHARE_AT_LEAST = 0.03;
  private static final double SHARE_OF_LONGER = 0.03;
  private static final double CLEAR_SHARE = 0.1;

  /** How many marks half a minute of speech has: some sixty a second. */
  private static final int HALF_MINUTE = 1_800;

  /**
   * What two recordings have in common.
   *
   * @param shared marks in both
   * @param of marks in the one that has fewer
   * @param most marks in the other
   */
  public record Shared(int shared, int of, int most) {

    static Shared of(int shared, int one, int other) {
      return new Shared(shared, Math.min(one, other), Math.max(one, other));
    }

    /**
     * Whether one is a copy of the other or of a part of it. Calibrated on generated speech in five
     * languages through codecs, a telephone's band, noise and cuts: copies shared a tenth or more,
     * other recordings, also of the same voice, less than a hundredth. A part of the longer one is
     * asked for as well, so that nobody asks about scores of calls by putting moments of all of
     * them into one recording.
     */
    public boolean isSame() {
      return shared >= SHARED_AT_LEAST
          && shared >= SHARE_AT_LEAST * of
          && shared >= SHARE_OF_LONGER * most;
    }

    /** Whether it is so much that chance has no part in it. */
    public boolean isClear() {
      return isSame() && shared >= CLEAR_SHARE * of;
    }

    /** Whether it is so much of the longer one, too. */
    public boolean isGoodPart() {
      return isSame() && shared >= CLEAR_SHARE * most;
    }
  }

  /** What this has in common with {@code other}, of the same key and epoch. */
  public Shared shared(RecordingSketch other) {
    return Shared.of(marks.shared(other.marks), marks.size(), other.marks.size());
  }

  /**
   * How many begun half minutes of speech it may stand for, at least one: what can be asked with it
   * grows with its marks, and so does what it costs.
   */
  public int halfMinutes() {
    return Math.max(1, Math.ceilDiv(marks.size(), HALF_MINUTE));
  }

  /** The bytes to seal and store: version, then four bytes a token, big-endian. */
  public byte[] encoded() {
    var bytes = ByteBuffer.allocate(1 + Integer.BYTES * marks.size());
    bytes.put((byte) RecordingMarks.VERSION);
    for (var token : marks.tokens()) {
      bytes.putInt(token);
    }
    return bytes.array();
  }

  /**
   * Reads what {@link #encoded()} wrote.
   *
   * @throws IllegalArgumentException if the bytes are not that, or of another version: then the
   *     recording has to be sketched again
   */
  public static RecordingSketch parse(byte[] encoded) {
    if (encoded.length % Integer.BYTES != 1 || encoded[0] != RecordingMarks.VERSION) {
      throw new IllegalArgumentException("no sketch of this version");
    }
    var tokens = new int[encoded.length / Integer.BYTES];
    ByteBuffer.wrap(encoded, 1, encoded.length - 1).asIntBuffer().get(tokens);
    return new RecordingSketch(Fragments.rising(tokens));
  }
}
