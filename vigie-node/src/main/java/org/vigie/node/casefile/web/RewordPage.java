package org.vigie.node.casefile.web;

import org.vigie.node.casefile.Telling;

/**
 * Telling something in other words.
 *
 * @param caseId the case
 * @param telling what was told
 */
public record RewordPage(String caseId, Telling telling) {

  /** Where everything told is read. */
  public String account() {
    return "/cases/" + caseId + "/account";
  }

  /** This page. */
  public String here() {
    return account() + "/" + telling.now().sequence() + "/reword";
  }
}
