package org.vigie.imports;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * When a message says it was sent.
 *
 * @param local the clock reading on the device that wrote the export, or null when the export does
 *     not say when; the beginning of the day where it says the day alone
 * @param offset the distance from UTC, or null when nobody said in which zone the device was
 * @param raw the same as the export writes it
 * @param precision how fine it is
 */
public record Moment(
    @Nullable LocalDateTime local, @Nullable ZoneOffset offset, String raw, Precision precision) {

  /** A time that is not known, as the export writes it. */
  public static Moment unknown(String raw) {
    return new Moment(null, null, raw, Precision.UNKNOWN);
  }
}
