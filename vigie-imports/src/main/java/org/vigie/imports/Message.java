package org.vigie.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One message of an export, as it stands there.
 *
 * @param n its number, from 1
 * @param line the first line or record of it in the source, from 1, so that it can be quoted
 * @param when its time
 * @param author who sent it, as the export names them; null for lines of the application, and for
 *     the owner of the device where the export names nobody but flags it outgoing
 * @param kind what it is
 * @param text everything after the author, unchanged but for line ends, which are {@code \n}
 * @param media the file name as the export writes it, or null
 * @param flags what else is known, in the order of {@link Flag}
 * @param range its bytes in the source; ranges follow one another without gap or overlap
 * @param chat the conversation, as the export names it, where a file may hold several; else null
 */
public record Message(
    long n,
    long line,
    Moment when,
    @Nullable String author,
    Kind kind,
    String text,
    @Nullable String media,
    List<Flag> flags,
    ByteRange range,
    @Nullable String chat) {

  /** A message of a file that holds one conversation only. */
  public Message(
      long n,
      long line,
      Moment when,
      @Nullable String author,
      Kind kind,
      String text,
      @Nullable String media,
      List<Flag> flags,
      ByteRange range) {
    this(n, line, when, author, kind, text, media, flags, range, null);
  }
}
