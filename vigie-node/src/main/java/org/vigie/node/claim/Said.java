package org.vigie.node.claim;

import static org.vigie.node.casefile.Defaults.text;

/**
 * A statement of a file about itself, as {@link org.vigie.imports.Claim} describes it.
 *
 * @param about what it is about
 * @param name which statement
 * @param value words of the file, or a code
 */
public record Said(String about, String name, String value) {

  /** Reads tolerantly. */
  public Said {
    about = text(about);
    name = text(name);
    value = text(value);
  }

  /** What kind of thing it is about, without its number. */
  public String kind() {
    var mark = about.indexOf('#');
    return mark < 0 ? about : about.substring(0, mark);
  }

  /** Whether it tells where somebody was. */
  public boolean tellsPlace() {
    return name.startsWith("place");
  }
}
