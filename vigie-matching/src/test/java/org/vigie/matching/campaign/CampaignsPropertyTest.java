package org.vigie.matching.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.vigie.testkit.Trials;

class CampaignsPropertyTest {

  @Test
  void groups_are_the_same_in_whatever_order_sightings_come() {
    Trials.forAll(
        40,
        (random, size) -> {
          var told = Told.some(random, size);
          var alike = Told.alike(random, told);
          assertThat(Campaigns.of(Told.shuffled(random, told), alike))
              .isEqualTo(Campaigns.of(told, alike));
        });
  }

  @Test
  void a_case_that_shares_nothing_with_a_group_moves_nobody_in_it() {
    Trials.forAll(
        40,
        (random, size) -> {
          var told = new ArrayList<>(Told.some(random, size));
          var alike = Told.alike(random, told);
          var before = Campaigns.of(told, alike);
          var added =
              Told.by(
                  "added",
                  random.nextInt(1 + 2 * size),
                  "+" + random.nextInt(size),
                  "name" + random.nextInt(size));
          told.add(added);
          var after = Campaigns.of(told, alike);
          var near = near(told, alike, added);
          for (var group : before) {
            if (group.stream().noneMatch(sighting -> near.contains(sighting.id()))) {
              assertThat(after).contains(group);
            }
          }
        });
  }

  /** All that hangs together with {@code added} by whatever is shared, however little. */
  private static Set<String> near(List<Sighting> told, List<Likeness> alike, Sighting added) {
    var near = new HashSet<Sighting>(List.of(added));
    for (var grown = true; grown; ) {
      grown = false;
      for (var one : told) {
        for (var other : List.copyOf(near)) {
          if (touch(one, other, alike)) {
            grown |= near.add(one);
          }
        }
      }
    }
    var ids = new TreeSet<String>();
    near.forEach(sighting -> ids.add(sighting.id()));
    return ids;
  }

  private static boolean touch(Sighting one, Sighting other, List<Likeness> alike) {
    return one.traces().keySet().stream().anyMatch(other.traces()::containsKey)
        || one.persons().stream().anyMatch(other.persons()::contains)
        || alike.stream()
            .anyMatch(
                pair -> Set.of(one.id(), other.id()).equals(Set.of(pair.one(), pair.other())));
  }

  @Test
  void blocks_are_those_that_no_single_node_holds_together() {
    Trials.forAll(
        9,
        (random, size) -> {
          var edges = edges(random, size);
          assertThat(new HashSet<>(Blocks.of(size, edges))).isEqualTo(slowly(size, edges));
        });
  }

  private static List<int[]> edges(RandomGenerator random, int size) {
    var edges = new ArrayList<int[]>();
    for (var i = 0; i < size; i++) {
      for (var j = i + 1; j < size; j++) {
        if (random.nextInt(3) == 0) {
          edges.add(new int[] {i, j});
        }
      }
    }
    return edges;
  }

  /** Every set of nodes that hangs together without any one of them, and is in no larger one. */
  private static Set<BitSet> slowly(int size, List<int[]> edges) {
    var whole = new ArrayList<BitSet>();
    for (var bits = 1L; bits < 1L << size; bits++) {
      var set = BitSet.valueOf(new long[] {bits});
      if (set.cardinality() > 1 && holds(set, edges)) {
        whole.add(set);
      }
    }
    var largest = new HashSet<BitSet>();
    for (var set : whole) {
      if (whole.stream().noneMatch(other -> !other.equals(set) && within(set, other))) {
        largest.add(set);
      }
    }
    return largest;
  }

  private static boolean within(BitSet set, BitSet other) {
    var rest = (BitSet) set.clone();
    rest.andNot(other);
    return rest.isEmpty();
  }

  private static boolean holds(BitSet set, List<int[]> edges) {
    if (!connected(set, edges)) {
      return false;
    }
    return set.cardinality() == 2
        || set.stream()
            .allMatch(node -> {
              var rest = (BitSet) set.clone();
              rest.clear(node);
              return connected(rest, edges);
            });
  }

  private static boolean connected(BitSet set, List<int[]> edges) {
    var reached = new BitSet();
    reached.set(set.nextSetBit(0));
    for (var grown = true; grown; ) {
      grown = false;
      for (var edge : edges) {
        if (set.get(edge[0]) && set.get(edge[1]) && reached.get(edge[0]) != reached.get(edge[1])) {
          reached.set(edge[0]);
          reached.set(edge[1]);
          grown = true;
        }
      }
    }
    return reached.equals(set);
  }
}
