package org.vigie.node.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.evidence.CheckResult;
import org.vigie.evidence.EvidencePackage;
import org.vigie.evidence.LogMaterial;
import org.vigie.evidence.PackageCheck;
import org.vigie.evidence.PackageWriter;
import org.vigie.evidence.StampedCheckpoint;
import org.vigie.ledger.CustodyLog;
import org.vigie.ledger.LeafCommitment;
import org.vigie.ledger.PublicationSchedule;
import org.vigie.ledger.store.MemoryLogStore;
import org.vigie.ledger.timestamp.TimeStampClient;
import org.vigie.node.ops.Home;
import org.vigie.testkit.OpensslAuthority;

/** What an authority outside says of the log, from the answer to the package of a stranger. */
@SuppressWarnings("NullAway.Init")
class CheckpointStampsTest {

  private static final Instant NOW = Instant.parse("2026-03-01T10:20:00Z");

  @TempDir Path temp;

  private final SecureRandom random = new SecureRandom();
  private CustodyLog log;
  private Path chain;

  @BeforeEach
  void publishes() throws Exception {
    var keys = new NodeKeys(Home.prepare(temp.resolve("home")), random);
    var clock = InstantSource.fixed(NOW);
    log = CustodyLog.open(new MemoryLogStore(), List.of(keys.log()), random, clock);
    log.submit(LeafCommitment.dummy(random));
    assertThat(log.publishIfDue(PublicationSchedule.HOURLY)).isPresent();
    chain = temp.resolve("chain.pem");
  }

  private CheckpointStamps asking(URI authority) {
    var client = new TimeStampClient(HttpClient.newHttpClient(), authority, random);
    return new CheckpointStamps(log, client, chain);
  }

  @Test
  void S_73_a_checkpoint_is_stamped_and_a_package_with_it_is_found_good() throws Exception {
    try (var authority = OpensslAuthority.start(temp, "-newkey", "rsa:2048")) {
      Files.copy(authority.root(), chain);
      var stamps = asking(authority.address());
      stamps.renew();
      var note = log.checkpoint();
      var reply = stamps.of(note).orElseThrow();
      stamps.renew();
      assertThat(log.timeStamp(note.checkpoint().size())).hasValue(reply);
      var results = checked(new StampedCheckpoint(note, reply), stamps);
      assertThat(results).noneMatch(CheckResult::isFailure);
      assertThat(results).anyMatch(result -> result.key().equals("stamp"));
    }
  }

  @Test
  void a_stamp_that_no_stranger_could_check_stays_out_of_packages() throws Exception {
    try (var authority = OpensslAuthority.start(temp, "-newkey", "rsa:2048")) {
      var stamps = asking(authority.address());
      stamps.renew();
      assertThat(log.timeStamp(log.checkpoint().checkpoint().size())).isPresent();
      assertThat(stamps.of(log.checkpoint())).isEmpty();
    }
  }

  @Test
  void an_authority_that_is_away_is_asked_again_and_one_nobody_chose_never() throws Exception {
    asking(URI.create("http://127.0.0.1:9/")).renew();
    new CheckpointStamps(log, null, chain).renew();
    assertThat(log.timeStamp(log.checkpoint().checkpoint().size())).isEmpty();
    try (var authority = OpensslAuthority.start(temp, "-newkey", "rsa:2048")) {
      asking(authority.address()).renew();
      assertThat(log.timeStamp(log.checkpoint().checkpoint().size())).isPresent();
    }
  }

  private List<CheckResult> checked(StampedCheckpoint stamped, CheckpointStamps stamps)
      throws Exception {
    var material = new LogMaterial(log.keys(), List.of(stamped), stamps.authorities());
    var contents = new EvidencePackage("p", NOW, "", "", List.of(), List.of(), material, null);
    var folder = PackageWriter.prepare(contents, null).writeFolder(temp);
    return PackageCheck.check(folder);
  }
}
