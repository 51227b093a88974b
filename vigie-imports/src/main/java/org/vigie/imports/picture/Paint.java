package org.vigie.imports.picture;

import java.util.List;

/**
 * What is painted over a picture, in pixels of the upright original.
 *
 * @param boxes what is covered for good
 * @param plain whether it gets one colour, the mean of all that is covered, and not black
 * @param marks what is shown in opposite colours, to point at a place
 */
public record Paint(List<Box> boxes, boolean plain, List<Box> marks) {

  /** Paints nothing. */
  public static final Paint NOTHING = new Paint(List.of(), false, List.of());

  /** Copies the lists. */
  public Paint {
    boxes = List.copyOf(boxes);
    marks = List.copyOf(marks);
  }
}
