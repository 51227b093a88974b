package org.vigie.imports.detect;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.vigie.imports.Message;

/**
 * What two messages have in common that are the same: time, author, kind, file and words. A hash of
 * it that nobody can find a second message for: else somebody could write one that hides another.
 * Not for use by several threads.
 */
final class Print {

  private final MessageDigest digest;
  private long high;
  private long low;

  Print() {
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Takes the print of a message. */
  void of(Message message) {
    part(message.author());
    part(message.media());
    part(message.text());
    part(message.kind().text());
    var local = message.when().local();
    var when = local == null ? Long.MIN_VALUE : local.toEpochSecond(ZoneOffset.UTC);
    digest.update(ByteBuffer.allocate(8).putLong(when).flip());
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

  long high() {
    return high;
  }

  long low() {
    return low;
  }
}
