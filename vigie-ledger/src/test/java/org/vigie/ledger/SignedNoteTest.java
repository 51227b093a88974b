package org.vigie.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignedNoteTest {

  /** The example of c2sp.org/signed-note. */
  private static final String VKEY =
      "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";

  private static final String NOTE =
      "This is an example message.\n\n"
          + "\u2014 example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZX"
          + "sYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n";

  private static final Instant NOW = Instant.ofEpochSecond(1_795_310_000);
  private static final String TEXT =
      new Checkpoint(Signers.ORIGIN, 8, ReferenceTree.ofSize(8).root()).text();

  @Test
  void S_71_accepts_the_C2SP_example_and_no_other_text() throws LedgerRefused {
    var keys = List.of(NoteKey.parse(VKEY));
    var altered = SignedNote.parse(NOTE.replace("message", "massage"));

    assertThat(SignedNote.parse(NOTE).verify(keys)).hasSize(1);
    assertRefused("ledger.bad-signature", () -> altered.verify(keys));
  }

  @Test
  void is_written_back_as_it_was_read() throws LedgerRefused {
    assertThat(SignedNote.parse(NOTE).encoded()).isEqualTo(NOTE);
    assertThat(NoteKey.parse(VKEY).text()).isEqualTo(VKEY);
  }

  @ParameterizedTest
  @EnumSource
  void verifies_every_kind_of_signature_and_its_time(SignatureType type) throws LedgerRefused {
    var signer = Signers.of("witness.example/w1", type, 7);
    var note = SignedNote.parse(SignedNote.sign(TEXT, List.of(signer), NOW).encoded());
    var key = NoteKey.parse(signer.key().text());

    var attestation = note.verify(List.of(key)).getFirst();

    assertThat(attestation.key()).isEqualTo(signer.key()).hasSameHashCodeAs(signer.key());
    assertThat(attestation.at().isPresent()).isEqualTo(type != SignatureType.ED25519);
    attestation.at().ifPresent(at -> assertThat(at).isEqualTo(NOW));
  }

  @ParameterizedTest
  @EnumSource
  void refuses_every_kind_of_signature_moved_to_another_text(SignatureType type) {
    var signer = Signers.of("witness.example/w1", type, 7);
    var other = new Checkpoint(Signers.ORIGIN, 7, ReferenceTree.ofSize(7).root()).text();
    var moved = new SignedNote(other, List.of(signer.sign(TEXT, NOW)));

    assertRefused("ledger.bad-signature", () -> moved.verify(List.of(signer.key())));
  }

  @Test
  void passes_over_unknown_keys_but_needs_one_known() throws LedgerRefused {
    var witness = Signers.of("witness.example/w1", SignatureType.ED25519_COSIGNATURE, 2);
    var note = SignedNote.sign(TEXT, List.of(Signers.log(), witness), NOW);

    assertThat(note.verify(List.of(Signers.log().key()))).hasSize(1);
    assertThat(note.verify(List.of(Signers.log().key(), witness.key()))).hasSize(2);
    assertRefused("ledger.unknown-key", () -> note.verify(List.of(NoteKey.parse(VKEY))));
  }

  @Test
  void refuses_the_whole_note_when_one_known_signature_fails() {
    var log = Signers.log();
    var witness = Signers.of("witness.example/w1", SignatureType.ED25519_COSIGNATURE, 2);
    var other = new Checkpoint(Signers.ORIGIN, 9, Hash.ofNothing()).text();
    var note = new SignedNote(TEXT, List.of(log.sign(TEXT, NOW), witness.sign(other, NOW)));

    assertRefused("ledger.bad-signature", () -> note.verify(List.of(log.key(), witness.key())));
  }

  @Test
  void ties_a_cosignature_to_its_time() throws LedgerRefused {
    var witness = Signers.of("witness.example/w1", SignatureType.ED25519_COSIGNATURE, 2);
    var bytes = java.util.Base64.getDecoder().decode(witness.sign(TEXT, NOW).base64());
    bytes[11] ^= 1;
    var moved = java.util.Base64.getEncoder().encodeToString(bytes);
    var note = new SignedNote(TEXT, List.of(new NoteSignature("witness.example/w1", moved)));

    assertRefused("ledger.bad-signature", () -> note.verify(List.of(witness.key())));
  }

  @Test
  void signs_by_the_same_seed_with_the_same_key() {
    for (var type : SignatureType.values()) {
      assertThat(Signers.of("a", type, 3).key()).isEqualTo(Signers.of("a", type, 3).key());
      assertThat(Signers.of("a", type, 3).key()).isNotEqualTo(Signers.of("a", type, 4).key());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "text\n",
        "text\n\n",
        "text\n\nno dash AAAAAAAA\n",
        "text\n\n\u2014 name AAAA\n",
        "text\n\n\u2014 na+me AAAAAAAA\n",
        "text\n\n\u2014 name AAAAAAAA",
        "te\u0001xt\n\n\u2014 name AAAAAAAA\n",
        "text\n\n\u2014 name AAAAAAA\n",
        "text\n\n\u2014  AAAAAAAA\n",
        "text\n\n\u2014 nameAAAAAAAA\n",
      })
  void is_refused_when_malformed(String text) {
    assertRefused("ledger.malformed-note", () -> SignedNote.parse(text));
  }

  @Test
  void is_refused_with_too_many_signatures_or_too_long() {
    var line = "\u2014 name AAAAAAAA\n";

    assertRefused("ledger.malformed-note", () -> SignedNote.parse("text\n\n" + line.repeat(33)));
    assertRefused(
        "ledger.malformed-note",
        () -> SignedNote.parse("x".repeat(SignedNote.MAX_LENGTH) + "\n\n" + line));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "example.com/foo+530d903a",
        "example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
        "example.com/fob+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
        "example.com/foo+530d903a+CekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
        "example.com/foo+530d903a+AQ==",
        "exam ple+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
      })
  void refuses_malformed_keys(String vkey) {
    assertRefused("ledger.malformed-key", () -> NoteKey.parse(vkey));
  }

  @Test
  void refuses_malformed_checkpoints() {
    var root = ReferenceTree.ofSize(8).root().base64();
    Stream.of(
            "",
            "o\n8\n" + root,
            "o\n08\n" + root + "\n",
            "o\n-8\n" + root + "\n",
            "o\n9223372036854775808\n" + root + "\n",
            "\n8\n" + root + "\n",
            "o\n8\nAAAA\n",
            "o\n8\n" + root + "\nextension\n")
        .forEach(
            text -> assertRefused("ledger.malformed-checkpoint", () -> Checkpoint.parse(text)));
  }

  private static void assertRefused(
      String key, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    assertThatExceptionOfType(LedgerRefused.class)
        .isThrownBy(call)
        .satisfies(refused -> assertThat(refused.key()).isEqualTo(key));
  }
}
