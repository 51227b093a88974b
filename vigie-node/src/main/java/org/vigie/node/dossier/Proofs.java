package org.vigie.node.dossier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.vigie.evidence.Content;
import org.vigie.evidence.EvidenceRefused;
import org.vigie.evidence.Intake;
import org.vigie.evidence.IntakeRecord;
import org.vigie.evidence.Item;
import org.vigie.evidence.LogMaterial;
import org.vigie.evidence.Salt;
import org.vigie.evidence.StampedCheckpoint;
import org.vigie.ledger.CustodyLog;
import org.vigie.ledger.LedgerRefused;
import org.vigie.ledger.NoteSigner;
import org.vigie.ledger.timestamp.CertificateChain;
import org.vigie.node.exhibit.Exhibit;
import org.vigie.node.store.CheckpointStamps;
import org.vigie.node.store.NodeKeys;

/** What lets a stranger check a package: the log's keys and proofs, a signature, the verifier. */
public final class Proofs {

  private final CustodyLog log;
  private final NodeKeys keys;
  private final CheckpointStamps stamps;

  /** Proofs from {@code log}, signed with the log's own key. */
  public Proofs(CustodyLog log, NodeKeys keys, CheckpointStamps stamps) {
    this.log = log;
    this.keys = keys;
    this.stamps = stamps;
  }

  NoteSigner signer() throws IOException {
    return keys.log();
  }

  /** What is needed to check the proofs of {@code items}. */
  LogMaterial of(List<Item> items) throws IOException, LedgerRefused {
    var stamped = new TreeMap<Long, StampedCheckpoint>();
    for (var item : items) {
      var intake = item.intake();
      var proof = intake == null ? null : intake.proof();
      if (proof != null) {
        var note = proof.note();
        var reply = stamps.of(note);
        if (reply.isPresent()) {
          stamped.put(note.checkpoint().size(), new StampedCheckpoint(note, reply.get()));
        }
      }
    }
    var authorities = stamped.isEmpty() ? new CertificateChain(List.of()) : stamps.authorities();
    return new LogMaterial(log.keys(), List.copyOf(stamped.values()), authorities);
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
    var proof = index.isPresent() ? log.proveEarliest(index.getAsLong()) : null;
    return new Intake(record, salt, proof);
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
