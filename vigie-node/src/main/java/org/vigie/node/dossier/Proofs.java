package org.vigie.node.dossier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.evidence.Content;
import org.vigie.evidence.EvidenceRefused;
import org.vigie.evidence.Intake;
import org.vigie.evidence.IntakeRecord;
import org.vigie.evidence.LogMaterial;
import org.vigie.evidence.Salt;
import org.vigie.evidence.StampedCheckpoint;
import org.vigie.ledger.CustodyLog;
import org.vigie.ledger.LedgerRefused;
import org.vigie.ledger.NoteSigner;
import org.vigie.ledger.TlogProof;
import org.vigie.ledger.timestamp.CertificateChain;
import org.vigie.node.exhibit.Exhibit;
import org.vigie.node.ops.Home;
import org.vigie.node.store.HouseLogs;
import org.vigie.node.store.NodeKeys;

/** What lets a stranger check a package: the log's keys and proofs, a signature, the verifier. */
public final class Proofs {

  private static final CertificateChain NOBODY = new CertificateChain(List.of());

  private final HouseLogs logs;
  private final NodeKeys keys;
  private final Home home;

  /** Proofs from the house's logs, signed with the key of the one that is written. */
  public Proofs(HouseLogs logs, NodeKeys keys, Home home) {
    this.logs = logs;
    this.keys = keys;
    this.home = home;
  }

  NoteSigner signer() throws IOException {
    return keys.log(logs.ended().size());
  }

  /**
   * Keys, and the time-stamps of the checkpoints that prove one of {@code intakes}. A package has
   * room for one checkpoint of a size; where two logs have one, the older log's stamps go with it.
   */
  LogMaterial log(List<Intake> intakes) throws IOException, LedgerRefused {
    var stamped = new TreeMap<Long, StampedCheckpoint>();
    var keys = new ArrayList<>(logs.current().keys());
    for (var log : logs.all().reversed()) {
      var used = false;
      for (var intake : intakes) {
        var proof = intake.proof();
        if (proof != null && of(log, proof)) {
          used = true;
          stamp(log, proof.note().checkpoint().size(), stamped);
        }
      }
      if (used || log.equals(logs.current())) {
        Stream.concat(log.keys().stream(), log.witnessKeys().stream())
            .filter(key -> !keys.contains(key))
            .forEach(keys::add);
      }
    }
    var all = List.copyOf(stamped.values());
    return new LogMaterial(keys, all, all.isEmpty() ? NOBODY : authorities());
  }

  private static boolean of(CustodyLog log, TlogProof proof) throws LedgerRefused {
    return proof.note().checkpoint().origin().equals(log.keys().getFirst().name());
  }

  private static void stamp(CustodyLog log, long size, Map<Long, StampedCheckpoint> stamped)
      throws LedgerRefused {
    var replies = log.timeStamps(size);
    if (!replies.isEmpty()) {
      // What was stamped is the checkpoint before witnesses signed it.
      stamped.putIfAbsent(size, new StampedCheckpoint(log.checkpoint(size), replies));
    }
  }

  /** The certificates that whoever runs the node trusts; without them the reader decides alone. */
  private CertificateChain authorities() throws IOException, LedgerRefused {
    var file = home.timeStampRoots();
    return Files.isRegularFile(file) ? CertificateChain.parse(Files.readAllBytes(file)) : NOBODY;
  }

  /** How {@code exhibit} stands in the log; null if nothing of it was committed to. */
  @Nullable Intake of(Exhibit exhibit) throws EvidenceRefused, LedgerRefused {
    var kept = exhibit.intake();
    if (kept == null) {
      return null;
    }
    var record = IntakeRecord.parse(kept.record().getBytes(UTF_8));
    var salt = Salt.of(Base64.getDecoder().decode(kept.salt()));
    var entry = record.commit(salt);
    var now = logs.current().find(entry);
    var before = logs.before(entry);
    if (before.isPresent()) {
      // The earlier proof first; under it, what was carried over, which new witnesses sign.
      var log = before.get().log();
      var at = log.find(entry).orElseThrow();
      var later =
          now.isPresent()
              ? Optional.of(logs.current().proveWitnessed(now.getAsLong()))
              : log.proveLater(at);
      return new Intake(record, salt, log.proveWitnessed(at), later.orElse(null));
    }
    if (now.isEmpty()) {
      return new Intake(record, salt, null);
    }
    var log = logs.current();
    var at = now.getAsLong();
    return new Intake(record, salt, log.proveWitnessed(at), log.proveLater(at).orElse(null));
  }

  /** The verifier's jar beside the application; null where there is none, as in a test. */
  @Nullable Content verifier() {
    var app = System.getProperty("vigie.app");
    if (app == null) {
      return null;
    }
    var jar = Path.of(app, "verify.jar");
    return Files.isRegularFile(jar) ? () -> Files.newInputStream(jar) : null;
  }
}
