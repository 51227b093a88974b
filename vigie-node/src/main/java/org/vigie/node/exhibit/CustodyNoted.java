package org.vigie.node.exhibit;

import static org.vigie.node.casefile.Defaults.text;

import org.jspecify.annotations.Nullable;

/**
 * One step in the keeping of an exhibit; its entry's author and time say who and when (ISO/IEC
 * 27037).
 *
 * @param exhibit identifier within the case
 * @param action {@code opened}, {@code downloaded}, {@code reverified}, {@code exported}, {@code
 *     prepared}
 * @param purpose why, in words, or empty
 * @param sha256 hash measured at this step, or empty where none was
 * @param recipient role of whoever received it, or empty
 */
public record CustodyNoted(
    String exhibit,
    String action,
    @Nullable String purpose,
    @Nullable String sha256,
    @Nullable String recipient) {

  /** Reads tolerantly. */
  public CustodyNoted {
    exhibit = text(exhibit);
    action = text(action);
    purpose = text(purpose);
    sha256 = text(sha256);
    recipient = text(recipient);
  }
}
