package org.vigie.matching.campaign;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Groups people by what one hand used towards them. Two are joined by a number, an account, an
 * address, nearly the same words or copies of one recording, or by two lesser things together. A
 * group stays whole whichever one person is taken out of it: so no single account, true or made up,
 * makes two campaigns one, and whoever was reached by two hands is in both. Pure and deterministic:
 * the order in which sightings come changes nothing, and what shares nothing with a group does not
 * move it. Takes time in proportion to what is shared, not to pairs of people.
 */
public final class Campaigns {

  /** Two make a link; a campaign begins with three. */
  private static final int LEAST = 3;

  private static final int SEVERAL = -1;
  private static final double JOINS = 1 - 1e-9;
  private static final double HALF_ALIKE = 0.5;

  private final List<Sighting> sightings;
  private final List<Likeness> likenesses;
  private final Map<String, Integer> places = new HashMap<>();
  private final People people;
  private final List<List<Integer>> own = new ArrayList<>();
  private final Map<String, List<Integer>> holders = new TreeMap<>();

  /** Of each sighting those of other people whose words or recordings are at all alike. */
  private final Map<Integer, List<Integer>> akin = new HashMap<>();

  private final List<int[]> edges = new ArrayList<>();

  private Campaigns(List<Sighting> sightings, List<Likeness> likenesses) {
    this.likenesses = likenesses;
    var sorted = new ArrayList<>(sightings);
    sorted.sort(Comparator.comparingLong(Sighting::day).thenComparing(Sighting::id));
    for (var i = 0; i < sorted.size(); i++) {
      places.put(sorted.get(i).id(), i);
    }
    this.sightings = copies(alike(sorted));
    this.people = People.of(sorted);
    for (var i = 0; i < people.count(); i++) {
      own.add(new ArrayList<>(1));
    }
    for (var i = 0; i < sorted.size(); i++) {
      own.get(people.of(i)).add(i);
      for (var trace : this.sightings.get(i).traces().keySet()) {
        holders.computeIfAbsent(trace, t -> new ArrayList<>(1)).add(i);
      }
    }
  }

  /**
   * The groups of at least three people, the oldest first; in each the sightings that belong to it,
   * oldest first, with words that are nearly the same, and copies of one recording, as one more
   * thing they share.
   *
   * @param likenesses pairs whose words or recordings are alike, each once; of unknown sightings
   *     are left out; recordings are one more thing only where each is alike to each
   */
  public static List<List<Sighting>> of(List<Sighting> sightings, List<Likeness> likenesses) {
    return new Campaigns(sightings, likenesses).groups();
  }

  /** With copies of one recording as one more thing that is shared, where all are alike. */
  private List<Sighting> copies(List<Sighting> sorted) {
    var cliques = new Cliques();
    for (var likeness : likenesses) {
      var one = places.get(likeness.one());
      var other = places.get(likeness.other());
      if (likeness.means() == Means.RECORDING && one != null && other != null) {
        cliques.add(one, other, likeness.sure());
      }
    }
    var marked = new ArrayList<>(sorted);
    var sets = new TreeMap<Integer, List<Integer>>();
    cliques
        .first()
        .forEach((one, first) -> sets.computeIfAbsent(first, f -> new ArrayList<>()).add(one));
    sets.forEach((first, those) -> {
      for (var one : those.size() > 1 ? those : List.<Integer>of()) {
        marked.set(one, sorted.get(one).with(mark(Means.RECORDING, sorted.get(first))));
      }
    });
    return marked;
  }

  private static Map<String, Means> mark(Means means, Sighting first) {
    return Map.of("alike/" + means.code() + "/" + first.id(), means);
  }

  /** With what is surely alike in words as one more thing that is shared. */
  private List<Sighting> alike(List<Sighting> sorted) {
    var sets = new Sets(sorted.size());
    for (var likeness : likenesses) {
      var one = places.get(likeness.one());
      var other = places.get(likeness.other());
      if (likeness.means() == Means.SCRIPT && likeness.sure() && one != null && other != null) {
        sets.join(one, other);
      }
    }
    var sizes = new int[sorted.size()];
    for (var i = 0; i < sizes.length; i++) {
      sizes[sets.first(i)]++;
    }
    var marked = new ArrayList<Sighting>();
    for (var i = 0; i < sizes.length; i++) {
      var first = sets.first(i);
      var mark = mark(Means.SCRIPT, sorted.get(first));
      marked.add(sizes[first] > 1 ? sorted.get(i).with(mark) : sorted.get(i));
    }
    return marked;
  }

