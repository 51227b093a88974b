package org.vigie.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MerkleTreeTest {

  @Test
  void S_71_has_the_roots_of_the_Certificate_Transparency_reference_tests() {
    var whole = ReferenceTree.ofSize(8);
    for (var size = 0; size <= 8; size++) {
      assertThat(ReferenceTree.ofSize(size).root()).hasToString(ReferenceTree.ROOTS.get(size));
      assertThat(whole.root(size)).hasToString(ReferenceTree.ROOTS.get(size));
    }
  }

  @Test
  void proves_every_leaf_of_every_reference_tree() {
    for (var size = 1; size <= 8; size++) {
      var tree = ReferenceTree.ofSize(size);
      for (var index = 0; index < size; index++) {
        assertThat(tree.prove(index).verifies(tree.leaf(index), tree.root())).isTrue();
      }
    }
  }

  @Test
  void proves_what_it_was_when_smaller() {
    var tree = ReferenceTree.ofSize(8);

    assertThat(tree.prove(2, 5).verifies(tree.leaf(2), tree.root(5))).isTrue();
    assertThat(tree.prove(2, 5).verifies(tree.leaf(2), tree.root(8))).isFalse();
  }

  @Test
  void knows_nothing_of_a_future_size() {
    assertThatThrownBy(() -> ReferenceTree.ofSize(3).root(4)).hasMessageContaining("never had 4");
    assertThatThrownBy(() -> ReferenceTree.ofSize(3).leaf(3)).hasMessageContaining("among 3");
  }
}
