package org.vigie.node.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.kernel.Secret;
import org.vigie.ledger.CustodyLog;
import org.vigie.ledger.Hash;
import org.vigie.ledger.LeafCommitment;
import org.vigie.ledger.LedgerRefused;
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
