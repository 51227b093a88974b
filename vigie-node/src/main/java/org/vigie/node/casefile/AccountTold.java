package org.vigie.node.casefile;

/**
 * What happened, in the person's own words; the one account that everything else is written from.
 *
 * @param account identifier that versions of one account share, and what is added to it
 * @param kind {@code first}, {@code revision} of what was told before, or {@code addendum} to it
 * @param language BCP 47 tag of the words
 * @param words as told, untouched
 * @param teller {@code person}, {@code caseworker} who wrote for them, or {@code interpreter}
 * @param voice exhibit that holds the telling as a recording, or empty
 * @param replaces sequence of the version that a revision takes the place of; 0 means the account's
 *     own, and nothing in what is no revision
 */
public record AccountTold(
    String account,
    String kind,
    String language,
    String words,
    String teller,
    String voice,
    long replaces) {

  /** Reads tolerantly. */
  public AccountTold {
    account = Defaults.text(account);
    kind = Defaults.text(kind);
    language = Defaults.text(language);
    words = Defaults.text(words);
    teller = Defaults.text(teller);
    voice = Defaults.text(voice);
  }

  /** Something told that takes the place of nothing. */
  public AccountTold(
      String account, String kind, String language, String words, String teller, String voice) {
    this(account, kind, language, words, teller, voice, 0);
  }

  /** The same told anew in other words, in the place of the version at {@code sequence}. */
  AccountTold reworded(long sequence, String otherLanguage, String otherWords, String by) {
    return new AccountTold(account, "revision", otherLanguage, otherWords, by, voice, sequence);
  }
}
