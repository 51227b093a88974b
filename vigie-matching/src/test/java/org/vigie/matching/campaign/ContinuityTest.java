package org.vigie.matching.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.vigie.matching.campaign.Continuity.Named;
import org.vigie.testkit.Trials;

class ContinuityTest {

  @Test
  void a_group_that_grows_or_loses_members_keeps_its_number() {
    var named =
        Continuity.of(
            Map.of(4, Set.of("a", "b", "c")),
            List.of(Set.of("b", "c", "d", "e")),
            /* highest= */ 4);
    assertThat(named)
        .containsExactly(new Named(4, Set.of("b", "c", "d", "e"), List.of(), /* from= */ 0));
  }

  @Test
  void of_two_that_became_one_the_larger_gives_the_number() {
    var named =
        Continuity.of(
            Map.of(1, Set.of("a", "b"), 2, Set.of("c", "d", "e")),
            List.of(Set.of("a", "b", "c", "d", "e", "f")),
            2);
    assertThat(named.getFirst().number()).isEqualTo(2);
    assertThat(named.getFirst().merged()).containsExactly(1);
  }

  @Test
  void of_one_that_became_two_the_larger_part_keeps_the_number_and_the_other_says_from_where() {
    var named =
        Continuity.of(
            Map.of(1, Set.of("a", "b", "c", "d", "e")),
            List.of(Set.of("a", "b"), Set.of("c", "d", "e")),
            1);
    assertThat(named)
        .containsExactly(
            new Named(2, Set.of("a", "b"), List.of(), /* from= */ 1),
            new Named(1, Set.of("c", "d", "e"), List.of(), /* from= */ 0));
  }

  @Test
  void a_number_is_never_used_again() {
    var named = Continuity.of(Map.of(), List.of(Set.of("x")), 7);
    assertThat(named.getFirst().number()).isEqualTo(8);
  }

  @Test
  void groups_that_only_grow_keep_their_numbers_whatever_comes_beside_them() {
    Trials.forAll(
        30,
        (random, size) -> {
          var before = new TreeMap<Integer, Set<String>>();
          var today = new ArrayList<Set<String>>();
          for (var i = 1; i <= size; i++) {
            var members = new HashSet<String>();
            for (var left = 1 + random.nextInt(5); left > 0; left--) {
              members.add(i + "/" + left);
            }
            before.put(i, Set.copyOf(members));
            members.add(i + "/new");
            today.add(members);
          }
          today.add(random.nextInt(today.size() + 1), Set.of("quite new"));
          for (var named : Continuity.of(before, today, size)) {
            var old = before.get(named.number());
            assertThat(old == null || named.members().containsAll(old)).isTrue();
            assertThat(named.merged()).isEmpty();
          }
        });
  }
}
