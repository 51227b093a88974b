package org.vigie.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.testkit.Trials.forAll;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MerkleTreePropertyTest {

  @Test
  void S_71_proves_every_leaf_and_no_other() {
    forAll(
        300,
        (random, size) -> {
          var tree = anyTree(random, size);
          var index = random.nextInt(size);
          var proof = tree.prove(index);

          assertThat(proof.verifies(tree.leaf(index), tree.root())).isTrue();
          assertThat(proof.verifies(anyLeaf(random), tree.root())).isFalse();
          var elsewhere = random.nextInt(size);
          if (elsewhere != index) {
            assertThat(proof.verifies(tree.leaf(elsewhere), tree.root())).isFalse();
            assertThat(
                    new InclusionProof(elsewhere, size, proof.path())
                        .verifies(tree.leaf(index), tree.root()))
                .isFalse();
          }
        });
  }

  @Test
  void S_71_is_consistent_with_its_past_and_no_other() {
    forAll(
        300,
        (random, size) -> {
          var tree = anyTree(random, size);
          var from = 1 + random.nextInt(size);
          var proof = tree.consistency(from, size);

          assertThat(proof.verifies(tree.root(from), tree.root())).isTrue();
          assertThat(proof.verifies(anyLeaf(random), tree.root())).isFalse();
          assertThat(proof.verifies(tree.root(from), anyLeaf(random))).isFalse();
        });
  }

  @Test
  void S_71_reordering_changes_the_root() {
    forAll(
        60,
        (random, size) -> {
          var leaves = new ArrayList<>(leaves(random, size + 1));
          var root = MerkleTree.of(leaves).root();
          var a = random.nextInt(leaves.size());
          var b = random.nextInt(leaves.size());
          Collections.swap(leaves, a, b);

          assertThat(MerkleTree.of(leaves).root().equals(root)).isEqualTo(a == b);
        });
  }

  private static MerkleTree anyTree(RandomGenerator random, int size) {
    return MerkleTree.of(leaves(random, size));
  }

  private static List<Hash> leaves(RandomGenerator random, int size) {
    return Stream.generate(() -> anyLeaf(random)).limit(size).toList();
  }

  private static Hash anyLeaf(RandomGenerator random) {
    var entry = new byte[16];
    random.nextBytes(entry);
    return Hash.ofLeaf(entry);
  }
}
