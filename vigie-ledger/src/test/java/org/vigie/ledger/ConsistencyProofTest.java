package org.vigie.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** One test a step of RFC 9162, section 2.1.4.2. */
class ConsistencyProofTest {

  private static final MerkleTree TREE = ReferenceTree.ofSize(8);

  @Test
  void S_71_holds_between_all_sizes_of_the_reference_tree() {
    for (var to = 0; to <= 8; to++) {
      for (var from = 0; from <= to; from++) {
        assertThat(TREE.consistency(from, to).verifies(TREE.root(from), TREE.root(to))).isTrue();
      }
    }
  }

  @Test
  void S_71_step_1_refuses_an_empty_path_between_two_sizes() {
    assertThat(new ConsistencyProof(4, 8, List.of()).verifies(TREE.root(4), TREE.root(8)))
        .isFalse();
  }

  @Test
  void S_71_step_2_needs_the_old_root_itself_for_a_power_of_two() {
    var proof = TREE.consistency(4, 8);

    assertThat(proof.path()).hasSize(1);
    assertThat(proof.verifies(TREE.root(4), TREE.root(8))).isTrue();
    assertThat(proof.verifies(TREE.root(3), TREE.root(8))).isFalse();
  }

  @Test
  void S_71_step_4_skips_the_levels_inside_the_old_tree() {
    var proof = TREE.consistency(6, 8);

    assertThat(proof.verifies(TREE.root(6), TREE.root(8))).isTrue();
    assertThat(new ConsistencyProof(5, 8, proof.path()).verifies(TREE.root(6), TREE.root(8)))
        .isFalse();
  }

  @Test
  void S_71_step_6_1_refuses_a_path_too_long() {
    var path = new ArrayList<>(TREE.consistency(3, 4).path());
    path.add(Hash.ofLeaf("more"));
    var root = Hash.ofNode(TREE.root(4), Hash.ofLeaf("more"));

    assertThat(new ConsistencyProof(3, 4, path).verifies(TREE.root(3), root)).isFalse();
  }

  @Test
  void S_71_step_6_refuses_each_altered_hash_and_another_order() {
    var path = TREE.consistency(7, 8).path();
    for (var i = 0; i < path.size(); i++) {
      var altered = new ArrayList<>(path);
      altered.set(i, Hash.ofLeaf("forged"));
      assertThat(new ConsistencyProof(7, 8, altered).verifies(TREE.root(7), TREE.root(8)))
          .isFalse();
    }
    assertThat(new ConsistencyProof(7, 8, path.reversed()).verifies(TREE.root(7), TREE.root(8)))
        .isFalse();
  }

  @Test
  void S_71_step_7_refuses_another_old_root_and_another_new_root() {
    var proof = TREE.consistency(5, 7);

    assertThat(proof.verifies(TREE.root(5), TREE.root(7))).isTrue();
    assertThat(proof.verifies(TREE.root(4), TREE.root(7))).isFalse();
    assertThat(proof.verifies(TREE.root(5), TREE.root(8))).isFalse();
  }

  @Test
  void S_71_step_7_refuses_a_path_cut_short() {
    var path = TREE.consistency(5, 8).path();

    assertThat(
            new ConsistencyProof(5, 8, path.subList(0, path.size() - 1))
                .verifies(TREE.root(5), TREE.root(8)))
        .isFalse();
  }

  @Test
  void of_equal_sizes_needs_equal_roots_and_no_path() {
    assertThat(new ConsistencyProof(3, 3, List.of()).verifies(TREE.root(3), TREE.root(2)))
        .isFalse();
    assertThat(
            new ConsistencyProof(3, 3, List.of(TREE.leaf(0))).verifies(TREE.root(3), TREE.root(3)))
        .isFalse();
  }

  @Test
  void from_nothing_needs_the_empty_root_and_no_path() {
    assertThat(new ConsistencyProof(0, 3, List.of()).verifies(TREE.root(1), TREE.root(3)))
        .isFalse();
    assertThat(
            new ConsistencyProof(0, 3, List.of(TREE.leaf(0))).verifies(TREE.root(0), TREE.root(3)))
        .isFalse();
  }

  @Test
  void refuses_a_shrinking_tree_and_endless_paths() {
    var path = IntStream.range(0, 127).mapToObj(i -> Hash.ofNothing()).toList();

    assertThatThrownBy(() -> new ConsistencyProof(4, 3, List.of()))
        .hasMessageContaining("does not follow");
    assertThatThrownBy(() -> new ConsistencyProof(3, 4, path)).hasMessageContaining("too long");
  }
}
