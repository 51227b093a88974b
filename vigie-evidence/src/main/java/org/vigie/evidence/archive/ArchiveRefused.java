package org.vigie.evidence.archive;

import org.vigie.kernel.Refusal;

/** A zip file too damaged, or too different from ours, to be walked through. */
public final class ArchiveRefused extends Refusal {

  private static final long serialVersionUID = 1L;

  ArchiveRefused(String key) {
    super(key);
  }
}
