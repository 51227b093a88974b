package org.vigie.matching.spark;

import org.vigie.matching.text.Fragments;
import org.vigie.matching.text.TextSketch;
import org.vigie.matching.text.Writing;

/** A way of comparing texts; in rows it stands as a number. */
final class Space {

  /** All texts, by their letters. */
  static final int LETTERS = 0;

  /** Texts of two writings, by their sounds. */
  static final int SOUNDS = 1;

  private static final Fragments NONE = Fragments.of(new int[0]);

  private Space() {}

  static Fragments of(int space, TextSketch sketch) {
    return space == LETTERS ? sketch.letters() : sketch.sounds();
  }

  /**
   * A sketch of {@code fragments} alone, equal for equal ones of one index: all texts share that of
   * their letters, those of a writing that of their sounds.
   */
  static TextSketch only(int space, Writing writing, Fragments fragments) {
    return space == LETTERS
        ? new TextSketch(Writing.OTHER, fragments, NONE)
        : new TextSketch(writing, NONE, fragments);
  }

  /** The way in which a sketch by {@link #only} was compared. */
  static int ofOnly(TextSketch sketch) {
    return sketch.letters().size() > 0 ? LETTERS : SOUNDS;
  }

  /** The number of the index that {@code writing} is in: by letters, then by sound in each. */
  static int index(int space, Writing writing) {
    return space == LETTERS ? 0 : 1 + Numbers.of(writing);
  }
}
