package org.vigie.node.demo.story;

/** How an incident reached the person. */
public enum Channel {
  /** A telephone call. */
  CALL,
  /** A messaging application. */
  MESSAGE,
  /** A voice message. */
  VOICE_NOTE,
  /** E-mail. */
  EMAIL,
  /** Paper. */
  LETTER,
  /** A public page or network. */
  ONLINE,
  /** Face to face. */
  IN_PERSON,
  /** Through somebody close. */
  RELATIVE
}
