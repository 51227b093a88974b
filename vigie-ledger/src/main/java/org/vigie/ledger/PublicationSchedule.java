package org.vigie.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Decides what a log publishes when, from nothing but times and a count: once in every period, and
 * always the same number of entries. Protects how busy a house is from whoever watches its log
 * grow; does not hide hours in which the machine was off.
 *
 * @param period time between publications, such as an hour
 * @param batch entries in each, dummies included
 */
public record PublicationSchedule(Duration period, int batch) {

  /** Sixteen entries every hour. */
  public static final PublicationSchedule HOURLY = new PublicationSchedule(Duration.ofHours(1), 16);

  /**
   * What to publish now.
   *
   * @param slot start of the period it stands for
   * @param real waiting entries to take, oldest first
   * @param dummies entries to invent
   */
  public record Publication(Instant slot, int real, int dummies) {}

  /** Refuses periods under a second and empty batches. */
  public PublicationSchedule {
    if (period.toSeconds() < 1 || batch < 1 || batch > Tiles.WIDTH) {
      throw new IllegalArgumentException("Not a schedule");
    }
  }

  /** The start of the period that holds {@code at}; periods are counted from 1970. */
  public Instant slot(Instant at) {
    return Instant.ofEpochSecond(
        Math.floorDiv(at.getEpochSecond(), period.toSeconds()) * period.toSeconds());
  }

  /**
   * Whether it is time, and for what. More than a batch waits for the next period; missed periods
   * are not made up for, and a clock set back publishes nothing twice.
   *
   * @param last slot of the last publication, {@link Instant#MIN} before the first
   * @param now the time
   * @param waiting entries not yet published
   */
  public Optional<Publication> decide(Instant last, Instant now, int waiting) {
    var slot = slot(now);
    if (!slot.isAfter(last)) {
      return Optional.empty();
    }
    var real = Math.min(waiting, batch);
    return Optional.of(new Publication(slot, real, batch - real));
  }
}
