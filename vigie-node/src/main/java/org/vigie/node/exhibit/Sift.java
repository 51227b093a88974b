package org.vigie.node.exhibit;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Which messages of an exhibit are wanted. An empty value asks for nothing.
 *
 * @param author exactly as the export names them
 * @param kind as in {@link ReadMessage}
 * @param wanted words that the text, the author or the name of the file must hold, in any case
 */
public record Sift(String author, String kind, String wanted) {

  /** Everything. */
  public static final Sift ALL = new Sift("", "", "");

  /** Puts the wanted words into one spelling. */
  public Sift {
    wanted = spelled(wanted.strip());
  }

  /** Whether nothing is asked for. */
  public boolean all() {
    return author.isEmpty() && kind.isEmpty() && wanted.isEmpty();
  }

  boolean takes(ReadMessage message) {
    return (author.isEmpty() || author.equals(message.author()))
        && (kind.isEmpty() || kind.equals(message.kind()))
        && (wanted.isEmpty()
            || spelled(message.text()).contains(wanted)
            || spelled(message.author()).contains(wanted)
            || spelled(message.media()).contains(wanted));
  }

  private static String spelled(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }
}
