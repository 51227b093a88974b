package org.vigie.imports.picture;

import java.util.regex.Pattern;

/** A rectangle in a picture, in pixels from its upper left corner. */
public record Box(int x, int y, int width, int height) {

  private static final Pattern COMMA = Pattern.compile(",");

  /** Reads {@code x,y,width,height}. */
  public static Box parse(String text) {
    var parts = COMMA.splitAsStream(text).mapToInt(Integer::parseInt).toArray();
    if (parts.length != 4) {
      throw new IllegalArgumentException("a box has four numbers");
    }
    return new Box(parts[0], parts[1], parts[2], parts[3]);
  }
}
