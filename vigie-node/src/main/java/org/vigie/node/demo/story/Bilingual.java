package org.vigie.node.demo.story;

import org.vigie.kernel.Language;

/**
 * A text of the house itself, in both languages it works in.
 *
 * @param english the English text
 * @param french the French text
 */
public record Bilingual(String english, String french) {

  /** The French text for French, else the English one. */
  public String in(Language language) {
    return language == Language.FR ? french : english;
  }
}
