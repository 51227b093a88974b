package org.vigie.typeset;

import java.util.List;

/**
 * One line, shaped and in place.
 *
 * @param clusters in reading order, whatever their direction
 * @param lead width of what hangs out at the left: the closing spaces of a right-to-left line
 * @param width width of what is seen, in points
 * @param ascent height above the base line, in points
 * @param descent depth below it, in points
 */
record Line(List<Cluster> clusters, double lead, double width, double ascent, double descent) {

  /** A glyph; {@code x} and {@code rise} are measured from the line's origin, in points. */
  record Glyph(Typeface face, double size, int id, double x, double rise) {}

  /**
   * Glyphs that stand for characters together.
   *
   * @param start where its characters begin in the composition
   * @param text the characters, without the controls of bidirectional layout
   * @param glyphs none if the characters are not seen
   * @param left its left edge
   * @param right its right edge
   */
  record Cluster(int start, String text, List<Glyph> glyphs, double left, double right) {}

  double height() {
    return ascent + descent;
  }
}
