package org.vigie.node.consent;

import java.util.Locale;

/** What a person may agree to, each answered on its own. */
public enum Purpose {
  /** To keep the account and exhibits here. */
  KEEP,
  /** To let a named caseworker read. */
  CASEWORKER,
  /** To let keyed tokens find links with other cases. */
  MATCH,
  /** To share with a rights organisation. */
  NGO,
  /** To file with police or a prosecutor. */
  COMPLAINT,
  /** To submit to a United Nations body. */
  UN,
  /** To count in figures above the threshold. */
  STATISTICS,
  /** To publish. */
  PUBLISH;

  /** The stable code that entries keep. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
