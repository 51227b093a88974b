package org.vigie.node.claim;

import static org.vigie.node.casefile.Defaults.text;

import java.util.Set;

/**
 * A statement of a file about itself, as {@link org.vigie.imports.Claim} describes it.
 *
 * @param about what it is about
 * @param name which statement
 * @param value words of the file, or a code
 */
public record Said(String about, String name, String value) {

  private static final Set<String> PERSONAL =
      Set.of("exif.artist", "exif.owner", "exif.serial", "exif.lens-serial", "exif.unique");

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

  /** Whether it leads to somebody: to a place, a name, or one device among all. */
  public boolean leadsToSomebody() {
    return name.startsWith("place") || PERSONAL.contains(name);
  }
}
