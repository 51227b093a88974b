package org.vigie.node.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.vigie.ledger.LedgerRefused;
import org.vigie.ledger.WitnessAnswer;
import org.vigie.ledger.WitnessRequest;

/** What becomes of bytes that a stranger sent to be cosigned. Shut until a keeper names a log. */
public final class WitnessDoor {

  /** Most bytes read. */
  public static final int LONGEST = WitnessRequest.MAX_LENGTH;

  /** Header that carries, in base 64, the checkpoint which a witness that refuses holds. */
  public static final String KEPT = WitnessLine.KEPT;

  private final WatchedLogs logs;

  WitnessDoor(WatchedLogs logs) {
    this.logs = logs;
  }

  /** What became of it. */
  public sealed interface Outcome {}

  /** No log is cosigned here. */
  public record Off() implements Outcome {}

  /** More bytes than any question has. */
  public record TooLong() implements Outcome {}

  /** That log asked too often. */
  public record TooOften() implements Outcome {}

  /** Not a question. */
  public record Unreadable() implements Outcome {}

  /**
   * A question.
   *
   * @param answer how the witness answered
   */
  public record Answered(WitnessAnswer answer) implements Outcome {}

  /** Asks with {@code body}, as it came. */
  public Outcome ask(byte[] body) {
    if (!logs.on()) {
      return new Off();
    }
    if (body.length > LONGEST) {
      return new TooLong();
    }
    try {
      return logs.answer(WitnessRequest.parse(new String(body, UTF_8)))
          .<Outcome>map(Answered::new)
          .orElseGet(TooOften::new);
    } catch (LedgerRefused noQuestion) {
      return new Unreadable();
    }
  }
}
