package org.vigie.evidence;

import org.vigie.kernel.Refusal;

/** Something offered as a package or receipt that is none, or facts no package may be made of. */
public final class EvidenceRefused extends Refusal {

  private static final long serialVersionUID = 1L;

  EvidenceRefused(String key, Object... details) {
    super(key, details);
  }
}
