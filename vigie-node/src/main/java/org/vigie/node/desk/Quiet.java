package org.vigie.node.desk;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * How long nothing has come, as far as it is written down. That nothing is written does not mean
 * that nothing came, nor that it is over.
 *
 * @param last the last day with a contact
 * @param days between it and today
 */
public record Quiet(LocalDate last, long days) {

  /** Days after which a campaign counts as dormant. */
  public static final int DORMANT = 30;

  /** The quiet since the last contact; empty where no contact has a day, or one lies ahead. */
  public static Optional<Quiet> of(Contacts contacts, LocalDate today) {
    return contacts
        .last()
        .filter(last -> !last.isAfter(today))
        .map(last -> new Quiet(last, ChronoUnit.DAYS.between(last, today)));
  }

  /** Whether it sleeps. */
  public boolean dormant() {
    return days >= DORMANT;
  }
}
