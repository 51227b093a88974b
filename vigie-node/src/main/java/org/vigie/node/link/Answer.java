package org.vigie.node.link;

import org.vigie.kernel.MemberId;

/** Who answered a notice, as what, and how. */
record Answer(MemberId by, String as, String answer) {

  static final String YES = "yes";

  boolean yes() {
    return answer.equals(YES);
  }
}
