package org.vigie.typeset.letters;

import java.time.Instant;
import java.util.List;

/**
 * A piece of evidence in the package.
 *
 * @param number such as {@code P-001}
 * @param description what it is, in the language of the document
 * @param file its name inside the package; empty if only listed
 * @param sha256 64 hexadecimal digits, of the file as it is in the package
 * @param redacted whether parts were covered in this copy
 * @param origin how it came, as far as anybody said, in sentences of the language of the document
 * @param custody what happened to it since it was received, oldest first
 */
public record Exhibit(
    String number,
    String description,
    String file,
    String sha256,
    boolean redacted,
    List<String> origin,
    List<Step> custody) {

  /** Copies the lists. */
  public Exhibit {
    origin = List.copyOf(origin);
    custody = List.copyOf(custody);
  }

  /**
   * A step of the custody story.
   *
   * @param at when
   * @param what what was done, in the language of the document
   * @param who by whom, as the recipient may know it: a role, not a name
   */
  public record Step(Instant at, String what, String who) {}
}
