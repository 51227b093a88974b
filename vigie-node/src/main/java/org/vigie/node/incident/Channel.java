package org.vigie.node.incident;

import java.util.Locale;

/** How someone was reached. */
public enum Channel {
  /** A telephone or application call. */
  CALL,
  /** A recorded voice message. */
  VOICE_MESSAGE,
  /** A written message. */
  TEXT_MESSAGE,
  /** Electronic mail. */
  EMAIL,
  /** A public post or comment. */
  SOCIAL,
  /** Face to face. */
  IN_PERSON,
  /** On paper. */
  LETTER,
  /** Passed on by relatives or others close. */
  THROUGH_RELATIVES,
  /** Through an office, a court, a consulate. */
  OFFICIAL,
  /** Something else. */
  OTHER,
  /** Nothing came from anybody: what is written down is what it changed for the person. */
  NONE,
  /** Not known. */
  UNKNOWN;

  /** The stable code that entries keep. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