  private List<List<Sighting>> groups() {
    join();
    var groups = new ArrayList<List<Sighting>>();
    for (var block : Blocks.of(people.count(), edges)) {
      if (block.cardinality() >= LEAST) {
        groups.add(members(block));
      }
    }
    groups.sort(
        Comparator.comparingInt((List<Sighting> group) -> place(group.getFirst()))
            .thenComparing(group -> group.stream().map(Sighting::id).toList().toString()));
    return groups;
  }

  private int place(Sighting sighting) {
    return places.getOrDefault(sighting.id(), 0);
  }

  private void join() {
    var weights = new TreeMap<Long, Double>();
    holders.forEach((trace, those) -> {
      var reached = reached(those);
      var means = means(trace, those);
      if (!means.alone()) {
        pairs(reached, means.weight(reached.size()), weights);
      } else if (!means.pairwise()) {
        ring(reached);
      }
    });
    for (var means : List.of(Means.SCRIPT, Means.RECORDING)) {
      alike(means).forEach((pair, weight) -> weights.merge(pair, weight, Double::sum));
    }
    weights.forEach((pair, weight) -> {
      if (weight >= JOINS) {
        edges.add(new int[] {(int) (pair >>> 32), (int) (long) pair});
      }
    });
  }

  /** What alike words, or recordings, say of each two people; twice says no more than once. */
  private Map<Long, Double> alike(Means means) {
    var alike = new HashMap<Long, Double>();
    for (var likeness : likenesses) {
      var one = places.get(likeness.one());
      var other = places.get(likeness.other());
      if (likeness.means() == means
          && one != null
          && other != null
          && people.of(one) != people.of(other)) {
        var weight = likeness.sure() ? 1 : HALF_ALIKE;
        alike.merge(pair(people.of(one), people.of(other)), weight, Math::max);
        akin.computeIfAbsent(one, o -> new ArrayList<>(1)).add(other);
        akin.computeIfAbsent(other, o -> new ArrayList<>(1)).add(one);
      }
    }
    return alike;
  }

  private Set<Integer> reached(List<Integer> those) {
    var reached = new LinkedHashSet<Integer>();
    those.forEach(sighting -> reached.add(people.of(sighting)));
    return reached;
  }

  /** The least telling of what different people took the same thing for. */
  private Means means(String trace, List<Integer> those) {
    return those.stream()
        .map(sighting -> sightings.get(sighting).traces().getOrDefault(trace, Means.ALIAS))
        .max(Comparator.naturalOrder())
        .orElse(Means.ALIAS);
  }

  /** A ring hangs together as every pair of its people would, with as many edges as people. */
  private void ring(Set<Integer> reached) {
    var around = List.copyOf(reached);
    for (var i = 1; i < around.size(); i++) {
      edges.add(new int[] {around.get(i - 1), around.get(i)});
    }
    if (around.size() >= LEAST) {
      edges.add(new int[] {around.getLast(), around.getFirst()});
    }
  }

  private static void pairs(Set<Integer> reached, double weight, Map<Long, Double> weights) {
    if (weight <= 0) {
      return;
    }
    var those = List.copyOf(reached);
    for (var i = 0; i < those.size(); i++) {
      for (var j = i + 1; j < those.size(); j++) {
        weights.merge(pair(those.get(i), those.get(j)), weight, Double::sum);
      }
    }
  }

  private static long pair(int one, int other) {
    return (long) Math.min(one, other) << 32 | Math.max(one, other);
  }

  /** With one mark more for its person, so that few of her cases still tell that they are hers. */
  private Sighting owned(int place) {
    var first = sightings.get(own.get(people.of(place)).getFirst());
    return sightings.get(place).of("all of " + first.id());
  }

  /** The sightings of {@code block} that share something with another person's in it. */
  private List<Sighting> members(BitSet block) {
    var inside = new TreeSet<Integer>();
    block.stream().forEach(person -> inside.addAll(own.get(person)));
    var reached = new HashMap<String, Integer>();
    for (var sighting : inside) {
      var person = people.of(sighting);
      for (var trace : sightings.get(sighting).traces().keySet()) {
        reached.merge(trace, person, (one, other) -> one.equals(other) ? one : SEVERAL);
      }
    }
    return inside.stream()
        .filter(sighting ->
            sightings.get(sighting).traces().keySet().stream()
                    .anyMatch(trace -> reached.getOrDefault(trace, 0) == SEVERAL)
                || akin.getOrDefault(sighting, List.of()).stream().anyMatch(inside::contains))
        .map(this::owned)
        .toList();
  }
}
