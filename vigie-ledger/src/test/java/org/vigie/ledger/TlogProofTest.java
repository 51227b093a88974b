package org.vigie.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TlogProofTest {

  private static final List<LeafCommitment> ENTRIES =
      Stream.generate(() -> LeafCommitment.dummy(new SecureRandom())).limit(20).toList();
  private static final MerkleTree TREE =
      MerkleTree.of(ENTRIES.stream().map(LeafCommitment::leaf).toList());
  private static final List<NoteKey> KEYS = List.of(Signers.log().key());

  @Test
  void S_71_proves_its_entry_and_no_other() throws LedgerRefused {
    var proof = TlogProof.parse(proof(17, Signers.log(), TREE).text());

    assertThat(proof.verify(ENTRIES.get(17), KEYS)).hasSize(1);
    assertRefused("ledger.not-in-log", proof, ENTRIES.get(16), KEYS);
  }

  @Test
  void S_71_is_refused_with_the_checkpoint_of_another_log() throws LedgerRefused {
    var other = Signers.of("other.example/custody/1", SignatureType.ED25519, 5);
    var crossed = TlogProof.parse(proof(17, other, TREE).text());

    assertRefused("ledger.unknown-key", crossed, ENTRIES.get(17), KEYS);
    var foreign = MerkleTree.of(List.of(Hash.ofLeaf("x"), Hash.ofLeaf("y")));
    var moved = new TlogProof(0, TREE.prove(0).path(), proof(0, Signers.log(), foreign).note());
    assertRefused("ledger.not-in-log", moved, ENTRIES.getFirst(), KEYS);
  }

  @Test
  void is_written_back_as_it_was_read() throws LedgerRefused {
    var text = proof(3, Signers.log(), TREE).text();

    assertThat(TlogProof.parse(text).text()).isEqualTo(text);
    assertThat(text).startsWith("c2sp.org/tlog-proof@v1\nindex 3\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "c2sp.org/tlog-proof@v1\nindex 3\n",
        "c2sp.org/tlog-proof@v2\nindex 0\n\n",
        "c2sp.org/tlog-proof@v1\nindex 03\n\n",
        "c2sp.org/tlog-proof@v1\nextra AAAA\nindex 0\n\n",
        "c2sp.org/tlog-proof@v1\nindex 0\nAAAA\n\n",
        "c2sp.org/tlog-proof@v1\nindex 20\n\n",
      })
  void is_refused_when_malformed(String head) {
    var note = proof(3, Signers.log(), TREE).note().encoded();

    assertThatExceptionOfType(LedgerRefused.class).isThrownBy(() -> TlogProof.parse(head + note));
  }

  @Test
  void S_75_an_entry_without_its_salt_is_tied_to_no_known_content() {
    var manifest = "known content".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    var salt = LeafCommitment.newSalt(new SecureRandom());
    var entry = LeafCommitment.commit(salt, manifest);

    assertThat(LeafCommitment.commit(salt, manifest)).isEqualTo(entry);
    // Who knows the content but not the salt can only guess salts, and nothing cheaper matches.
    assertThat(entry.value())
        .isNotEqualTo(Hash.sha256(manifest))
        .isNotEqualTo(Hash.sha256(new byte[32], manifest));
    for (var i = 0; i < 1000; i++) {
      assertThat(LeafCommitment.commit(LeafCommitment.newSalt(new SecureRandom()), manifest))
          .isNotEqualTo(entry);
    }
  }

  private static TlogProof proof(long index, NoteSigner signer, MerkleTree tree) {
    var text = new Checkpoint(signer.key().name(), tree.size(), tree.root()).text();
    return new TlogProof(
        index,
        tree.prove(index).path(),
        SignedNote.sign(text, List.of(signer), Instant.ofEpochSecond(1_795_310_000)));
  }

  private static void assertRefused(
      String key, TlogProof proof, LeafCommitment entry, List<NoteKey> keys) {
    assertThatExceptionOfType(LedgerRefused.class)
        .isThrownBy(() -> proof.verify(entry, keys))
        .satisfies(refused -> assertThat(refused.key()).isEqualTo(key));
  }
}
