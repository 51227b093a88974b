package org.vigie.node.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.kernel.Secret;
import org.vigie.ledger.CustodyLog;
import org.vigie.ledger.Hash;
import org.vigie.ledger.LeafCommitment;
import org.vigie.ledger.LedgerRefused;
import org.vigie.ledger.LogFounding;
import org.vigie.ledger.NoteSigner;
import org.vigie.ledger.PublicationSchedule;
import org.vigie.ledger.SignatureType;
import org.vigie.ledger.store.MemoryLogStore;
import org.vigie.ledger.timestamp.TimeStampToken;

class TimeStamperTest {

  private static final SecureRandom RANDOM = new SecureRandom();

  @TempDir private Path folder = Path.of("");
  private final MemoryLogStore store = new MemoryLogStore();
  private Instant now = Clock.systemUTC().instant();

  private CustodyLog log() throws LedgerRefused {
    var seed = new byte[32];
    var signer = NoteSigner.ofSeed("vigie.invalid/test", SignatureType.ED25519, Secret.take(seed));
    return CustodyLog.open(store, List.of(signer), RANDOM, () -> now);
  }

  private void publish(CustodyLog log) {
    now = now.plus(Duration.ofHours(1));
    assertThat(log.publishIfDue(PublicationSchedule.HOURLY)).isPresent();
  }

  @Test
  void each_new_checkpoint_is_stamped_and_kept_across_restarts() throws Exception {
    var office = StampingOffice.in(folder);
    var log = log();
    var stamper = new TimeStamper(log, office::stamp, () -> now);
    stamper.tick();
    assertThat(log.stamps().count()).isZero();
    publish(log);
    stamper.tick();
    stamper.tick();
    var again = log();
    assertThat(again.stamps().count()).isEqualTo(1);
    var reply = again.timeStamps(16).getFirst();
    var data = again.checkpoint(16).encoded().getBytes(UTF_8);
    var token = TimeStampToken.parseReply(reply);
    assertThat(token.signer(Hash.sha256(data), List.of())).isEqualTo(office.certificate());
  }

  @Test
  void while_the_authority_is_away_nothing_waits_and_the_next_stamp_covers_what_came()
      throws Exception {
    var office = StampingOffice.in(folder);
    var asked = new int[1];
    var open = new boolean[1];
    var log = log();
    var stamper =
        new TimeStamper(
            log,
            data -> {
              asked[0]++;
              if (!open[0]) {
                throw new IOException("away");
              }
              return office.stamp(data);
            },
            () -> now);
    var leaf = new LeafCommitment(Hash.sha256(new byte[] {1}));
    log.submit(leaf);
    publish(log);
    var index = log.find(leaf).orElseThrow();
    stamper.tick();
    stamper.tick();
    assertThat(asked[0]).as("asked once in five minutes").isEqualTo(1);
    assertThat(log.proveStamped(index).note().checkpoint().size()).isEqualTo(16);
    publish(log);
    open[0] = true;
    stamper.tick();
    var proof = log.proveStamped(index);
    assertThat(proof.note().checkpoint().size()).isEqualTo(32);
    assertThat(log.timeStamps(32)).hasSize(1);
    assertThat(proof.verify(leaf, log.keys())).hasSize(1);
  }

  @Test
  void a_stamp_is_renewed_before_the_certificate_of_its_signer_ends() throws Exception {
    var office = StampingOffice.in(folder);
    var log = log();
    var asked = new int[1];
    var stamper =
        new TimeStamper(
            log,
            data -> {
              asked[0]++;
              return office.stamp(data);
            },
            () -> now);
    publish(log);
    stamper.tick();
    now = now.plus(Duration.ofDays(50));
    stamper.tick();
    stamper.tick();
    assertThat(log.timeStamps(16)).as("the same certificate renews nothing").hasSize(1);
    assertThat(asked[0]).as("and is asked for another once a day").isEqualTo(2);
    office.newCertificate(400);
    now = now.plus(Duration.ofDays(1));
    stamper.tick();
    var replies = log.timeStamps(16);
    assertThat(replies).hasSize(2);
    var renewed = TimeStampToken.parseReply(replies.get(1));
    renewed.signer(Hash.sha256(replies.getFirst()), List.of());
    assertThat(log.stamps().endingBefore(now.plus(TimeStamper.EARLY))).isEmpty();
  }

  /** A house whose first log was ended after two hours, of which the first is stamped. */
  private HouseLogs ended(StampingOffice office) throws Exception {
    var keys = NodeKeys.in(Files.createDirectories(folder.resolve("keys")), RANDOM);
    var first = HouseLogs.open(store, keys, RANDOM, () -> now).current();
    publish(first);
    new TimeStamper(first, office::stamp, () -> now).tick();
    publish(first);
    var next = HouseLogs.below(store, 1);
    LogFounding.found(store, keys.log(0), 16, next, keys.log(1), () -> now);
    keys.forgetLogsBefore(1);
    return HouseLogs.open(store, keys, RANDOM, () -> now);
  }

  private static void tick(HouseLogs house, StampingOffice office, InstantSource time)
      throws InterruptedException {
    for (var stamper : TimeStampTicker.stampers(house.all(), office::stamp, time)) {
      stamper.tick();
    }
  }

  @Test
  void stamps_on_a_log_that_was_ended_are_renewed_like_those_on_the_one_that_is_written()
      throws Exception {
    var office = StampingOffice.in(folder.resolve("office"));
    var house = ended(office);
    var old = house.ended().getFirst().log();
    tick(house, office, () -> now);
    assertThat(old.timeStamps(32)).as("its last state was not stamped yet").hasSize(1);
    assertThat(house.current().stamps().count()).isEqualTo(1);
    now = now.plus(Duration.ofDays(50));
    office.newCertificate(400);
    tick(house, office, () -> now);
    assertThat(house.all()).hasSize(2);
    for (var log : house.all()) {
      assertThat(log.stamps().endingBefore(now.plus(TimeStamper.EARLY))).isEmpty();
    }
    var again = CustodyLog.ended(store, old.keys().getFirst(), RANDOM, () -> now);
    for (var size : List.of(16L, 32L)) {
      var replies = again.timeStamps(size);
      assertThat(replies).as("kept with the log that was ended").hasSize(2);
      var checkpoint = again.checkpoint(size).encoded().getBytes(UTF_8);
      var before = TimeStampToken.parseReply(replies.getFirst());
      var renewed = TimeStampToken.parseReply(replies.getLast());
      before.signer(Hash.sha256(checkpoint), List.of());
      assertThat(renewed.signer(Hash.sha256(replies.getFirst()), List.of()))
          .isEqualTo(office.certificate());
    }
  }

  @Test
  void what_is_no_stamp_on_the_checkpoint_is_not_kept() throws Exception {
    var office = StampingOffice.in(folder);
    var log = log();
    publish(log);
    new TimeStamper(log, data -> office.stamp(new byte[] {7}), () -> now).tick();
    new TimeStamper(log, data -> new byte[] {0x30, 0}, () -> now).tick();
    assertThat(log.stamps().count()).isZero();
  }
}
