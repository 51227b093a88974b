package org.vigie.node.ops;

/**
 * Something about the machine or the home that keepers should know, such as how strong the cage for
 * documents is. A part of the node that knows declares a bean of this type.
 */
@FunctionalInterface
public interface HomeCheck {

  /** Looks now; never throws. */
  Finding look();

  /**
   * What was found.
   *
   * @param key message key of a whole sentence
   * @param good whether nothing needs to be done
   * @param details what fills the sentence; nothing personal
   */
  record Finding(String key, boolean good, java.util.List<Object> details) {}
}
