package org.vigie.imports.tally;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.vigie.imports.DateOrder;
import org.vigie.imports.DateOrderBy;
import org.vigie.imports.Moment;
import org.vigie.imports.Precision;
import org.vigie.imports.ReadOptions;
import org.vigie.imports.ReadReport;

/** Times that an export counts or writes in one way only. */
public final class Times {

  /** How dates are read in such an export. */
  public static final ReadReport.Dates CERTAIN =
      new ReadReport.Dates(DateOrder.YMD, DateOrderBy.VALUE);

  private static final long MOST_SECONDS = 253_402_300_799L; // the end of the year 9999
  private static final long LEAST_MILLIS = 100_000_000_000L; // in 1973; as seconds in 5138
  private static final int FURTHEST_OFFSET = 18 * 3600;

  private final ZoneId shown;
  private final Zone zone;

  /** Instants are shown in the zone of {@code options}, else in UTC. */
  public Times(ReadOptions options) {
    var given = options.zone();
    this.shown = given == null ? ZoneOffset.UTC : given;
    this.zone = new Zone(given);
  }

  /** A count of milliseconds since 1970. */
  public Moment millis(@Nullable Long millis, String raw) {
    return millis == null ? Moment.unknown(raw) : seconds(Math.floorDiv(millis, 1000L), raw);
  }

  /**
   * A count since 1970 of milliseconds, or of seconds: no export is so old that a count of seconds
   * could be one of milliseconds.
   */
  public Moment count(long count, String raw) {
    return count < LEAST_MILLIS ? seconds(count, raw) : millis(count, raw);
  }

  /** A count of seconds since 1970. */
  public Moment seconds(long seconds, String raw) {
    if (seconds < 0 || seconds > MOST_SECONDS - FURTHEST_OFFSET) {
      return Moment.unknown(raw);
    }
    var offset = shown.getRules().getOffset(Instant.ofEpochSecond(seconds));
    return new Moment(
        LocalDateTime.ofEpochSecond(seconds, 0, offset), offset, raw, Precision.SECOND);
  }

  /** A clock reading {@code 2026-01-15T18:04:05} of a device, with what tells its offset. */
  public Moment iso(String text, @Nullable Long epochSecond) {
    LocalDateTime local;
    try {
      local = DateTimeFormatter.ISO_LOCAL_DATE_TIME.parse(text, LocalDateTime::from).withNano(0);
    } catch (DateTimeParseException e) {
      return epochSecond == null ? Moment.unknown(text) : seconds(epochSecond, text);
    }
    if (local.getYear() < 1 || local.getYear() > 9999) {
      return Moment.unknown(text);
    }
    var offset = epochSecond == null ? zone.offset(local) : offset(local, epochSecond);
    if (offset == null && epochSecond != null) {
      return seconds(epochSecond, text);
    }
    return new Moment(local, offset, text, Precision.SECOND);
  }

  private static @Nullable ZoneOffset offset(LocalDateTime local, long epochSecond) {
    var distance = local.toEpochSecond(ZoneOffset.UTC) - epochSecond;
    var possible = Math.abs(distance) <= FURTHEST_OFFSET && distance % 60 == 0;
    return possible ? ZoneOffset.ofTotalSeconds((int) distance) : null;
  }

  /** A time with its own offset, such as {@code 2026-01-15T18:04:05.123Z}. */
  public Moment instant(String text) {
    try {
      var parsed = DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text, Instant::from);
      return seconds(parsed.getEpochSecond(), text);
    } catch (DateTimeException e) {
      return iso(text, null);
    }
  }

  /** A clock reading of a device whose zone only {@code options} may know. */
  public Moment local(LocalDateTime local, String raw, Precision precision, Item item) {
    var offset = zone.offset(local);
    zone.flag(item.flags);
    return new Moment(local, offset, raw, precision);
  }
}
