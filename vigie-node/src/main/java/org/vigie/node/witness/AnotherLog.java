package org.vigie.node.witness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Comparator;
import org.vigie.ledger.LedgerRefused;
import org.vigie.ledger.LogFounding;
import org.vigie.ledger.NoteKey;
import org.vigie.ledger.store.FileLogStore;
import org.vigie.node.ops.Home;
import org.vigie.node.store.HouseLogs;
import org.vigie.node.store.NodeKeys;

/**
 * Ends the custody log of a house whose node is stopped and begins another under a new name and
 * key: the way on after two histories of it showed, because no witness that saw both signs for the
 * old name any more. What was proved under the old key stays provable; that key is deleted. Does
 * not tell who wrote the other history, nor does it take the proof of it away.
 */
public final class AnotherLog {

  private final Home home;
  private final FileLogStore base;
  private final NodeKeys keys;
  private final HouseLogs logs;
  private final SecureRandom random;
  private final InstantSource clock;

  private AnotherLog(Home home, NodeKeys keys, SecureRandom random, InstantSource clock)
      throws IOException, LedgerRefused {
    this.home = home;
    this.keys = keys;
    this.random = random;
    this.clock = clock;
    this.base = new FileLogStore(home.log());
    this.logs = HouseLogs.open(base, keys, random, clock);
  }

  /**
   * Looks at the log of {@code home}, on which no node runs.
   *
   * @throws LedgerRefused if the log is damaged
   */
  public static AnotherLog of(Home home, SecureRandom random, InstantSource clock)
      throws IOException, LedgerRefused {
    return new AnotherLog(home, new NodeKeys(home, random), random, clock);
  }

  /**
   * How it stands.
   *
   * @param log key of the log that is written
   * @param left its entries
   * @param alarms how many proofs of another state of it this house holds
   * @param shared entries of the last checkpoint that each witness of those cosigned here; all
   *     entries where there is no such proof
   */
  public record Plan(NoteKey log, long left, int alarms, long shared) {}

  /** How it stands now. */
  public Plan plan() throws LedgerRefused {
    var alarms = new OwnAlarms(logs.store()).all();
    var left = logs.current().checkpoint().checkpoint().size();
    var shared = left;
    for (var alarm : alarms) {
      shared = Math.min(shared, sharedWith(alarm));
    }
    return new Plan(logs.current().keys().getFirst(), left, alarms.size(), shared);
  }

  private long sharedWith(OwnAlarm alarm) throws LedgerRefused {
    for (var key : logs.current().witnessKeys()) {
      if (AskedWitness.id(key).equals(alarm.witness())) {
        return Math.min(alarm.theirs(), logs.current().lastWitnessedBy(key));
      }
    }
    return 0;
  }

  /** Whether the log kept a checkpoint of {@code size} entries. */
  public boolean keeps(long size) {
    try {
      return size == 0 || logs.current().checkpoint(size).checkpoint().size() == size;
    } catch (LedgerRefused neverPublished) {
      return false;
    }
  }

  /**
   * Ends the log and begins another. Stopped at any moment, either the old log goes on as if
   * nothing had been done, or the new one stands.
   *
   * @param agreed entries that witnesses share: none, or those of a checkpoint that is kept
   * @return the new log's key
   */
  public NoteKey begin(long agreed) throws IOException, LedgerRefused {
    var number = logs.ended().size();
    wipe(home.log().resolve(HouseLogs.prefix(number + 1)));
    LogFounding.found(
        logs.store(),
        keys.log(number),
        agreed,
        HouseLogs.below(base, number + 1),
        keys.log(number + 1),
        clock);
    var after = HouseLogs.open(base, keys, random, clock);
    after.succession(number).verify();
    keys.forgetLogsBefore(number + 1);
    return after.current().keys().getFirst();
  }

  /** What an attempt left that was stopped before the new log counted. */
  private static void wipe(Path place) throws IOException {
    if (Files.exists(place)) {
      try (var all = Files.walk(place)) {
        for (var file : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(file);
        }
      }
    }
  }
}
