package org.vigie.matching.identifier;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads identifiers, given one by one or hidden in running text of any script, into {@code norm-v1}
 * form. Pure: the same input gives the same answer on every machine.
 */
public final class Identifiers {

  private static final Pattern DOMAIN =
      Pattern.compile("[\\p{L}\\p{N}\\-]{1,63}(?:\\.[\\p{L}\\p{N}\\-]{1,63})*\\.\\p{L}{2,24}");

  private Identifiers() {}

  /**
   * Reads one identifier as a person gave it: a number, {@code @name}, {@code platform:name}, an
   * e-mail address or a link.
   *
   * @param region two letters, where nationally written numbers are from; null if nobody said
   */
  public static Reading read(String raw, @Nullable String region) {
    var text = Invisible.trimmed(raw);
    if (PhoneNumbers.mayBe(text) || text.regionMatches(true, 0, "tel:", 0, 4)) {
      return PhoneNumbers.read(text, region);
    }
    if (text.startsWith("@") || text.startsWith("＠")) {
      return Handles.read(text, Platform.UNSTATED);
    }
    var colon = text.indexOf(':');
    if (colon > 0 && Platform.called(text.substring(0, colon).strip()) != Platform.UNSTATED) {
      var platform = Platform.called(text.substring(0, colon).strip());
      var rest = text.substring(colon + 1);
      return PhoneNumbers.mayBe(rest)
          ? PhoneNumbers.read(rest, region)
          : Handles.read(rest, platform);
    }
    if (text.contains("://") || text.regionMatches(true, 0, "www.", 0, 4)) {
      return profileOr(Links.read(text), region);
    }
    if (text.indexOf('@') > 0) {
      return EmailAddresses.read(text);
    }
    var slash = text.indexOf('/');
    if (DOMAIN.matcher(slash < 0 ? text : text.substring(0, slash)).matches()) {
      return profileOr(Links.read(text), region);
    }
    return new Reading.Unreadable("identifier.unknown-kind");
  }

  /**
   * Finds every identifier in {@code text}, in the order of the text. A link to a profile is found
   * both as a link and as the handle or number that it names.
   *
   * @param region two letters, where nationally written numbers are from; null finds only numbers
   *     written internationally
   */
  public static List<Found> findIn(String text, @Nullable String region) {
    var finder = new IdentifierFinder(text, region);
    var found = finder.all();
    if (found.isEmpty()) {
      return List.of();
    }
    found.sort(
        Comparator.comparingInt(Found::start)
            .thenComparingInt(Found::end)
            .thenComparing(f -> f.identifier().canonical()));
    return List.copyOf(found);
  }

  /** Whether {@code region} is a country, by its two letters, whose numbers can be read. */
  public static boolean isRegion(String region) {
    return PhoneNumbers.UTIL
        .getSupportedRegions()
        .contains(region.toUpperCase(java.util.Locale.ROOT));
  }

  /** Every country, by its two letters, whose numbers can be read. */
  public static Set<String> regions() {
    return Set.copyOf(PhoneNumbers.UTIL.getSupportedRegions());
  }

  private static Reading profileOr(Reading link, @Nullable String region) {
    if (link instanceof Reading.Read(Link address)) {
      var profile = Profiles.of(address, region);
      return profile == null ? link : new Reading.Read(profile);
    }
    return link;
  }
}
