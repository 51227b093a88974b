package org.vigie.seal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What opens an age file. Holds a secret; close it. */
public sealed interface Identity extends AutoCloseable
    permits HybridKey, X25519Key, PassphraseIdentity {

  /**
   * Reads age's text form, {@code AGE-SECRET-KEY-PQ-1…} or {@code AGE-SECRET-KEY-1…}; spaces around
   * it do not matter.
   *
   * @throws SealRefused {@code seal.malformed} if it is neither
   */
  static Identity parse(String text) throws SealRefused {
    var stripped = text.strip();
    return stripped.startsWith(HybridKey.PREFIX.toUpperCase(Locale.ROOT) + "1")
        ? HybridKey.parse(stripped)
        : X25519Key.parse(stripped);
  }

  /**
   * Reads an identity file as {@code age-keygen} writes it: one identity a line, empty lines and
   * lines that start with {@code #} left out.
   *
   * @throws SealRefused {@code seal.malformed} with the number of the bad line, or 0 if there is no
   *     identity at all
   */
  static List<Identity> parseFile(String text) throws SealRefused {
    var found = new ArrayList<Identity>();
    var number = 0;
    for (var line : text.lines().toList()) {
      number++;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      try {
        found.add(parse(line));
      } catch (SealRefused badLine) {
        found.forEach(Identity::close);
        throw new SealRefused(badLine.key(), number);
      }
    }
    if (found.isEmpty()) {
      throw new SealRefused("seal.malformed", 0);
    }
    return List.copyOf(found);
  }

  /** Wipes the secret. */
  @Override
  void close();
}
