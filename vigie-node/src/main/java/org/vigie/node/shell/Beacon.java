package org.vigie.node.shell;

import java.util.Optional;
import java.util.Set;

/**
 * Something so grave that it stands at the head of every page of those it concerns, until its cause
 * is gone. A capability declares a bean of this type; looking must cost next to nothing.
 */
@FunctionalInterface
public interface Beacon {

  /** What to show to someone with these roles, if it is lit. */
  Optional<Lit> lit(Set<Role> roles);

  /**
   * A sentence and where it leads.
   *
   * @param notice the sentence; nothing personal
   * @param path of the page that says more; its link's words are the message of the sentence with
   *     {@code .open} at the end
   */
  record Lit(Notice notice, String path) {}
}
