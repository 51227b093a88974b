package org.vigie.typeset;

import java.util.ArrayList;
import java.util.List;

/** The pages of a document and how far the last one is filled. A4, lengths in points. */
final class Sheets {

  static final double LEFT = 56;
  static final double WIDTH = 595.276 - 2 * LEFT;
  private static final double TOP = 841.89 - 62;
  private static final double BOTTOM = 62;

  private final EmbeddedFaces faces;
  private final List<Sheet> sheets = new ArrayList<>();
  private double y = TOP;

  Sheets(EmbeddedFaces faces) {
    this.faces = faces;
    sheets.add(new Sheet(faces));
  }

  List<Sheet> all() {
    return sheets;
  }

  Sheet current() {
    return sheets.getLast();
  }

  /** Distance of the next thing's top from the foot of the page. */
  double y() {
    return y;
  }

  void down(double height) {
    y -= height;
  }

  /** A gap, of which nothing is left at the top of a page. */
  void gap(double height) {
    if (!atTop()) {
      y -= height;
    }
  }

  boolean atTop() {
    return y == TOP;
  }

  double room() {
    return y - BOTTOM;
  }

  static double fullHeight() {
    return TOP - BOTTOM;
  }

  /** Goes on to a new page if {@code height} does not fit on this one. */
  void ensure(double height) {
    if (height > room() && !atTop()) {
      turn();
    }
  }

  void turn() {
    sheets.add(new Sheet(faces));
    y = TOP;
  }
}
