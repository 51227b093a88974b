package org.vigie.evidence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an item came to be kept.
 *
 * @param received when it was received
 * @param method how it was obtained, in words
 * @param original whether these are the bytes as received
 * @param derivedFrom for other bytes: from what
 * @param unchecked what could not be checked, in words
 * @param obtained how it came to whoever handed it in, in codes
 */
public record Provenance(
    Instant received,
    String method,
    boolean original,
    @Nullable Derivation derivedFrom,
    String unchecked,
    Obtained obtained) {

  /** Of something of which nobody said more. */
  public Provenance(
      Instant received,
      String method,
      boolean original,
      @Nullable Derivation derivedFrom,
      String unchecked) {
    this(received, method, original, derivedFrom, unchecked, Obtained.UNSAID);
  }

  /** The sentence for the usual case, in English and French. */
  public static final String UNCHECKED =
      "Who made these bytes, when and with what device could not be checked."
          + " / L'auteur de ces octets, leur date et l'appareil utilisé n'ont pas pu être"
          + " contrôlés.";
}
