package org.vigie.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Checkpoints of public test logs of Certificate Transparency that public witnesses cosigned with
 * programs of their own: what our signer writes must be what others write. As published by the logs
 * (c2sp.org/static-ct-api) in 2026, with the keys that the operators of the witnesses publish;
 * collected with other examples in the tests of github.com/florolf/tlog-scales.
 */
class ForeignCosignaturesTest {

  private static final Instant FOUR_WITNESSES = Instant.parse("2026-05-23T21:50:24Z");
  private static final Instant ONE_WITNESS = Instant.parse("2026-08-02T21:04:51Z");

  private static String read(String name) throws IOException {
    try (var in = ForeignCosignaturesTest.class.getResourceAsStream("cosigned/" + name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
    }
  }

  private static List<NoteKey> keys(String name) throws IOException, LedgerRefused {
    var keys = new ArrayList<NoteKey>();
    for (var line : read(name).lines().toList()) {
      keys.add(NoteKey.parse(line));
    }
    return keys;
  }

  @Test
  void of_four_witnesses_hold_with_their_time() throws Exception {
    var note = SignedNote.parse(read("ed25519.note"));

    var attestations = note.verify(keys("ed25519.vkeys"));

    assertThat(note.checkpoint().size()).isEqualTo(1_432_088_532L);
    assertThat(attestations)
        .extracting(attestation -> attestation.key().type())
        .containsExactly(
            SignatureType.ED25519,
            SignatureType.ED25519_COSIGNATURE,
            SignatureType.ED25519_COSIGNATURE,
            SignatureType.ED25519_COSIGNATURE,
            SignatureType.ED25519_COSIGNATURE);
    assertThat(attestations.stream().map(SignedNote.Attestation::at).flatMap(Optional::stream))
        .hasSize(4)
        .containsOnly(FOUR_WITNESSES);
  }

  @Test
  void of_one_witness_with_both_its_keys_hold_with_their_time() throws Exception {
    var attestations = SignedNote.parse(read("ml-dsa.note")).verify(keys("ml-dsa.vkeys"));

    assertThat(attestations)
        .extracting(attestation -> attestation.key().type())
        .containsExactly(SignatureType.ED25519_COSIGNATURE, SignatureType.ML_DSA_44_COSIGNATURE);
    assertThat(attestations)
        .extracting(SignedNote.Attestation::at)
        .containsOnly(Optional.of(ONE_WITNESS));
  }

  @Test
  void do_not_hold_for_another_size() throws Exception {
    for (var name : List.of("ed25519", "ml-dsa")) {
      var note = read(name + ".note");
      var size = SignedNote.parse(note).checkpoint().size();
      var altered = SignedNote.parse(note.replace("\n" + size + "\n", "\n" + (size - 1) + "\n"));

      for (var key : keys(name + ".vkeys")) {
        assertThatExceptionOfType(LedgerRefused.class)
            .as(key.toString())
            .isThrownBy(() -> altered.verify(List.of(key)))
            .satisfies(refused -> assertThat(refused.key()).isEqualTo("ledger.bad-signature"));
      }
    }
  }

  @Test
  void keep_the_spelling_of_notes_and_keys() throws Exception {
    for (var name : List.of("ed25519", "ml-dsa")) {
      var note = read(name + ".note");

      assertThat(SignedNote.parse(note).encoded()).isEqualTo(note);
      assertThat(keys(name + ".vkeys").stream().map(NoteKey::text))
          .containsExactlyElementsOf(read(name + ".vkeys").lines().toList());
    }
  }
}
