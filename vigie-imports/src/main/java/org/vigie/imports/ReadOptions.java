package org.vigie.imports;

import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a person says about a file before it is read.
 *
 * @param format the only format to try, or null for all
 * @param dateOrder the order of day and month, or null to find out
 * @param zone where the device was, or null if nobody knows
 * @param companions names of the files that came along, lower case; null when only the text came
 * @param limits the most to take
 * @param mailKeys lines of public keys of mail servers, as the name service gives them
 */
public record ReadOptions(
    @Nullable String format,
    @Nullable DateOrder dateOrder,
    @Nullable ZoneId zone,
    @Nullable Set<String> companions,
    ImportLimits limits,
    List<String> mailKeys) {

  /** What a person says, without keys of mail servers. */
  public ReadOptions(
      @Nullable String format,
      @Nullable DateOrder dateOrder,
      @Nullable ZoneId zone,
      @Nullable Set<String> companions,
      ImportLimits limits) {
    this(format, dateOrder, zone, companions, limits, List.of());
  }

  /** Nothing said; the usual limits. */
  public static final ReadOptions NONE =
      new ReadOptions(null, null, null, null, ImportLimits.USUAL);

  /** The same with a date order. */
  public ReadOptions withDateOrder(@Nullable DateOrder order) {
    return new ReadOptions(format, order, zone, companions, limits, mailKeys);
  }

  /** The same with a zone. */
  public ReadOptions withZone(@Nullable ZoneId newZone) {
    return new ReadOptions(format, dateOrder, newZone, companions, limits, mailKeys);
  }

  /** The same with one format to try. */
  public ReadOptions withFormat(@Nullable String newFormat) {
    return new ReadOptions(newFormat, dateOrder, zone, companions, limits, mailKeys);
  }

  /** The same with other limits. */
  public ReadOptions withLimits(ImportLimits newLimits) {
    return new ReadOptions(format, dateOrder, zone, companions, newLimits, mailKeys);
  }

  /** The same with the names of the files that came along. */
  public ReadOptions withCompanions(Set<String> names) {
    return new ReadOptions(format, dateOrder, zone, Set.copyOf(names), limits, mailKeys);
  }

  /** The same with lines of public keys of mail servers. */
  public ReadOptions withMailKeys(List<String> lines) {
    return new ReadOptions(format, dateOrder, zone, companions, limits, List.copyOf(lines));
  }
}
