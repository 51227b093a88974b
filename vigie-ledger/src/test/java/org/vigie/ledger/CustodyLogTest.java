package org.vigie.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vigie.ledger.store.MemoryLogStore;

class CustodyLogTest {

  private static final SecureRandom RANDOM = new SecureRandom();

  private final MemoryLogStore store = new MemoryLogStore();
  private Instant now = Instant.parse("2026-03-01T00:17:00Z");
  private final CustodyLog log = open();

  @Test
  void begins_with_a_signed_checkpoint_of_nothing() throws LedgerRefused {
    assertThat(log.checkpoint().checkpoint().size()).isZero();
    assertThat(log.checkpoint().verify(log.keys())).hasSize(1);
  }

  @Test
  void publishes_what_was_submitted_and_proves_it() throws LedgerRefused {
    var entry = LeafCommitment.dummy(RANDOM);
    log.submit(entry);
    log.submit(entry);
    assertThat(log.waiting()).isEqualTo(1);
    assertThat(log.find(entry)).isEmpty();

    hour();

    assertThat(log.waiting()).isZero();
    var proof = log.prove(log.find(entry).orElseThrow());
    assertThat(TlogProof.parse(proof.text()).verify(entry, log.keys())).hasSize(1);
    assertThat(log.publishIfDue(PublicationSchedule.HOURLY)).isEmpty();
    log.submit(entry);
    assertThat(log.waiting()).isZero();
  }

  @Test
  void S_74_grows_by_the_same_number_whatever_happened() throws LedgerRefused {
    for (var hour = 0; hour < 20; hour++) {
      IntStream.range(0, hour % 5 * 7).forEach(i -> log.submit(LeafCommitment.dummy(RANDOM)));
      hour();
      assertThat(log.checkpoint().checkpoint().size()).isEqualTo(16L * (hour + 1));
    }
  }

  @Test
  void keeps_the_first_checkpoint_that_covers_an_entry() throws LedgerRefused {
    var entry = LeafCommitment.dummy(RANDOM);
    log.submit(entry);
    hour();
    var first = log.checkpoint();
    hour();
    hour();

    var index = log.find(entry).orElseThrow();
    assertThat(log.proveEarliest(index).note()).isEqualTo(first);
    assertThat(log.proveEarliest(index).verify(entry, log.keys())).isNotEmpty();
    assertThat(log.prove(index).note().checkpoint().size()).isEqualTo(48);
    assertThat(
            log.consistency(16, 48)
                .verifies(first.checkpoint().root(), log.checkpoint().checkpoint().root()))
        .isTrue();
  }

  @Test
  void is_the_same_when_opened_again() throws LedgerRefused {
    var entry = LeafCommitment.dummy(RANDOM);
    IntStream.range(0, 40).forEach(i -> hour());
    log.submit(entry);

    var again = open();

    assertThat(again.checkpoint()).isEqualTo(log.checkpoint());
    assertThat(again.waiting()).isEqualTo(1);
    assertThat(again.lastPublication()).isEqualTo(log.lastPublication());
    assertThat(again.publishIfDue(PublicationSchedule.HOURLY)).isEmpty();
    assertThat(store.read("tile/0/000.p/16")).isEmpty();
    assertThat(store.read("tile/1/000.p/2")).isPresent();
    assertThat(
            again.consistency(16, 640).verifies(root(16), again.checkpoint().checkpoint().root()))
        .isTrue();
  }

  @Test
  void refuses_to_open_damaged_or_foreign_files() {
    hour();
    var bundle = store.read("tile/entries/000.p/16").orElseThrow();
    bundle[5] ^= 1;
    store.write("tile/entries/000.p/16", bundle);
    assertThatExceptionOfType(LedgerRefused.class)
        .isThrownBy(() -> CustodyLog.open(store, List.of(Signers.log()), RANDOM, () -> now))
        .satisfies(refused -> assertThat(refused.key()).isEqualTo("ledger.damaged-log"));
    var stranger = Signers.of(Signers.ORIGIN, SignatureType.ED25519, 2);
    assertThatExceptionOfType(LedgerRefused.class)
        .isThrownBy(() -> CustodyLog.open(store, List.of(stranger), RANDOM, () -> now))
        .satisfies(refused -> assertThat(refused.key()).isEqualTo("ledger.unknown-key"));
  }

  @Test
  void keeps_time_stamps_and_cosignatures_beside_a_checkpoint() throws LedgerRefused {
    hour();
    var witness = Signers.of("witness.example/w1", SignatureType.ED25519_COSIGNATURE, 2);
    var line = witness.sign(log.checkpoint().text(), now);

    log.keepTimeStamp(16, new byte[] {1}, Instant.EPOCH);
    log.keepTimeStamp(16, new byte[] {2}, Instant.EPOCH.plusSeconds(1));

    assertThat(log.timeStamps(16)).containsExactly(new byte[] {1}, new byte[] {2});
    assertThat(log.timeStamps(32)).isEmpty();
    assertThat(log.cosign(16, List.of(line), List.of(witness.key())).signatures()).hasSize(2);
    assertThatExceptionOfType(LedgerRefused.class)
        .isThrownBy(() -> log.cosign(16, List.of(line), log.keys()));
  }

  private Hash root(long size) {
    try {
      var kept = store.read("checkpoints/" + size).orElseThrow();
      return SignedNote.parse(new String(kept, java.nio.charset.StandardCharsets.UTF_8))
          .checkpoint()
          .root();
    } catch (LedgerRefused e) {
      throw new AssertionError(e);
    }
  }

  private void hour() {
    now = now.plus(Duration.ofHours(1));
    assertThat(log.publishIfDue(PublicationSchedule.HOURLY)).isPresent();
  }

  private CustodyLog open() {
    try {
      return CustodyLog.open(store, List.of(Signers.log()), RANDOM, () -> now);
    } catch (LedgerRefused e) {
      throw new AssertionError(e);
    }
  }
}
