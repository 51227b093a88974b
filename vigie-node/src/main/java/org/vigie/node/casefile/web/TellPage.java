package org.vigie.node.casefile.web;

import org.vigie.kernel.Language;
import org.vigie.node.casefile.Cases;

/**
 * The page of telling.
 *
 * @param action where the form goes
 * @param more whether something was told before
 * @param forOther whether a caseworker writes for somebody
 * @param language language of the words, as far as it can be guessed
 * @param caseId the case, or empty before there is one
 */
public record TellPage(
    String action, boolean more, boolean forOther, String language, String caseId) {

  static TellPage first(Language language, boolean forOther) {
    return new TellPage("/tell", false, forOther, language.tag(), "");
  }

  static TellPage more(Language language, Cases.Open open) {
    var languages = open.file().opened().languages();
    var id = open.id().value();
    var tag = languages.isEmpty() ? language.tag() : languages.getFirst();
    return new TellPage(
        "/cases/" + id + "/tell", !open.file().accounts().isEmpty(), false, tag, id);
  }
}
