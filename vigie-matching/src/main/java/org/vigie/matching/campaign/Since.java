package org.vigie.matching.campaign;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/**
 * The quarter in which so many people as a threshold asks for first took part. Found once and kept
 * as long as the campaign is: found anew, it would move when one of the first goes, and tell so.
 *
 * @param year from 1970
 * @param quarter from 1 to 4
 */
public record Since(int year, int quarter) {

  private static final int MONTHS = 3;

  /** Since when {@code sightings} are enough; nothing if they are too few. */
  public static Optional<Since> of(List<Sighting> sightings, Threshold threshold) {
    if (threshold.band(sightings) == 0) {
      return Optional.empty();
    }
    var people = People.of(sightings);
    var first = new HashMap<Integer, Long>();
    for (var i = 0; i < sightings.size(); i++) {
      first.merge(people.of(i), sightings.get(i).day(), Math::min);
    }
    var days = first.values().stream().sorted().toList();
    var day = LocalDate.ofEpochDay(days.get(Math.min(days.size(), threshold.people()) - 1));
    return Optional.of(new Since(day.getYear(), (day.getMonthValue() - 1) / MONTHS + 1));
  }
}
