package org.vigie.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WitnessTest {

  private static final Instant NOW = Instant.ofEpochSecond(1_795_310_000);
  private static final MerkleTree TREE = ReferenceTree.ofSize(8);
  private static final NoteSigner LOG = Signers.log();

  private final NoteSigner cosigner =
      Signers.of("witness.example/w1", SignatureType.ML_DSA_44_COSIGNATURE, 9);
  private final Witness witness = new Witness(cosigner, LOG.key(), null);

  @BeforeEach
  void has_cosigned_five_entries() throws LedgerRefused {
    witness.cosign(note(5, TREE.root(5)), TREE.consistency(0, 5), NOW);
  }

  @Test
  void cosigns_what_extends_the_last_checkpoint() throws LedgerRefused {
    var note = note(8, TREE.root(8));
    var line = witness.cosign(note, TREE.consistency(5, 8), NOW);

    assertThat(note.with(List.of(line)).verify(List.of(LOG.key(), cosigner.key()))).hasSize(2);
    assertThat(witness.last()).isEqualTo(note.checkpoint());
  }

  @Test
  void S_72_refuses_a_second_history_of_the_same_size() {
    assertRefused("ledger.split-view", note(5, Hash.ofLeaf("other")), TREE.consistency(5, 5));
  }

  @Test
  void S_72_refuses_a_second_history_of_a_larger_size() {
    assertRefused("ledger.inconsistent", note(8, Hash.ofLeaf("other")), TREE.consistency(5, 8));
    assertRefused("ledger.inconsistent", note(8, TREE.root(8)), TREE.consistency(4, 8));
  }

  @Test
  void refuses_a_log_that_shrank_another_log_and_another_key() {
    assertRefused("ledger.rolled-back", note(4, TREE.root(4)), TREE.consistency(4, 4));
    assertRefused(
        "ledger.another-log",
        SignedNote.sign(
            new Checkpoint("another.example/log", 8, TREE.root(8)).text(), List.of(LOG), NOW),
        TREE.consistency(5, 8));
    assertRefused(
        "ledger.unknown-key",
        SignedNote.sign(
            new Checkpoint(Signers.ORIGIN, 8, TREE.root(8)).text(), List.of(cosigner), NOW),
        TREE.consistency(5, 8));
  }

  private void assertRefused(String key, SignedNote note, ConsistencyProof proof) {
    assertThatExceptionOfType(LedgerRefused.class)
        .isThrownBy(() -> witness.cosign(note, proof, NOW))
        .satisfies(refused -> assertThat(refused.key()).isEqualTo(key));
  }

  private static SignedNote note(long size, Hash root) {
    return SignedNote.sign(new Checkpoint(Signers.ORIGIN, size, root).text(), List.of(LOG), NOW);
  }
}
