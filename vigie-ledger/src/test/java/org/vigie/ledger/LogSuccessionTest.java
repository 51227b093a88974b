package org.vigie.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.ledger.store.MemoryLogStore;

class LogSuccessionTest {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final NoteSigner OLD = Signers.log();
  private static final NoteSigner NEXT =
      Signers.of("vigie.example/custody/2", SignatureType.ED25519, 3);
  private static final NoteSigner WITNESS =
      Signers.of("witness.example/w1", SignatureType.ED25519_COSIGNATURE, 9);

  private final MemoryLogStore oldStore = new MemoryLogStore();
  private final MemoryLogStore nextStore = new MemoryLogStore();
  private Instant now = Instant.parse("2026-03-01T00:17:00Z");
  private final List<LeafCommitment> filed = new ArrayList<>();

  /** Twenty hours of the old log; the witness follows for the first eighteen. */
  private CustodyLog old() throws LedgerRefused {
    var log = CustodyLog.open(oldStore, List.of(OLD), RANDOM, () -> now);
    for (var hour = 1; hour <= 20; hour++) {
      filed.add(LeafCommitment.dummy(RANDOM));
      log.submit(filed.getLast());
      now = now.plus(Duration.ofHours(1));
      assertThat(log.publishIfDue(PublicationSchedule.HOURLY)).isPresent();
      if (hour == 18) {
        var line = WITNESS.sign(log.checkpoint().text(), now);
        log.cosign(16L * hour, List.of(line), List.of(WITNESS.key()));
      }
    }
    filed.add(LeafCommitment.dummy(RANDOM));
    log.submit(filed.getLast());
    return log;
  }

  private CustodyLog next(CustodyLog log, long agreed) throws LedgerRefused {
    LogFounding.found(oldStore, OLD, agreed, nextStore, NEXT, () -> now);
    assertThat(log.checkpoint().checkpoint().size()).isEqualTo(320);
    return CustodyLog.open(nextStore, List.of(NEXT), RANDOM, () -> now);
  }

  private LogSuccession succession(CustodyLog old, CustodyLog next, long agreed)
      throws LedgerRefused {
    var begun = nextStore.read(LogFounding.BEGUN).orElseThrow();
    var note = SignedNote.parse(new String(begun, UTF_8));
    return new LogSuccession(
        note, agreed == 0 ? null : old.witnessed(agreed), next.proveWitnessed(0));
  }

  @Test
  void a_new_log_commits_to_the_last_checkpoint_its_witnesses_share() throws LedgerRefused {
    var old = old();
    assertThat(old.lastWitnessedBy(WITNESS.key())).isEqualTo(288);
    assertThat(old.lastWitnessedBy(NEXT.key())).isZero();
    var next = next(old, 288);
    var file = succession(old, next, 288);
    var said = LogSuccession.parse(file.text()).verify();
    assertThat(LogSuccession.parse(file.text())).isEqualTo(file);
    assertThat(said.old()).isEqualTo(OLD.key());
    assertThat(said.next()).isEqualTo(NEXT.key());
    assertThat(said.agreed()).isEqualTo(old.checkpoint(288).checkpoint());
    assertThat(said.left()).isEqualTo(old.checkpoint().checkpoint());
    var shared = file.agreed();
    assertThat(shared).isNotNull();
    assertThat(shared.verify(List.of(WITNESS.key()))).as("the witness's own line").hasSize(1);
  }

  @Test
  void nothing_accepted_loses_its_place() throws LedgerRefused {
    var next = next(old(), 288);
    assertThat(next.checkpoint().checkpoint().size()).isEqualTo(1 + 32);
    for (var i = 18; i < 20; i++) {
      var index = next.find(filed.get(i)).orElseThrow();
      assertThat(next.prove(index).verify(filed.get(i), next.keys())).hasSize(1);
    }
    assertThat(next.find(filed.get(17))).as("the old log proves it").isEmpty();
    assertThat(next.waiting()).as("what waited goes on waiting").isEqualTo(1);
    now = now.plus(Duration.ofHours(1));
    assertThat(next.publishIfDue(PublicationSchedule.HOURLY)).isPresent();
    assertThat(next.find(filed.getLast())).isPresent();
    var root = next.checkpoint(33).checkpoint().root();
    var proof = next.consistency(33, 49);
    assertThat(proof.verifies(root, next.checkpoint().checkpoint().root())).isTrue();
  }

