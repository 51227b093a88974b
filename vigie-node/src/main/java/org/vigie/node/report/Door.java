package org.vigie.node.report;

import java.util.Locale;

/** Where something can be reported. What each can and cannot do stands on the page. */
public enum Door {
  /** The platform that shows it. */
  PLATFORM,
  /** PHAROS, the French portal for what everybody can see on the internet. */
  PHAROS,
  /** A complaint at a police station or by letter to the public prosecutor. */
  COMPLAINT,
  /** The French service for interior security, for what a foreign state may be behind. */
  DGSI,
  /** Somewhere else. */
  OTHER;

  /** The stable code that entries keep. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
