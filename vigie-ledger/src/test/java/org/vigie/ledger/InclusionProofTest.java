package org.vigie.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** One test a step of RFC 9162, section 2.1.3.2. */
class InclusionProofTest {

  private static final MerkleTree TREE = ReferenceTree.ofSize(5);

  @Test
  void S_71_step_1_refuses_an_index_outside_the_tree() {
    assertThatThrownBy(() -> new InclusionProof(8, 8, List.of()))
        .hasMessage("Leaf 8 is not in a tree of 8");
    assertThatThrownBy(() -> new InclusionProof(-1, 8, List.of())).hasMessageContaining("Leaf -1");
    assertThatThrownBy(() -> new InclusionProof(0, 0, List.of())).hasMessageContaining("tree of 0");
  }

  @Test
  void S_71_step_4_1_refuses_a_path_too_long() {
    var leaf = Hash.ofLeaf("entry");

    assertThat(new InclusionProof(0, 1, List.of(leaf)).verifies(leaf, Hash.ofNode(leaf, leaf)))
        .isFalse();
  }

  @Test
  void S_71_step_4_2_puts_a_right_child_on_the_right() {
    var left = Hash.ofLeaf("l");
    var right = Hash.ofLeaf("r");
    var root = Hash.ofNode(left, right);

    assertThat(new InclusionProof(1, 2, List.of(left)).verifies(right, root)).isTrue();
    assertThat(new InclusionProof(0, 2, List.of(left)).verifies(right, root)).isFalse();
    assertThat(new InclusionProof(1, 2, List.of(right)).verifies(left, root)).isFalse();
  }

  @Test
  void S_71_step_4_2_b_climbs_past_missing_siblings() {
    var proof = TREE.prove(4);

    assertThat(proof.path()).hasSize(1);
    assertThat(proof.verifies(TREE.leaf(4), TREE.root())).isTrue();
    assertThat(LongStream.range(0, 4))
        .noneMatch(i -> new InclusionProof(i, 5, proof.path()).verifies(TREE.leaf(4), TREE.root()));
  }

  @Test
  void S_71_step_5_refuses_a_path_cut_short() {
    var tree = ReferenceTree.ofSize(8);
    var proof = tree.prove(5);
    var inner = Hash.ofNode(tree.leaf(4), tree.leaf(5));

    assertThat(new InclusionProof(5, 8, proof.path().subList(0, 1)).verifies(tree.leaf(5), inner))
        .isFalse();
  }

  @Test
  void S_71_step_5_refuses_the_same_leaf_as_one_of_a_larger_tree() {
    var tree = ReferenceTree.ofSize(2);
    var path = tree.prove(0).path();

    assertThat(new InclusionProof(0, 4, path).verifies(tree.leaf(0), tree.root())).isFalse();
    assertThat(new InclusionProof(4, 8, path).verifies(tree.leaf(0), tree.root())).isFalse();
  }

  @Test
  void S_71_step_5_refuses_another_root() {
    assertThat(TREE.prove(1).verifies(TREE.leaf(1), Hash.ofLeaf("root"))).isFalse();
  }

  @Test
  void S_71_refuses_a_path_in_another_order() {
    var tree = ReferenceTree.ofSize(8);
    var path = new ArrayList<>(tree.prove(5).path());
    Collections.swap(path, 0, 1);

    assertThat(new InclusionProof(5, 8, path).verifies(tree.leaf(5), tree.root())).isFalse();
  }

  @Test
  void refuses_a_path_no_tree_can_have() {
    var path = IntStream.range(0, 64).mapToObj(i -> Hash.ofNothing()).toList();

    assertThatThrownBy(() -> new InclusionProof(0, 1, path)).hasMessageContaining("64 hashes");
    assertThat(new InclusionProof(0, Long.MAX_VALUE, path.subList(0, 63)).path()).hasSize(63);
  }

  @Test
  void of_a_lone_leaf_has_no_path() {
    var leaf = Hash.ofLeaf("alone");

    assertThat(new InclusionProof(0, 1, List.of()).verifies(leaf, leaf)).isTrue();
  }
}
