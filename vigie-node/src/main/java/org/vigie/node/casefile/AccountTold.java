package org.vigie.node.casefile;

/**
 * What happened, in the person's own words; the one account that everything else is written from.
 *
 * @param account identifier that versions of one account share
 * @param kind {@code first}, {@code revision} of the same account, or {@code addendum} to it
 * @param language BCP 47 tag of the words
 * @param words as told, untouched
 * @param teller {@code person}, {@code caseworker} who wrote for them, or {@code interpreter}
 * @param voice exhibit that holds the telling as a recording, or empty
 */
public record AccountTold(
    String account, String kind, String language, String words, String teller, String voice) {

  /** Reads tolerantly. */
  public AccountTold {
    account = Defaults.text(account);
    kind = Defaults.text(kind);
    language = Defaults.text(language);
    words = Defaults.text(words);
    teller = Defaults.text(teller);
    voice = Defaults.text(voice);
  }
}
