package org.vigie.node.incident;

import java.util.Locale;

/** What somebody asks about a person, or shows that they know. */
public enum Subject {
  /** School, studies, training. */
  SCHOOL,
  /** Papers, residence, asylum. */
  STATUS,
  /** How and when the person left. */
  DEPARTURE,
  /** Where the person lives or goes. */
  WHEREABOUTS,
  /** Work and money. */
  WORK,
  /** Family here or there. */
  FAMILY,
  /** Friends, associations, gatherings. */
  CIRCLE,
  /** What the person says or publishes. */
  SPEECH,
  /** Telephone numbers, accounts, devices. */
  ACCOUNTS,
  /** Journeys. */
  JOURNEYS,
  /** Health. */
  HEALTH,
  /** Something else. */
  OTHER;

  /** The stable code that entries keep. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
