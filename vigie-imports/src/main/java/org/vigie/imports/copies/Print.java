package org.vigie.imports.copies;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.vigie.imports.Flag;
import org.vigie.imports.Kind;
import org.vigie.imports.Message;
import org.vigie.imports.whatsapp.LeftOut;

/**
 * What two messages have in common that are the same: time, author, kind, file and words. A hash of
 * it that nobody can find a second message for: else somebody could write one that hides another.
 *
 * <p>A file has a second print of what both versions of it share, the one that names it and the one
 * an export without files has in its place. Not for use by several threads.
 */
public final class Print {

  private static final String WHATSAPP = "whatsapp";
  private static final String MEDIA = Kind.MEDIA.text();
  private static final String OMITTED = Flag.OMITTED.text();
  private static final String VIEW_ONCE = Flag.VIEW_ONCE.text();

  private final MessageDigest digest;
  private final boolean wordsStandIn;
  private boolean timed;
  private boolean file;
  private boolean unnamed;
  private long time;
  private int author;
  private long high;
  private long low;
  private long keyHigh;
  private long keyLow;

  /**
   * Takes prints of messages of one format.
   *
   * @param format the reader's name for it or one that begins so
   */
  public Print(String format) {
    // Where a file is left out, WhatsApp writes words of its own; others leave those of the person.
    this.wordsStandIn = format.startsWith(WHATSAPP);
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Takes the print of a message. */
  public Print of(Message message) {
    return of(
        message.when().local(),
        message.author(),
        message.kind().text(),
        message.text(),
        message.media(),
        message.flags().stream().map(Flag::text).toList());
  }

  /**
   * Takes the print of a message that was written down; values as in the output of readers.
   *
   * @param local null where no time is known
   */
  public Print of(
      @Nullable LocalDateTime local,
      @Nullable String author,
      String kind,
      String text,
      @Nullable String media,
      Collection<String> flags) {
    timed = local != null;
    time = local == null ? Long.MIN_VALUE : local.toEpochSecond(ZoneOffset.UTC);
    this.author = author == null ? 0 : (author.hashCode() | 1);
    file = kind.equals(MEDIA);
    // What can be looked at once is in no export, and words of a person must not go with a file.
    unnamed =
        file
            && (media == null || media.isEmpty())
            && flags.contains(OMITTED)
            && !flags.contains(VIEW_ONCE)
            && (!wordsStandIn || LeftOut.says(text));
    if (file) {
      hash(author, kind, wordsStandIn ? null : text, null);
      keyHigh = high;
      keyLow = low;
    }
    if (!unnamed) {
      hash(author, kind, text, media == null ? "" : media);
    }
    return this;
  }

  private void hash(
      @Nullable String author, String kind, @Nullable String text, @Nullable String media) {
    part(author);
    part(media);
    part(text);
    part(kind);
    digest.update(ByteBuffer.allocate(8).putLong(time).flip());
    var hash = ByteBuffer.wrap(digest.digest());
    high = hash.getLong();
    low = hash.getLong();
  }

  /** Each with its length before it, so that no two can be shifted into one another. */
  private void part(@Nullable String text) {
    var bytes = text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
    var length = text == null ? -1 : bytes.length;
    digest.update(ByteBuffer.allocate(4).putInt(length).flip());
    digest.update(bytes);
  }

  /** Whether it bears a time: one that does not is like no other. */
  boolean timed() {
    return timed;
  }

  /** Its time in seconds, as the clock of the export shows it. */
  long time() {
    return time;
  }

  /** A number that two different authors seldom share; 0 where there is none. */
  int author() {
    return author;
  }

  /** Whether it is a file, named or left out. */
  boolean file() {
    return file;
  }

  /** Whether it only says that a file was left out. */
  boolean unnamed() {
    return unnamed;
  }

  /** The print of all of it; not to be asked for where it is {@link #unnamed()}. */
  long high() {
    return high;
  }

  /** The rest of {@link #high()}. */
  long low() {
    return low;
  }

  /** The print of what both versions of a file share; only where it is a {@link #file()}. */
  long keyHigh() {
    return keyHigh;
  }

  /** The rest of {@link #keyHigh()}. */
  long keyLow() {
    return keyLow;
  }
}
