package org.vigie.node.capture.web;

import java.util.List;
import org.vigie.node.capture.SeriesOrdered;
import org.vigie.node.exhibit.Exhibit;

/**
 * A series of screenshots.
 *
 * @param base address of the case
 * @param series its order
 * @param exhibits in this order
 * @param shown whether the pictures were asked for
 */
public record SeriesPage(String base, SeriesOrdered series, List<Exhibit> exhibits, boolean shown) {

  /** Its own address. */
  public String path() {
    return base + "/series/" + series.series();
  }

  /** Address of one of its exhibits. */
  public String path(Exhibit exhibit) {
    return base + "/exhibits/" + exhibit.id();
  }

  /** Its place in the series, from 1. */
  public int place(Exhibit exhibit) {
    return exhibits.indexOf(exhibit) + 1;
  }

  /** Whether there is a picture of it. */
  public static boolean pictured(Exhibit exhibit) {
    return exhibit.derived("preview").isPresent();
  }
}
