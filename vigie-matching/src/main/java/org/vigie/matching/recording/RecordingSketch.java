package org.vigie.matching.recording;

import java.nio.ByteBuffer;
import org.vigie.matching.text.Fragments;

/**
 * What is kept of a recording for comparing. Protects the recording against anyone without the key:
 * whoever has a recording and this cannot tell whether they belong together, but for how long the
 * sound in it is. Does not protect against frequency counts over many sketches, so its {@link
 * #encoded()} form belongs sealed.
 *
 * @param marks the marks under the key
 */
public record RecordingSketch(Fragments marks) {

  private static final int SHARED_AT_LEAST = 16;
  private static final double SHARE_AT_LEAST = 0.03;
  private static final double CLEAR_SHARE = 0.1;

  /**
   * What two recordings have in common.
   *
   * @param shared marks in both
   * @param of marks in the one that has fewer
   */
  public record Shared(int shared, int of) {

    /**
     * Whether one is a copy of the other or of a part of it. Calibrated on generated speech in five
     * languages through codecs, a telephone's band, noise and cuts: copies shared a tenth or more,
     * other recordings, also of the same voice, less than a hundredth.
     */
    public boolean isSame() {
      return shared >= SHARED_AT_LEAST && shared >= SHARE_AT_LEAST * of;
    }

    /** Whether it is so much that chance has no part in it. */
    public boolean isClear() {
      return isSame() && shared >= CLEAR_SHARE * of;
    }
  }

  /** What this has in common with {@code other}, of the same key and epoch. */
  public Shared shared(RecordingSketch other) {
    return new Shared(marks.shared(other.marks), Math.min(marks.size(), other.marks.size()));
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
