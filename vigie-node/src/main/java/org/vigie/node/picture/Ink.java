package org.vigie.node.picture;

import java.awt.Color;

/**
 * The colours of the pictures. Whatever carries meaning stands out from the paper and from the
 * silence band by at least 3:1 (WCAG 2.2, 1.4.11), text by at least 4.5:1 (1.4.3); a test measures.
 */
enum Ink {
  /** Behind everything. */
  PAPER(0xFFFFFF),
  /** Words. */
  TEXT(0x1D2B33),
  /** Lesser words. */
  QUIET(0x4C5A62),
  /** Axes and frames. */
  LINE(0x76848C),
  /** Grid, decorative. */
  FAINT(0xDDE3E6),
  /** Messages and calls. */
  MESSAGE(0x2B6777),
  /** Coded incidents. */
  INCIDENT(0xA2461B),
  /** The band of a silence, decorative: its frame and its words carry the meaning. */
  SILENCE(0xF1F4EE),
  /** The frame of a silence. */
  SILENCE_EDGE(0x66766A);

  private final Color color;

  Ink(int rgb) {
    color = new Color(rgb);
  }

  Color color() {
    return color;
  }
}
