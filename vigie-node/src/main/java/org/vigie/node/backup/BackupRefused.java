package org.vigie.node.backup;

import org.vigie.kernel.Refusal;

/** A backup that cannot be made, or a file that is none or is damaged. */
public final class BackupRefused extends Refusal {

  private static final long serialVersionUID = 1L;

  BackupRefused(String key, Object... details) {
    super(key, details);
  }

  /** Whether it is a backup, and one of its checks failed. */
  public boolean failedCheck() {
    return key().startsWith("backup.damaged");
  }
}
