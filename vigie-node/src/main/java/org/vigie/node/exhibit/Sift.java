package org.vigie.node.exhibit;

import java.text.Normalizer;
import java.util.Locale;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Which messages of an exhibit are wanted. An empty value asks for nothing.
 *
 * @param author exactly as the export names them
 * @param kind as in {@link ReadMessage}
 * @param wanted words that the text, the author or the name of the file must hold, in any case
 * @param numbers takes the numbers of those that are wanted; null for all
 */
public record Sift(String author, String kind, String wanted, @Nullable LongPredicate numbers) {

  /** Everything. */
  public static final Sift ALL = new Sift("", "", "");

  /** Messages with any number. */
  public Sift(String author, String kind, String wanted) {
    this(author, kind, wanted, null);
  }

  /** Of these messages those whose numbers {@code among} takes. */
  public Sift only(LongPredicate among) {
    return new Sift(author, kind, wanted, among);
  }

  /** Puts the wanted words into one spelling. */
  public Sift {
    wanted = spelled(wanted.strip());
  }

  /** Whether nothing is asked for. */
  public boolean all() {
    return author.isEmpty() && kind.isEmpty() && wanted.isEmpty() && numbers == null;
  }

  /** Whether the message with this number may be wanted. */
  boolean takes(long number) {
    return numbers == null || numbers.test(number);
  }

  boolean takes(ReadMessage message) {
    return (author.isEmpty() || author.equals(message.author()))
        && (kind.isEmpty() || kind.equals(message.kind()))
        && holds(message.text(), message.author(), message.media());
  }

  /** Whether any of {@code texts} holds the wanted words. */
  public boolean holds(String... texts) {
    if (wanted.isEmpty()) {
      return true;
    }
    for (var text : texts) {
      if (spelled(text).contains(wanted)) {
        return true;
      }
    }
    return false;
  }

  private static String spelled(String text) {
    return ascii(text)
        ? text.toLowerCase(Locale.ROOT)
        : Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }

  static boolean ascii(String text) {
    for (var i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  /** A look at the bytes of a message, before anything is made of them. */
  Glance glance() {
    return new Glance(author, kind, wanted);
  }
}
