package org.vigie.node.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vigie.ledger.CustodyLog;
import org.vigie.ledger.LeafCommitment;
import org.vigie.ledger.LedgerRefused;
import org.vigie.ledger.LogBeginning;
import org.vigie.ledger.LogFounding;
import org.vigie.ledger.LogStore;
import org.vigie.ledger.LogSuccession;
import org.vigie.ledger.SignedNote;
import org.vigie.ledger.store.MemoryLogStore;

/**
 * The custody logs of a house: the one it writes, and before it those that were ended, each with
 * the signed beginning of the next. Ended logs prove what they held and take nothing more. Safe for
 * several threads.
 */
public final class HouseLogs {

  private final LogStore store;
  private final CustodyLog current;
  private final List<Ended> ended;

  private HouseLogs(LogStore store, CustodyLog current, List<Ended> ended) {
    this.store = store;
    this.current = current;
    this.ended = List.copyOf(ended);
  }

  /**
   * A log that was ended.
   *
   * @param log it, to be asked only
   * @param store where it lies
   * @param beginning of the log after it, signed by both keys
   * @param said what that says
   */
  public record Ended(CustodyLog log, LogStore store, SignedNote beginning, LogBeginning said) {}

  /** One log and none before it. */
  public static HouseLogs of(CustodyLog only) {
    return new HouseLogs(new MemoryLogStore(), only, List.of());
  }

  /**
   * Opens all logs of a house, or founds the first.
   *
   * @param base the folder {@code log} of its home
   * @throws LedgerRefused as {@link CustodyLog#open}; {@code ledger.damaged-log} if one log does
   *     not lead to the next
   */
  public static HouseLogs open(
      LogStore base, NodeKeys keys, SecureRandom random, InstantSource clock)
      throws IOException, LedgerRefused {
    var ended = new ArrayList<Ended>();
    var number = number(base);
    for (var i = 0; i < number; i++) {
      var kept = begun(base, i + 1).orElseThrow(() -> new LedgerRefused("ledger.damaged-log"));
      var note = SignedNote.parse(new String(kept, UTF_8));
      var said = LogSuccession.verify(note);
      var log = CustodyLog.ended(below(base, i), said.old(), random, clock);
      require(log.checkpoint().checkpoint().equals(said.left()));
      require(i == 0 || ended.getLast().said().next().equals(said.old()));
      ended.add(new Ended(log, below(base, i), note, said));
    }
    var signer = keys.log(number);
    require(number == 0 || ended.getLast().said().next().equals(signer.key()));
    var current = CustodyLog.open(below(base, number), List.of(signer), random, clock);
    return new HouseLogs(below(base, number), current, ended);
  }

  private static void require(boolean holds) throws LedgerRefused {
    if (!holds) {
      throw new LedgerRefused("ledger.damaged-log");
    }
  }

  /** How many logs were ended in the folder {@code log} of a home. */
  public static int number(LogStore base) {
    var number = 0;
    while (begun(base, number + 1).isPresent()) {
      number++;
    }
    return number;
  }

  private static Optional<byte[]> begun(LogStore base, int number) {
    return base.read(prefix(number) + LogFounding.BEGUN);
  }

  /** Where the log after {@code number} others lies: the first where it always lay. */
  public static String prefix(int number) {
    return number == 0 ? "" : "after/" + number + "/";
  }

  /** The files of the log after {@code number} others. */
  public static LogStore below(LogStore base, int number) {
    return number == 0 ? base : new Below(base, prefix(number));
  }

  /** The log that is written. */
  public CustodyLog current() {
    return current;
  }

  /** Where it lies. */
  public LogStore store() {
    return store;
  }

  /** The logs before it, the oldest first. */
  public List<Ended> ended() {
    return ended;
  }

  /** The ended log that holds {@code entry}, if one does. */
  public Optional<Ended> before(LeafCommitment entry) {
    return ended.reversed().stream().filter(one -> one.log().find(entry).isPresent()).findFirst();
  }

  /** Every log, the one that is written first. */
  public List<CustodyLog> all() {
    return Stream.concat(Stream.of(current), ended.reversed().stream().map(Ended::log)).toList();
  }

  /**
   * The file that shows how the log after the ended one of this number took its place.
   *
   * @param number from 0
   */
  public LogSuccession succession(int number) throws LedgerRefused {
    var one = ended.get(number);
    var next = number + 1 < ended.size() ? ended.get(number + 1).log() : current;
    var agreed = one.said().agreed().size();
    return new LogSuccession(
        one.beginning(), agreed == 0 ? null : one.log().witnessed(agreed), next.proveWitnessed(0));
  }

  /** Files under a path of their own. */
  private record Below(LogStore base, String prefix) implements LogStore {

    @Override
    public Optional<byte[]> read(String path) {
      return base.read(prefix + path);
    }

    @Override
    public void write(String path, byte[] content) {
      base.write(prefix + path, content);
    }

    @Override
    public void remove(String path) {
      base.remove(prefix + path);
    }
  }
}
