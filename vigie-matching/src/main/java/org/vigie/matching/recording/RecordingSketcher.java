package org.vigie.matching.recording;

import java.nio.ByteBuffer;
import org.vigie.kernel.Secret;
import org.vigie.matching.text.Fragments;
import org.vigie.seal.KeyedTokens;

/**
 * Sketches recordings under one key and epoch. Only sketches of the same key and epoch can be
 * compared. Safe for use by several threads.
 */
public final class RecordingSketcher {

  private final KeyedTokens tokens;

  /**
   * Makes a sketcher.
   *
   * @param key at least 16 bytes, used for matching alone, never a storage key
   * @param epoch raised whenever the key's tokens should no longer compare with earlier ones
   */
  public RecordingSketcher(Secret key, int epoch) {
    tokens = KeyedTokens.derive(key, "match/recording", epoch);
  }

  /** Sketches a recording by its marks. */
  public RecordingSketch sketch(RecordingMarks marks) {
    var blocks = ByteBuffer.allocate(marks.size() * KeyedTokens.BLOCK);
    for (var mark : marks.all()) {
      blocks.putLong(RecordingMarks.VERSION).putLong(mark);
    }
    return new RecordingSketch(Fragments.of(tokens.of(blocks.array(), marks.size())));
  }
}
