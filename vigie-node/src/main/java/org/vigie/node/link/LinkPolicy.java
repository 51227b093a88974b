package org.vigie.node.link;

import java.time.Duration;

/**
 * How slowly and how sparingly cases are compared, so that nobody can ask whether a number is
 * known.
 *
 * @param age how long an approved incident lies before it takes part
 * @param perDay tokens that one account brings into the comparison on one day; more wait. Begun
 *     half minutes of recordings are counted apart, up to as many
 * @param perMonth likewise in thirty days
 * @param houseDay likewise for all accounts on one day
 * @param perIncident identifiers taken from one incident at most
 * @param region two letters, where numbers without a country code are from
 */
public record LinkPolicy(
    Duration age, int perDay, int perMonth, int houseDay, int perIncident, String region) {

  /** The rules of this release. */
  public static final LinkPolicy STANDARD =
      new LinkPolicy(Duration.ofDays(7), 5, 40, 500, 40, "FR");
}
