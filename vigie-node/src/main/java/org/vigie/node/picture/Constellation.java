package org.vigie.node.picture;

import java.util.List;
import org.vigie.kernel.Language;

/**
 * What a constellation shows: things that a sender used, as stars, and which of them the same
 * people met, as lines. No name and no person is in it.
 *
 * @param stars the things, at most 26
 * @param ties the lines
 * @param language the language of the words and the direction of reading
 */
public record Constellation(List<Star> stars, List<Tie> ties, Language language) {

  private static final int MOST = 26;

  /**
   * One thing.
   *
   * @param sign a letter
   * @param kind what kind of thing, in the language of the picture
   * @param persons at least so many people met it
   * @param bright whether it joins people by itself: a disc, else a ring
   */
  public record Star(String sign, String kind, int persons, boolean bright) {}

  /**
   * The same people met both.
   *
   * @param one place of a star, from 0
   * @param other place of another
   * @param persons at least so many
   */
  public record Tie(int one, int other, int persons) {}

  /**
   * Checks the places.
   *
   * @throws IllegalArgumentException if a line ends at no star, or there are none or too many
   */
  public Constellation {
    stars = List.copyOf(stars);
    ties = List.copyOf(ties);
    var count = stars.size();
    if (count == 0 || count > MOST) {
      throw new IllegalArgumentException("no stars, or more than there are letters");
    }
    if (ties.stream().anyMatch(tie -> !within(tie.one(), count) || !within(tie.other(), count))) {
      throw new IllegalArgumentException("a line ends at no star");
    }
  }

  private static boolean within(int place, int count) {
    return place >= 0 && place < count;
  }
}
