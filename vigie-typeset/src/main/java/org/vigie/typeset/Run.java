package org.vigie.typeset;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of text set one way.
 *
 * @param words what is written; may hold line feeds, which break the line
 * @param bold whether it is set in bold, where the script has a bold
 * @param language BCP 47 tag if it differs from the text around it
 * @param isolation direction of its own, shielded from the text around it (UAX #9, isolates), or
 *     null if it flows with its surroundings
 * @param link where a click leads, or null
 */
public record Run(
    String words,
    boolean bold,
    @Nullable String language,
    @Nullable Direction isolation,
    @Nullable URI link) {

  /** Text that flows with its surroundings. */
  public static Run of(String words) {
    return new Run(words, false, null, null, null);
  }

  /** The same in bold. */
  public static Run bold(String words) {
    return new Run(words, true, null, null, null);
  }

  /**
   * A telephone number, handle, hash or address: always left to right, also inside right-to-left
   * text, and not broken over two lines unless it is wider than a line.
   */
  public static Run number(String words) {
    return new Run(words, false, null, Direction.LTR, null);
  }

  /** Somebody's own words in another language, running their own way. */
  public static Run quoted(String language, String words) {
    return new Run(words, false, language, Direction.AUTO, null);
  }

  /** Words that lead to {@code target}, an absolute address. */
  public static Run link(String words, URI target) {
    return new Run(words, false, null, null, target);
  }

  /** Whether the words stay on one line when they can. */
  boolean together() {
    return isolation == Direction.LTR;
  }
}
