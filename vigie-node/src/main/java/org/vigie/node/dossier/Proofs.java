package org.vigie.node.dossier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.TreeMap;
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
import org.vigie.ledger.timestamp.CertificateChain;
import org.vigie.node.exhibit.Exhibit;
import org.vigie.node.ops.Home;
import org.vigie.node.store.NodeKeys;

/** What lets a stranger check a package: the log's keys and proofs, a signature, the verifier. */
public final class Proofs {

  private static final CertificateChain NOBODY = new CertificateChain(List.of());

  private final CustodyLog log;
  private final NodeKeys keys;
  private final Home home;

  /** Proofs from {@code log}, signed with the log's own key. */
  public Proofs(CustodyLog log, NodeKeys keys, Home home) {
    this.log = log;
    this.keys = keys;
    this.home = home;
  }

  NoteSigner signer() throws IOException {
    return keys.log();
  }

  /** Keys, and the time-stamps of the checkpoints that prove one of {@code intakes}. */
  LogMaterial log(List<Intake> intakes) throws IOException, LedgerRefused {
    var stamped = new TreeMap<Long, StampedCheckpoint>();
    for (var intake : intakes) {
      var proof = intake.proof();
      if (proof != null) {
        var size = proof.note().checkpoint().size();
        var replies = log.timeStamps(size);
        if (!replies.isEmpty()) {
          // What was stamped is the checkpoint before witnesses signed it.
          stamped.put(size, new StampedCheckpoint(log.checkpoint(size), replies));
        }
      }
    }
    var all = List.copyOf(stamped.values());
    var keys = new ArrayList<>(log.keys());
    keys.addAll(log.witnessKeys());
    return new LogMaterial(keys, all, all.isEmpty() ? NOBODY : authorities());
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
    var index = log.find(record.commit(salt));
    if (index.isEmpty()) {
      return new Intake(record, salt, null);
    }
    var at = index.getAsLong();
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
