package org.vigie.node.shell;

import java.util.Optional;

/** Lets a capability answer for the front page: founding while there is no house yet. */
@FunctionalInterface
public interface FirstPage {

  /** The page to show instead of the front page, if there is one for this visit. */
  Optional<Page> insteadOfFront(Visit visit);
}
