package org.vigie.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.ledger.store.MemoryLogStore;

class WitnessTest {

  private static final Instant NOW = Instant.ofEpochSecond(1_795_310_000);
  private static final MerkleTree TREE = ReferenceTree.ofSize(8);
  private static final MerkleTree FORK = fork();
  private static final NoteSigner LOG = Signers.log();
  private static final NoteSigner COSIGNER =
      Signers.of("witness.example/w1", SignatureType.ED25519_COSIGNATURE, 9);

  private final MemoryLogStore store = new MemoryLogStore();
  private Witness witness = open();

  /** The same first four entries, then others. */
  private static MerkleTree fork() {
    var leaves = new ArrayList<Hash>();
    for (var i = 0; i < 8; i++) {
      var bytes = HexFormat.of().parseHex(ReferenceTree.LEAVES.get(i));
      leaves.add(i < 4 ? Hash.ofLeaf(bytes) : Hash.ofLeaf("another " + i));
    }
    return MerkleTree.of(leaves);
  }

  private Witness open() {
    try {
      return Witness.open(COSIGNER, store, () -> NOW);
    } catch (LedgerRefused impossible) {
      throw new AssertionError(impossible);
    }
  }

  @BeforeEach
  void has_cosigned_five_entries() throws LedgerRefused {
    witness.watch(LOG.key());
    assertThat(ask(TREE, 0, 5)).isInstanceOf(WitnessAnswer.Cosigned.class);
  }

  @Test
  void cosigns_what_extends_the_last_checkpoint() throws LedgerRefused {
    var request = request(TREE, 5, 8);
    var answer = (WitnessAnswer.Cosigned) witness.answer(request);

    var note = request.note().with(List.of(answer.line()));
    assertThat(note.verify(List.of(LOG.key(), COSIGNER.key())))
        .hasSize(2)
        .last()
        .satisfies(by -> assertThat(by.at()).contains(NOW));
    assertThat(last()).isEqualTo(note);
    // The same again, from where it now stands: a log that lost the answer gets another.
    assertThat(ask(TREE, 8, 8)).isInstanceOf(WitnessAnswer.Cosigned.class);
  }

  @Test
  void says_from_memory_where_a_log_stands_that_lost_an_answer_and_nothing_else()
      throws LedgerRefused {
    var lost = (WitnessAnswer.Cosigned) ask(TREE, 5, 7);

    assertThat(witness.remembered(request(TREE, 5, 7)))
        .contains(new WitnessAnswer.Conflict(7, last()));
    assertThat(witness.remembered(request(TREE, 5, 8)))
        .contains(new WitnessAnswer.Conflict(7, last()));
    assertThat(witness.remembered(request(TREE, 7, 7))).contains(lost);
    assertThat(witness.remembered(request(TREE, 7, 8))).as("has to be kept").isEmpty();
    assertThat(witness.remembered(request(FORK, 5, 7))).as("another history").isEmpty();
    assertThat(witness.remembered(new WitnessRequest(8, List.of(), note(TREE, 7)))).isEmpty();
    var stranger = Signers.of(Signers.ORIGIN, SignatureType.ED25519, 4);
    assertThat(witness.remembered(signed(Signers.ORIGIN, stranger, 8))).isEmpty();
    assertThat(witness.remembered(signed("another.example/log", LOG, 8))).isEmpty();
    witness = open();
    assertThat(witness.remembered(request(TREE, 7, 7))).as("after a restart").contains(lost);
    assertThat(splits()).isEmpty();
    witness.leave(LOG.key());
    assertThat(witness.remembered(request(TREE, 7, 7))).isEmpty();
  }

  @Test
  void S_72_two_checkpoints_of_one_size_are_refused_and_kept_as_proof() throws LedgerRefused {
    var answer = (WitnessAnswer.Conflict) ask(FORK, 5, 5);

    assertThat(answer.size()).isEqualTo(5);
    assertThat(answer.kept()).isEqualTo(last());
    var split = splits().getFirst();
    assertThat(split.holds()).isTrue();
    assertThat(split.first().checkpoint().splitsFrom(split.second().checkpoint())).isTrue();
    ask(FORK, 5, 5);
    assertThat(splits()).as("once").hasSize(1);
  }

  @Test
  void S_72_a_second_history_of_a_larger_size_is_proved_by_its_own_proof() throws LedgerRefused {
    var answer = (WitnessAnswer.Inconsistent) ask(FORK, 5, 8);

    assertThat(answer.kept()).isEqualTo(last());
    var split = splits().getFirst();
    assertThat(split.holds()).isTrue();
    assertThat(SplitProof.parse(split.text())).isEqualTo(split);
    assertThat(ask(TREE, 5, 8)).isInstanceOf(WitnessAnswer.Cosigned.class);
  }

  @Test
  void S_72_a_size_cosigned_before_is_still_remembered() throws LedgerRefused {
    ask(TREE, 5, 8);

    assertThat(ask(FORK, 0, 5)).isInstanceOf(WitnessAnswer.Conflict.class);
    assertThat(splits()).hasSize(1);
  }

  @Test
  void a_proof_that_is_none_and_an_old_checkpoint_accuse_nobody() throws LedgerRefused {
    var nothing = new WitnessRequest(5, List.of(), note(FORK, 8));
    assertThat(witness.answer(nothing)).isInstanceOf(WitnessAnswer.Inconsistent.class);
    var rubbish = new WitnessRequest(5, TREE.consistency(5, 8).path(), note(FORK, 8));
    assertThat(witness.answer(rubbish)).isInstanceOf(WitnessAnswer.Inconsistent.class);
    assertThat(((WitnessAnswer.Conflict) ask(TREE, 3, 4)).size()).isEqualTo(5);
    assertThat(splits()).isEmpty();
  }

