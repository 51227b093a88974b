package org.vigie.matching.campaign;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What may be said of a campaign to somebody who reads no case. Every part of it rests on at least
 * as many people as the threshold asks for; numbers are steps. Protects whoever is in it from being
 * counted out: one more person, or one fewer, changes nothing except where a step is crossed. Since
 * when is said as it was found once ({@link Since}), whoever of the first goes.
 *
 * @param persons at least so many were reached
 * @param year in which so many as the threshold asks for first took part
 * @param quarter of that year, from 1 to 4
 * @param stars what the sender used towards at least so many people, the most first
 * @param ties which of these went together
 * @param lesser what else joins people in it, each thing too few of them
 * @param acts codes of what was done, each to at least so many people, the most first
 */
public record CampaignView(
    int persons,
    int year,
    int quarter,
    List<Star> stars,
    List<Tie> ties,
    List<Means> lesser,
    List<Act> acts) {

  private static final int MOST_STARS = 12;

  /**
   * One number, account, page, name or script, not which.
   *
   * @param persons at least so many were reached by it
   */
  public record Star(Means means, int persons) {}

  /**
   * At least {@code persons} were reached by both.
   *
   * @param one place of a star in the list, from 0
   * @param other place of a later one
   */
  public record Tie(int one, int other, int persons) {}

  /** At least {@code persons} tell of it. */
  public record Act(String code, int persons) {}

  /** Keeps its own copies. */
  public CampaignView {
    stars = List.copyOf(stars);
    ties = List.copyOf(ties);
    lesser = List.copyOf(lesser);
    acts = List.copyOf(acts);
  }

  /**
   * What may be said of {@code sightings}; nothing if they are too few.
   *
   * @param since as found when there were first enough of them
   */
  public static Optional<CampaignView> of(
      List<Sighting> sightings, Threshold threshold, Since since) {
    var persons = threshold.band(sightings);
    if (persons == 0) {
      return Optional.empty();
    }
    var holders = holders(sightings);
    var stars = new ArrayList<Found>();
    holders.forEach((trace, those) -> {
      var band = threshold.band(those);
      if (band > 0) {
        stars.add(new Found(new Star(means(trace, those), band), those));
      }
    });
    // In the order of what is shown, then of the names of traces, which tell nothing of anybody
    stars.sort(
        Comparator.comparingInt((Found found) -> -found.star().persons())
            .thenComparing(found -> found.star().means()));
    var shown = stars.subList(0, Math.min(MOST_STARS, stars.size()));
    return Optional.of(
        new CampaignView(
            persons,
            since.year(),
            since.quarter(),
            shown.stream().map(Found::star).toList(),
            ties(shown, threshold),
            lesser(holders, threshold),
            acts(sightings, threshold)));
  }

  private record Found(Star star, List<Sighting> holders) {}

  private static Map<String, List<Sighting>> holders(List<Sighting> sightings) {
    var holders = new TreeMap<String, List<Sighting>>();
    for (var sighting : sightings) {
      sighting
          .traces()
          .keySet()
          .forEach(trace -> holders.computeIfAbsent(trace, t -> new ArrayList<>()).add(sighting));
    }
    return holders;
  }

  private static Means means(String trace, List<Sighting> those) {
    return those.stream()
        .map(sighting -> sighting.traces().getOrDefault(trace, Means.ALIAS))
        .max(Comparator.naturalOrder())
        .orElse(Means.ALIAS);
  }

  private static List<Tie> ties(List<Found> stars, Threshold threshold) {
    var ties = new ArrayList<Tie>();
    for (var i = 0; i < stars.size(); i++) {
      for (var j = i + 1; j < stars.size(); j++) {
        var both = both(stars.get(i).holders(), stars.get(j).holders());
        var band = threshold.band(both);
        if (band > 0) {
          ties.add(new Tie(i, j, band));
        }
      }
    }
    return ties;
  }

  /** The sightings of {@code one} and {@code other} whose person is in both. */
  private static List<Sighting> both(List<Sighting> one, List<Sighting> other) {
    var all = new ArrayList<>(new LinkedHashSet<>(join(one, other)));
    var people = People.of(all);
    var first = new HashSet<Integer>();
    var second = new HashSet<Integer>();
    var ones = new HashSet<>(one);
    var others = new HashSet<>(other);
    for (var i = 0; i < all.size(); i++) {
      if (ones.contains(all.get(i))) {
        first.add(people.of(i));
      }
      if (others.contains(all.get(i))) {
        second.add(people.of(i));
      }
    }
    first.retainAll(second);
    var both = new ArrayList<Sighting>();
    for (var i = 0; i < all.size(); i++) {
      if (first.contains(people.of(i))) {
        both.add(all.get(i));
      }
    }
    return both;
  }

  private static List<Sighting> join(Collection<Sighting> one, Collection<Sighting> other) {
    var joined = new ArrayList<>(one);
    joined.addAll(other);
    return joined;
  }

  /** Kinds of which no one thing reached enough people, but all of them together did. */
  private static List<Means> lesser(Map<String, List<Sighting>> holders, Threshold threshold) {
    var few = new TreeMap<Means, List<Sighting>>();
    holders.forEach((trace, those) -> {
      if (those.size() > 1 && threshold.band(those) == 0) {
        few.computeIfAbsent(means(trace, those), m -> new ArrayList<>()).addAll(those);
      }
    });
    return few.entrySet().stream()
        .filter(entry -> threshold.band(List.copyOf(new HashSet<>(entry.getValue()))) > 0)
        .map(Map.Entry::getKey)
        .toList();
  }

  private static List<Act> acts(List<Sighting> sightings, Threshold threshold) {
    var told = new LinkedHashMap<String, List<Sighting>>();
    for (var sighting : sightings) {
      sighting
          .acts()
          .forEach(act -> told.computeIfAbsent(act, a -> new ArrayList<>()).add(sighting));
    }
    var acts = new ArrayList<Act>();
    told.forEach((code, those) -> {
      var band = threshold.band(those);
      if (band > 0) {
        acts.add(new Act(code, band));
      }
    });
    acts.sort(Comparator.comparingInt((Act act) -> -act.persons()).thenComparing(Act::code));
    return acts;
  }
}