  @Test
  void the_ended_log_proves_what_it_held_and_takes_nothing_more() throws LedgerRefused {
    var open = old();
    next(open, 288);
    var ended = CustodyLog.ended(oldStore, OLD.key(), RANDOM, () -> now);
    assertThat(ended.keys()).containsExactly(OLD.key());
    for (var i = 0; i < 20; i++) {
      var proof = ended.proveWitnessed(ended.find(filed.get(i)).orElseThrow());
      assertThat(proof.verify(filed.get(i), List.of(OLD.key()))).isNotEmpty();
    }
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> ended.submit(LeafCommitment.dummy(RANDOM)));
    now = now.plus(Duration.ofHours(1));
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> ended.publishIfDue(PublicationSchedule.HOURLY));
    assertThat(CustodyLog.ended(oldStore, OLD.key(), RANDOM, () -> now).checkpoint())
        .isEqualTo(open.checkpoint());
    assertThatExceptionOfType(LedgerRefused.class)
        .isThrownBy(() -> CustodyLog.ended(oldStore, NEXT.key(), RANDOM, () -> now));
  }

  @Test
  void where_witnesses_share_nothing_the_whole_log_is_carried_over() throws LedgerRefused {
    var old = old();
    var next = next(old, 0);
    assertThat(next.checkpoint().checkpoint().size()).isEqualTo(321);
    assertThat(next.find(filed.getFirst())).isPresent();
    assertThat(succession(old, next, 0).verify().agreed().size()).isZero();
    assertThat(nextStore.read("tile/0/000")).as("a whole tile").isPresent();
  }

  @Test
  void refuses_a_checkpoint_that_was_never_kept_and_writes_nothing() throws LedgerRefused {
    old();
    for (var size : List.of(17L, 336L)) {
      assertThatExceptionOfType(LedgerRefused.class)
          .isThrownBy(() -> LogFounding.found(oldStore, OLD, size, nextStore, NEXT, () -> now));
    }
    assertThatExceptionOfType(LedgerRefused.class)
        .isThrownBy(() -> LogFounding.found(oldStore, NEXT, 288, nextStore, NEXT, () -> now));
    assertThat(nextStore.read(LogFounding.BEGUN)).isEmpty();
    assertThat(nextStore.read("checkpoint")).isEmpty();
  }

  @Test
  void stopped_at_any_write_the_new_log_does_not_count() throws LedgerRefused {
    old();
    var writes = 0;
    while (!founds(writes)) {
      writes++;
    }
    assertThat(writes).as("tiles, queue, two checkpoints, and the beginning").isGreaterThan(5);
  }

  /** Whether founding is done before the disk fails; until then there is no beginning. */
  private boolean founds(int writes) throws LedgerRefused {
    var next = new MemoryLogStore();
    var left = new java.util.concurrent.atomic.AtomicInteger(writes);
    var failing =
        new LogStore() {
          @Override
          public java.util.Optional<byte[]> read(String path) {
            return next.read(path);
          }

          @Override
          public void write(String path, byte[] content) {
            if (left.getAndDecrement() == 0) {
              throw new java.io.UncheckedIOException(new java.io.IOException("the disk is full"));
            }
            next.write(path, content);
          }

          @Override
          public void remove(String path) {
            next.remove(path);
          }
        };
    try {
      LogFounding.found(oldStore, OLD, 288, failing, NEXT, () -> now);
      return true;
    } catch (java.io.UncheckedIOException full) {
      assertThat(next.read(LogFounding.BEGUN)).isEmpty();
      return false;
    }
  }

  @Test
  void S_72_a_succession_changed_in_any_character_is_refused() throws LedgerRefused {
    var old = old();
    var text = succession(old, next(old, 288), 288).text();
    var accepted = new ArrayList<Integer>();
    for (var i = 0; i < text.length(); i++) {
      var changed = new StringBuilder(text);
      changed.setCharAt(i, text.charAt(i) == 'A' ? 'B' : 'A');
      if (holds(changed.toString())) {
        accepted.add(i);
      }
    }
    // The lines of witnesses are checked against keys that the reader brings; here there are none.
    var witness = text.indexOf("— " + WITNESS.key().name());
    assertThat(accepted).allMatch(i -> i > witness && i <= text.indexOf('\n', witness));
  }

  private static boolean holds(String text) {
    try {
      LogSuccession.parse(text).verify();
      return true;
    } catch (LedgerRefused refused) {
      return false;
    }
  }

  @Test
  void S_72_nobody_without_the_old_key_can_write_one() throws LedgerRefused {
    var old = old();
    var next = next(old, 288);
    var whole = succession(old, next, 288);
    var said = whole.verify();
    for (var signers : List.of(List.of(NEXT), List.of(OLD), List.of(OLD, NEXT, WITNESS_LOG))) {
      var note = SignedNote.sign(said.text(), signers, now);
      assertThatExceptionOfType(LedgerRefused.class).isThrownBy(() -> LogSuccession.verify(note));
    }
    var elsewhere = new LogSuccession(whole.beginning(), old.checkpoint(272), whole.proof());
    assertThat(holds(elsewhere.text())).as("another checkpoint than it names").isFalse();
    var later = new LogSuccession(whole.beginning(), whole.agreed(), next.prove(1));
    assertThat(holds(later.text())).as("another entry than the first").isFalse();
    var none = new LogSuccession(whole.beginning(), null, whole.proof());
    assertThat(holds(none.text())).as("without what it names").isFalse();
  }

  private static final NoteSigner WITNESS_LOG =
      Signers.of("vigie.example/custody/3", SignatureType.ED25519, 4);
}
