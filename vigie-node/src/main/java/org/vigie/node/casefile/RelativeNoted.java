package org.vigie.node.casefile;

/**
 * A relative at risk, by a handle that identifies nobody ("elder sister"); never exported by
 * default.
 *
 * @param relative identifier within the case
 * @param handle how the case speaks of them
 * @param relation {@code parent}, {@code sibling}, {@code child}, {@code spouse}, {@code other}
 * @param country where they live, as far as the person wants to say, or empty
 * @param caution what could harm them, in the person's words, or empty
 */
public record RelativeNoted(
    String relative, String handle, String relation, String country, String caution) {

  /** Reads tolerantly. */
  public RelativeNoted {
    relative = Defaults.text(relative);
    handle = Defaults.text(handle);
    relation = Defaults.text(relation);
    country = Defaults.text(country);
    caution = Defaults.text(caution);
  }
}
