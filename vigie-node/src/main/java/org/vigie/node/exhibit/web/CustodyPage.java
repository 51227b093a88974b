package org.vigie.node.exhibit.web;

import org.vigie.kernel.Language;
import org.vigie.node.exhibit.CustodyStory;
import org.vigie.node.exhibit.Exhibit;
import org.vigie.node.shell.Messages;

/**
 * How an exhibit was kept, to be printed, in English or French whatever the language of the page.
 *
 * @param caseId the case
 * @param exhibit which
 * @param language of the sheet
 * @param messages its words
 * @param story what happened
 * @param witnesses how many other houses cosigned the log that holds it; -1 where it holds nothing
 */
public record CustodyPage(
    String caseId,
    Exhibit exhibit,
    Language language,
    Messages messages,
    CustodyStory.Told story,
    int witnesses) {

  /** Address of the exhibit. */
  public String base() {
    return "/cases/" + caseId + "/exhibits/" + exhibit.id();
  }

  /** The sentence {@code key} in the language of the sheet. */
  public String say(String key, Object... details) {
    return messages.text(language, key, details);
  }

  /** The sentence {@code key} for a number of things, in the language of the sheet. */
  public String count(String key, long number) {
    return messages.count(language, key, number);
  }

  /** The other language it can be printed in. */
  public Language other() {
    return language == Language.FR ? Language.EN : Language.FR;
  }
}