  @Test
  void answers_in_the_order_of_the_specification() throws LedgerRefused {
    assertThat(witness.answer(signed("another.example/log", LOG, 8)))
        .isInstanceOf(WitnessAnswer.UnknownLog.class);
    var stranger = Signers.of(Signers.ORIGIN, SignatureType.ED25519, 4);
    assertThat(witness.answer(signed(Signers.ORIGIN, stranger, 8)))
        .isInstanceOf(WitnessAnswer.Untrusted.class);
    assertThat(witness.answer(new WitnessRequest(9, List.of(), note(TREE, 8))))
        .isInstanceOf(WitnessAnswer.BadSizes.class);
    assertThat(ask(TREE, 6, 8)).isEqualTo(new WitnessAnswer.Conflict(5, last()));
    witness.leave(LOG.key());
    assertThat(ask(TREE, 5, 8)).isInstanceOf(WitnessAnswer.UnknownLog.class);
  }

  @Test
  void S_72_what_it_cosigned_is_remembered_after_a_restart_and_after_a_pause()
      throws LedgerRefused {
    witness = open();
    assertThat(ask(FORK, 5, 5)).isInstanceOf(WitnessAnswer.Conflict.class);
    witness.leave(LOG.key());
    witness = open();
    witness.watch(LOG.key());
    assertThat(ask(FORK, 0, 5)).isInstanceOf(WitnessAnswer.Conflict.class);
    witness = open();
    assertThat(splits()).hasSize(1);
    assertThat(last().checkpoint().root()).isEqualTo(TREE.root(5));
    var other = Signers.of(Signers.ORIGIN, SignatureType.ED25519, 4);
    assertThatExceptionOfType(LedgerRefused.class).isThrownBy(() -> witness.watch(other.key()));
  }

  @Test
  void S_09_nothing_is_signed_that_could_not_be_kept() throws LedgerRefused {
    var broken = new Broken(store);
    var unlucky = Witness.open(COSIGNER, broken, () -> NOW);
    broken.fails = true;
    assertThatThrownBy(() -> unlucky.answer(request(TREE, 5, 8)))
        .isInstanceOf(UncheckedIOException.class);
    broken.fails = false;
    assertThat(unlucky.logs().getFirst().last().orElseThrow().checkpoint().size()).isEqualTo(5);
    assertThat(open().logs().getFirst().last().orElseThrow().checkpoint().size()).isEqualTo(5);
  }

  @Test
  void a_proof_of_two_histories_cannot_be_made_of_one() throws LedgerRefused {
    var path = TREE.consistency(5, 8).path();
    assertThat(new SplitProof(LOG.key(), note(TREE, 5), note(TREE, 8), path).holds()).isFalse();
    assertThat(new SplitProof(LOG.key(), note(TREE, 8), note(TREE, 8), List.of()).holds())
        .isFalse();
    var forged = new SplitProof(COSIGNER.key(), note(TREE, 8), note(FORK, 8), List.of());
    assertThatExceptionOfType(LedgerRefused.class).isThrownBy(forged::holds);
  }

  @Test
  void a_request_is_read_in_one_spelling_only() throws LedgerRefused {
    var request = request(TREE, 5, 8);
    var text = request.encoded();
    assertThat(WitnessRequest.parse(text)).isEqualTo(request);
    for (var other :
        List.of(
            "",
            "old 5",
            text.replace("old 5", "old 05"),
            text.replace("old 5", "old -5"),
            text.replace("old 5", "new 5"),
            text.replace("old 5\n", "old 5\r\n"),
            text.replaceFirst("=\n", "\n"),
            text.replaceFirst("\n\n", "\nAAAA\n\n"),
            text.strip(),
            "old 5\n" + (Hash.ofNothing().base64() + "\n").repeat(64) + "\n" + text,
            text + "x".repeat(WitnessRequest.MAX_LENGTH))) {
      assertThatExceptionOfType(LedgerRefused.class)
          .as(other)
          .isThrownBy(() -> WitnessRequest.parse(other));
    }
  }

  private SignedNote last() {
    return witness.logs().getFirst().last().orElseThrow();
  }

  private List<SplitProof> splits() {
    return witness.logs().getFirst().splits();
  }

  private WitnessAnswer ask(MerkleTree tree, long old, long size) {
    return witness.answer(request(tree, old, size));
  }

  private static WitnessRequest request(MerkleTree tree, long old, long size) {
    return new WitnessRequest(old, tree.consistency(old, size).path(), note(tree, size));
  }

  private static SignedNote note(MerkleTree tree, long size) {
    var text = new Checkpoint(Signers.ORIGIN, size, tree.root(size)).text();
    return SignedNote.sign(text, List.of(LOG), NOW);
  }

  private static WitnessRequest signed(String origin, NoteSigner by, long size) {
    var text = new Checkpoint(origin, size, TREE.root(size)).text();
    return new WitnessRequest(5, List.of(), SignedNote.sign(text, List.of(by), NOW));
  }

  /** A disk that can fail. */
  private static final class Broken implements LogStore {

    private final LogStore disk;
    private boolean fails;

    Broken(LogStore disk) {
      this.disk = disk;
    }

    @Override
    public Optional<byte[]> read(String path) {
      return disk.read(path);
    }

    @Override
    public void write(String path, byte[] content) {
      if (fails) {
        throw new UncheckedIOException(new IOException("full"));
      }
      disk.write(path, content);
    }

    @Override
    public void remove(String path) {
      disk.remove(path);
    }
  }
}
