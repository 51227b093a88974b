package org.vigie.node.exhibit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.vigie.evidence.EvidenceRefused;
import org.vigie.evidence.IntakeRecord;
import org.vigie.evidence.Receipt;
import org.vigie.evidence.Salt;
import org.vigie.ledger.CustodyLog;
import org.vigie.ledger.LeafCommitment;
import org.vigie.ledger.LedgerRefused;
import org.vigie.ledger.NoteKey;
import org.vigie.ledger.PublicationSchedule;
import org.vigie.ledger.SignedNote;
import org.vigie.ledger.TlogProof;
import org.vigie.ledger.timestamp.TimeStampToken;
import org.vigie.node.store.HouseLogs;

/**
 * Receipts: what a person takes away to show that something was received by a time. Safe for use by
 * several threads.
 */
public final class Receipts {

  private final HouseLogs logs;
  private final CustodyLog log;

  /** Receipts from the log that is written and, for what came before it, from those ended. */
  public Receipts(HouseLogs logs) {
    this.logs = logs;
    this.log = logs.current();
  }

  /** How an exhibit stands in the custody log. */
  public sealed interface State {

    /**
     * Published: here is the receipt.
     *
     * @param stamped when an outside authority signed that the log held it, if one did
     * @param witnesses how many other houses cosigned the checkpoint it rests on
     */
    record There(Receipt receipt, Optional<Instant> stamped, int witnesses) implements State {}

    /** Accepted; published at {@code due} at the latest, if this house is running then. */
    record Waiting(Instant due) implements State {}

    /** Nothing was committed, or it was erased. */
    record None() implements State {}
  }

  /**
   * How {@code exhibit} stands.
   *
   * @param now the time
   */
  public State of(Exhibit exhibit, Instant now) {
    var intake = exhibit.intake();
    if (intake == null) {
      return new State.None();
    }
    var entry = entry(intake);
    if (entry.isEmpty()) {
      return new State.None();
    }
    var holder =
        log.find(entry.get()).isPresent()
            ? Optional.of(log)
            : logs.before(entry.get()).map(HouseLogs.Ended::log);
    if (holder.isEmpty()) {
      // Accepting again what was accepted changes nothing; what a crash lost is accepted now.
      log.submit(entry.get());
      return new State.Waiting(due(now));
    }
    return there(holder.get(), entry.get());
  }

  private static State there(CustodyLog log, LeafCommitment entry) {
    try {
      var proof = log.proveWitnessed(log.find(entry).orElseThrow());
      var stamps = log.timeStamps(proof.note().checkpoint().size());
      var witnesses = witnesses(log, proof);
      var keys = new ArrayList<>(log.keys());
      keys.addAll(witnesses);
      var receipt = Receipt.of(entry, keys, proof, stamps);
      return new State.There(receipt, stampedAt(stamps), witnesses.size());
    } catch (LedgerRefused damaged) {
      throw new IllegalStateException("the house's own log", damaged);
    }
  }

  /** A receipt names the keys that signed its checkpoint, and no others. */
  private static List<NoteKey> witnesses(CustodyLog log, TlogProof proof) throws LedgerRefused {
    var known = log.witnessKeys();
    var all = new ArrayList<>(log.keys());
    all.addAll(known);
    return proof.note().verify(all).stream()
        .map(SignedNote.Attestation::key)
        .filter(known::contains)
        .distinct()
        .toList();
  }

  private static Optional<Instant> stampedAt(List<byte[]> stamps) throws LedgerRefused {
    return stamps.isEmpty()
        ? Optional.empty()
        : Optional.of(TimeStampToken.parseReply(stamps.getFirst()).time());
  }

  /** The next publication, and as many more as there are full batches before us. */
  private Instant due(Instant now) {
    var schedule = PublicationSchedule.HOURLY;
    var batches = 1 + Math.max(0, log.waiting() - 1) / schedule.batch();
    var slot = schedule.slot(now);
    var next = log.lastPublication().isBefore(slot) ? slot : slot.plus(schedule.period());
    // The log looks once a minute.
    return next.plus(schedule.period().multipliedBy(batches - 1L)).plus(Duration.ofMinutes(1));
  }

  private static Optional<LeafCommitment> entry(ExhibitIntake intake) {
    try {
      var record = IntakeRecord.parse(intake.record().getBytes(UTF_8));
      var salt = Salt.of(Base64.getDecoder().decode(intake.salt()));
      return Optional.of(record.commit(salt));
    } catch (EvidenceRefused | IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }
}
