package org.vigie.register;

import org.vigie.kernel.MemberId;

/** Who signed an entry. */
public sealed interface Author {

  /** A member of the register. */
  record Member(MemberId id) implements Author {}

  /** The house's own key, with nobody signed in: a link notice, an anonymous deposit. */
  record Node() implements Author {}
}
