package org.vigie.node.consent;

import static org.vigie.node.casefile.Defaults.list;
import static org.vigie.node.casefile.Defaults.text;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answer about one purpose, or its withdrawal: the last one for a purpose and recipient counts.
 *
 * @param purpose code of {@link Purpose}
 * @param recipient to whom, in words; empty for everyone the purpose names
 * @param answer {@code yes}, {@code no}, {@code later} or {@code withdrawn}
 * @param items identifiers of incidents and exhibits it covers; empty for all
 * @param relatives whether what is noted of relatives is covered
 * @param explained in which language, by which role, and with which version of the text
 * @param expires last day it holds as a {@link org.vigie.kernel.PartialDate}, or empty
 */
public record ConsentAnswered(
    String purpose,
    @Nullable String recipient,
    String answer,
    @Nullable List<String> items,
    boolean relatives,
    Explained explained,
    @Nullable String expires) {

  /** Reads tolerantly; what is not an answer is a no. */
  public ConsentAnswered {
    purpose = text(purpose);
    recipient = text(recipient);
    answer = answer == null || answer.isBlank() ? "no" : answer;
    items = list(items);
    explained = explained == null ? new Explained("", "", "") : explained;
    expires = text(expires);
  }

  /**
   * How it was explained (informed consent).
   *
   * @param language BCP 47 tag
   * @param by role of whoever explained it
   * @param textVersion version of the text shown
   */
  public record Explained(
      @Nullable String language, @Nullable String by, @Nullable String textVersion) {

    /** Reads tolerantly. */
    public Explained {
      language = text(language);
      by = text(by);
      textVersion = text(textVersion);
    }
  }
}
