package org.vigie.node.leak;

import static org.vigie.node.casefile.Defaults.text;

/**
 * What a register between two is about.
 *
 * @param caseId the case; the second custodian need not be able to open it
 * @param called how the two call it
 */
public record LeakBegun(String caseId, String called) {

  /** Reads tolerantly. */
  public LeakBegun {
    caseId = text(caseId);
    called = text(called);
  }
}
