package org.vigie.node.capture;

import static org.vigie.node.casefile.Defaults.list;
import static org.vigie.node.casefile.Defaults.text;

import java.util.List;

/**
 * Screenshots that belong together, in an order that a person can correct; the last entry with the
 * same {@code series} counts. The exhibits themselves are numbered as they came.
 *
 * @param series identifier within the case
 * @param about what they show, in the person's own words
 * @param exhibits in their order
 */
public record SeriesOrdered(String series, String about, List<String> exhibits) {

  private static final int LONGEST = 2_000;

  /** Reads tolerantly. */
  public SeriesOrdered {
    series = text(series);
    var words = text(about);
    about = words.length() > LONGEST ? words.substring(0, LONGEST) : words;
    exhibits = list(exhibits).stream().distinct().toList();
  }
}
