package org.vigie.matching.spark;

import org.vigie.matching.text.Fragments;
import org.vigie.matching.text.TextSketch;

/** A way of comparing texts; in rows it stands as a number. */
final class Space {

  /** All texts, by their letters. */
  static final int LETTERS = 0;

  /** Texts of two writings, by their sounds. */
  static final int SOUNDS = 1;

  private Space() {}

  static Fragments of(int space, TextSketch sketch) {
    return space == LETTERS ? sketch.letters() : sketch.sounds();
  }
}
