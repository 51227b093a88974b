package org.vigie.node.picture;

import java.util.List;

/**
 * A drawn picture and the same content for those who do not see it.
 *
 * @param png the picture, with twice as many pixels in each direction as {@code width} and {@code
 *     height}; not copied, so not to be changed
 * @param width the width to show it at, in CSS pixels
 * @param height the height to show it at, in CSS pixels
 * @param alternative the text alternative, a few sentences
 * @param table the content as a table
 */
// One drawing hands it to one page: a copy at every step would cost more than it protects.
@SuppressWarnings("ArrayRecordComponent")
public record Picture(byte[] png, int width, int height, String alternative, Table table) {

  /**
   * Rows under headings.
   *
   * @param caption what the table shows
   * @param columns the headings
   * @param rows the cells, as many in each row as there are headings
   */
  public record Table(String caption, List<String> columns, List<List<String>> rows) {}
}
