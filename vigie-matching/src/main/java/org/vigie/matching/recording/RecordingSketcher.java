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

  private static final int SMALLEST = 128;

  /** Where the version of a mark stands: no mark has this one. */
  private static final long FILLING = 1L << 40;

  private static final long SPREAD = 0x9E3779B97F4A7C15L;

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

  /**
   * Sketches a recording by its marks. What fills it up to the next step comes out of the cipher,
   * too, and out of the marks: it cannot be told from them without the key, and the same recording
   * sketched twice gives nothing away either.
   */
  public RecordingSketch sketch(RecordingMarks marks) {
    var size = step(marks.size());
    var blocks = ByteBuffer.allocate(size * KeyedTokens.BLOCK);
    var all = 0L;
    for (var mark : marks.all()) {
      blocks.putLong(RecordingMarks.VERSION).putLong(mark);
      all = (all + mark) * SPREAD;
    }
    for (var more = marks.size(); more < size; more++) {
      blocks.putLong(FILLING | more).putLong(all);
    }
    return new RecordingSketch(Fragments.of(tokens.of(blocks.array(), size)));
  }

  /** The next of the numbers of which each is larger by a quarter. */
  private static int step(int size) {
    var step = SMALLEST;
    while (step < size) {
      step += step / 4;
    }
    return step;
  }
}
