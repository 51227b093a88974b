package org.vigie.node.witness;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.ledger.LedgerRefused;
import org.vigie.ledger.NoteKey;
import org.vigie.ledger.Witness;
import org.vigie.ledger.WitnessAnswer;
import org.vigie.ledger.WitnessRequest;

/**
 * Other houses' logs that this house cosigns. Off until a keeper names one. Nothing is kept of who
 * asked or from where: only the logs' own checkpoints. Protects other houses against a log that is
 * rewritten; does not see what is in it. Safe for several threads.
 */
public final class WatchedLogs {

  private final @Nullable Witness witness;
  private final @Nullable NoteKey own;
  private final Pace pace;
  private final Pace paceOfAnyone;

  /**
   * The logs of {@code witness}.
   *
   * @param witness null where its memory is damaged: then nothing is ever signed with that key
   * @param own the key of this house's own log, which it cannot witness
   */
  WatchedLogs(@Nullable Witness witness, @Nullable NoteKey own, InstantSource clock) {
    this.witness = witness;
    this.own = own;
    this.pace = new Pace(clock);
    this.paceOfAnyone = new Pace(clock);
  }

  /** The key to hand over to partners; empty where the witness's memory is damaged. */
  public Optional<NoteKey> key() {
    return Optional.ofNullable(witness).map(Witness::key);
  }

  /** Whether any log is cosigned. */
  public boolean on() {
    return witness != null && witness.watches();
  }

  /** The logs, in the order they were named. */
  public List<Witness.Watched> all() {
    return witness == null ? List.of() : witness.logs();
  }

  /** How many proofs of two histories are kept, also of logs that are cosigned no more. */
  int splits() {
    return witness == null ? 0 : witness.splits();
  }

  /** The one that pages call {@code id}. */
  public Optional<Witness.Watched> find(String id) {
    return all().stream().filter(log -> id(log).equals(id)).findFirst();
  }

  /** How pages call {@code log}. */
  public static String id(Witness.Watched log) {
    return AskedWitness.id(log.key());
  }

  /** What stands in the way of cosigning a log. */
  public enum Mistake {
    /** Not a key. */
    KEY("witness.mistake.key"),
    /** The key of a witness, not of a log. */
    WITNESS_KEY("witness.mistake.witness-key"),
    /** This house's own log. */
    OWN("witness.mistake.own"),
    /** Known under another key. */
    OTHER("witness.mistake.other"),
    /** Too many, or the memory is damaged. */
    MANY("witness.mistake.many");

    private final String key;

    Mistake(String key) {
      this.key = key;
    }

    /** Message key. */
    public String key() {
      return key;
    }
  }

  /** Cosigns the log with this key from now on; what is wrong with it, if anything. */
  public Optional<Mistake> add(String vkey) {
    if (witness == null) {
      return Optional.of(Mistake.MANY);
    }
    try {
      var key = NoteKey.parse(vkey.replaceAll("\\s", ""));
      if (key.equals(own)) {
        return Optional.of(Mistake.OWN);
      }
      witness.watch(key);
      return Optional.empty();
    } catch (LedgerRefused refused) {
      return Optional.of(
          switch (refused.key()) {
            case "ledger.not-a-log-key" -> Mistake.WITNESS_KEY;
            case "ledger.another-key" -> Mistake.OTHER;
            case "ledger.too-many-logs" -> Mistake.MANY;
            default -> Mistake.KEY;
          });
    }
  }

  /** Cosigns it no longer. */
  public void leave(Witness.Watched log) {
    if (witness != null) {
      witness.leave(log.key());
    }
  }

  /** What came of a question that arrived over the network; empty: too often to look into it. */
  Optional<WitnessAnswer> answer(WitnessRequest request) throws LedgerRefused {
    var origin = request.note().checkpoint().origin();
    if (witness == null || !witness.watches(origin)) {
      return Optional.of(new WitnessAnswer.UnknownLog());
    }
    // The name of a log stands in every package: strangers must not use up what the log itself has.
    var counted = witness.leadsOn(request) ? pace : paceOfAnyone;
    // Nor may they keep it from going on after an answer was lost: it needs the size kept here.
    return counted.admits(origin)
        ? Optional.of(witness.answer(request))
        : witness.remembered(request);
  }

  /**
   * What came of a file.
   *
   * @param log whose it was; empty where it is none that is cosigned
   * @param answer how the witness answered; empty where the file is no question
   */
  public record Filed(Optional<Witness.Watched> log, Optional<WitnessAnswer> answer) {}

  /** Answers a question that a keeper brought as a file. */
  public Filed file(String text) {
    try {
      var request = WitnessRequest.parse(text);
      var origin = request.note().checkpoint().origin();
      var answer = witness == null ? new WitnessAnswer.UnknownLog() : witness.answer(request);
      var log = all().stream().filter(one -> one.key().name().equals(origin)).findFirst();
      return new Filed(log, Optional.of(answer));
    } catch (LedgerRefused noQuestion) {
      return new Filed(Optional.empty(), Optional.empty());
    }
  }
}
