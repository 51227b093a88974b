package org.vigie.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.vigie.ledger.store.MemoryLogStore;

/**
 * What {@link LogSuccessionFuzzTest} begins with: a valid file of each shape. {@code
 * -Dvigie.fixtures=write} writes them anew.
 */
class LogSuccessionSeedsTest {

  private static final Path FOLDER =
      Path.of("src/test/resources/org/vigie/ledger/LogSuccessionFuzzTestInputs/parses_or_refuses");
  private static final int HOURS = 3;
  private static final int SHARED = 2;
  private static final NoteSigner OLD = Signers.log();
  private static final NoteSigner NEXT =
      Signers.of("vigie.example/custody/2", SignatureType.ED25519, 3);
  private static final List<NoteSigner> WITNESSES =
      List.of(
          Signers.of("witness.example/w1", SignatureType.ED25519_COSIGNATURE, 9),
          Signers.of("witness.example/w2", SignatureType.ED25519_COSIGNATURE, 10));

  private Instant now = Instant.parse("2026-03-01T00:17:00Z");

  /** The same entries each time. */
  private static final class Counting extends SecureRandom {
    private static final long serialVersionUID = 1L;
    private byte next;

    @Override
    public void nextBytes(byte[] bytes) {
      for (var i = 0; i < bytes.length; i++) {
        bytes[i] = next++;
      }
    }
  }

  /** Three hours of a log of which some witnesses share two, and the log after it. */
  private LogSuccession succession(List<NoteSigner> witnesses, int hoursAfter)
      throws LedgerRefused {
    var random = new Counting();
    var oldStore = new MemoryLogStore();
    var old = CustodyLog.open(oldStore, List.of(OLD), random, () -> now);
    for (var hour = 1; hour <= HOURS; hour++) {
      publish(old, hour);
      for (var witness : hour == SHARED ? witnesses : List.<NoteSigner>of()) {
        var line = witness.sign(old.checkpoint().text(), now);
        old.cosign(size(old), List.of(line), List.of(witness.key()));
      }
    }
    var agreed = witnesses.isEmpty() ? 0 : size(old) / HOURS * SHARED;
    var nextStore = new MemoryLogStore();
    LogFounding.found(oldStore, OLD, agreed, nextStore, NEXT, () -> now);
    var next = CustodyLog.open(nextStore, List.of(NEXT), random, () -> now);
    for (var hour = 1; hour <= hoursAfter; hour++) {
      publish(next, HOURS + hour);
    }
    var begun = nextStore.read(LogFounding.BEGUN).orElseThrow();
    return new LogSuccession(
        SignedNote.parse(new String(begun, UTF_8)),
        agreed == 0 ? null : old.witnessed(agreed),
        next.prove(0));
  }

  private void publish(CustodyLog log, int number) throws LedgerRefused {
    log.submit(new LeafCommitment(Hash.sha256(new byte[] {(byte) number})));
    now = now.plus(Duration.ofHours(1));
    assertThat(log.publishIfDue(PublicationSchedule.HOURLY)).isPresent();
  }

  private static long size(CustodyLog log) throws LedgerRefused {
    return log.checkpoint().checkpoint().size();
  }

  private Map<String, LogSuccession> files() throws LedgerRefused {
    var all = new TreeMap<String, LogSuccession>();
    all.put("nothing-shared", succession(List.of(), 0));
    all.put("shared", succession(WITNESSES.subList(0, 1), 0));
    all.put("shared-by-two", succession(WITNESSES, 0));
    all.put("grown-since", succession(WITNESSES, 2));
    return all;
  }

  @Test
  void a_valid_file_of_each_shape_is_kept_for_the_search() throws LedgerRefused, IOException {
    var seeds = new TreeMap<String, String>();
    for (var file : files().entrySet()) {
      var said = file.getValue().verify();
      seeds.put(file.getKey(), file.getValue().text());
      seeds.put("beginning-" + file.getKey(), said.text());
      assertThat(LogSuccession.parse(file.getValue().text())).isEqualTo(file.getValue());
      assertThat(LogBeginning.parse(said.text())).isEqualTo(said);
    }
    if ("write".equals(System.getProperty("vigie.fixtures"))) {
      Files.createDirectories(FOLDER);
      for (var seed : seeds.entrySet()) {
        Files.writeString(FOLDER.resolve(seed.getKey()), seed.getValue());
      }
    }
    for (var seed : seeds.entrySet()) {
      var kept = Files.readString(FOLDER.resolve(seed.getKey()));
      assertThat(kept).as(seed.getKey()).isEqualTo(seed.getValue());
    }
  }
}
