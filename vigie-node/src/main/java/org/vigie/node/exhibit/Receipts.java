package org.vigie.node.exhibit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
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
import org.vigie.ledger.PublicationSchedule;
import org.vigie.ledger.timestamp.TimeStampToken;

/**
 * Receipts: what a person takes away to show that something was received by a time. Safe for use by
 * several threads.
 */
public final class Receipts {

  private final CustodyLog log;

  /** Receipts from {@code log}. */
  public Receipts(CustodyLog log) {
    this.log = log;
  }

  /** How an exhibit stands in the custody log. */
  public sealed interface State {

    /**
     * Published: here is the receipt.
     *
     * @param stamped when an outside authority signed that the log held it, if one did
     */
    record There(Receipt receipt, Optional<Instant> stamped) implements State {}

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
    var index = log.find(entry.get());
    if (index.isEmpty()) {
      // Accepting again what was accepted changes nothing; what a crash lost is accepted now.
      log.submit(entry.get());
      return new State.Waiting(due(now));
    }
    try {
      var proof = log.proveStamped(index.getAsLong());
      var stamps = log.timeStamps(proof.note().checkpoint().size());
      return new State.There(Receipt.of(entry.get(), log.keys(), proof, stamps), stampedAt(stamps));
    } catch (LedgerRefused damaged) {
      throw new IllegalStateException("the house's own log", damaged);
    }
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
