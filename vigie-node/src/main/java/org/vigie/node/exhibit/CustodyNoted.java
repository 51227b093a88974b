package org.vigie.node.exhibit;

import static org.vigie.node.casefile.Defaults.text;

/**
 * One step in the keeping of an exhibit; its entry's author and time say who and when (ISO/IEC
 * 27037).
 *
 * @param exhibit identifier within the case
 * @param action {@code opened}, {@code downloaded}, {@code reverified}, {@code exported}, {@code
 *     prepared}, {@code reason}, {@code enclosed} (taken out of an archive), {@code covered} (a
 *     copy with parts covered was made; the hash is its own)
 * @param purpose why, in words, or empty; of what was taken out, as {@link TakenFrom} writes it
 * @param sha256 hash measured at this step, or empty where none was
 * @param recipient role of whoever received it, or empty
 */
public record CustodyNoted(
    String exhibit, String action, String purpose, String sha256, String recipient) {

  /** Reads tolerantly. */
  public CustodyNoted {
    exhibit = text(exhibit);
    action = text(action);
    purpose = text(purpose);
    sha256 = text(sha256);
    recipient = text(recipient);
  }
}
