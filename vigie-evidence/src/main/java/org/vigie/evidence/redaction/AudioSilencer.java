package org.vigie.evidence.redaction;

import java.time.Duration;
import java.util.List;

/**
 * Makes a copy of a recording in which spans of time are silent. {@link WavSilencer} does it for
 * WAV; whoever has a decoder for other formats brings an implementation that decodes, silences and
 * encodes anew, without metadata.
 */
public interface AudioSilencer {

  /**
   * A stretch of time, counted from the start of the recording.
   *
   * @param from the first moment silenced
   * @param to the first moment heard again
   */
  record Interval(Duration from, Duration to) {}

  /** Whether this one reads files that begin like {@code recording}. */
  boolean reads(byte[] recording);

  /**
   * The copy; as long as the original.
   *
   * @throws RedactionRefused {@code redaction.sound-unreadable}; {@code redaction.span-outside} if
   *     an interval is empty or begins after the end
   */
  byte[] silence(byte[] recording, List<Interval> intervals) throws RedactionRefused;
}
