package org.vigie.node.casefile;

/**
 * The name under which the person appears in one kind of output: a full name for a court, initials
 * for the UN, a pen name for the press.
 *
 * @param output {@code prosecutor}, {@code un}, {@code ngo}, {@code press} or {@code dossier}
 * @param name what is printed there
 */
public record NameShown(String output, String name) {

  /** Reads tolerantly. */
  public NameShown {
    output = Defaults.text(output);
    name = Defaults.text(name);
  }
}
