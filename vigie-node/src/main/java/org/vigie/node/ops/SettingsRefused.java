package org.vigie.node.ops;

import org.vigie.kernel.Refusal;

/** A setting that is unknown, or whose value cannot be used. */
public final class SettingsRefused extends Refusal {

  private static final long serialVersionUID = 1L;

  SettingsRefused(String key, Object... details) {
    super(key, details);
  }
}
