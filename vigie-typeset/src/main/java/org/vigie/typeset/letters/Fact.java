package org.vigie.typeset.letters;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.kernel.PartialDate;

/**
 * Something that happened, as told.
 *
 * @param date as precisely as it is known; null if nothing is known of it
 * @param place where the person was; empty if not said
 * @param channel telephone, messenger, visit, …; empty if not said
 * @param account what happened, in the language of the document
 * @param words exact words, each with its translation
 * @param shown numbers, accounts and handles as they were displayed
 * @param exhibits numbers of the exhibits that show it
 */
public record Fact(
    @Nullable PartialDate date,
    String place,
    String channel,
    String account,
    List<Words> words,
    List<String> shown,
    List<String> exhibits) {

  /** Copies the lists. */
  public Fact {
    words = List.copyOf(words);
    shown = List.copyOf(shown);
    exhibits = List.copyOf(exhibits);
  }
}
