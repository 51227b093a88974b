package org.vigie.node.doctor;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.vigie.ledger.Hash;
import org.vigie.ledger.LedgerRefused;
import org.vigie.node.ops.Home;
import org.vigie.node.store.LogFolder;
import org.vigie.node.store.SqliteFile;
import org.vigie.register.RegisterRefused;

/**
 * Whether a home's database, registers and custody log are whole and agree, as far as that shows
 * without a member's key. A register cut short at its end shows in the log; whether a sealed file
 * is missing shows only to a member.
 *
 * @param home looked at; a node may be running on it
 */
public record HomeAudit(Home home) {

  /** Looks now. */
  public List<Observation> look(SecureRandom random, InstantSource clock) {
    var seen = new ArrayList<Observation>();
    var hashes = new HashSet<Hash>();
    var database = new SqliteFile(home.database());
    try {
      var damage = database.damage();
      if (!damage.isEmpty()) {
        return List.of(Observation.wrong("doctor.database.damaged", damage.getFirst()));
      }
      seen.add(Observation.ok("doctor.database"));
      // The rows first: what they speak of is in the log by then.
      database.chains(hashes::add);
      hashes.removeAll(new HashSet<>(database.waiting()));
      var counts = database.counts();
      seen.add(
          Observation.ok("doctor.chains", counts.registers(), counts.entries(), counts.accounts()));
    } catch (RegisterRefused broken) {
      seen.add(Observation.wrong("doctor.chains.broken", broken.details().getFirst()));
    } catch (IOException unreadable) {
      return List.of(Observation.wrong("doctor.database.unreadable"));
    }
    seen.addAll(log(hashes, random, clock));
    return seen;
  }

  private List<Observation> log(Set<Hash> hashes, SecureRandom random, InstantSource clock) {
    try {
      var folder = new LogFolder(home);
      var log = folder.check(folder.files(), random, clock);
      var missing = hashes.stream().filter(hash -> !log.knows(hash)).count();
      var seen = new ArrayList<Observation>();
      seen.add(
          missing == 0
              ? Observation.ok("doctor.log")
              : Observation.wrong("doctor.log.missing", missing));
      if (log.ended() > 0) {
        seen.add(Observation.ok("doctor.log.ended", log.ended()));
      }
      seen.add(witnesses(log));
      return seen;
    } catch (LedgerRefused damaged) {
      return List.of(Observation.wrong("doctor.log.damaged"));
    } catch (IOException unreadable) {
      return List.of(Observation.wrong("doctor.log.unreadable"));
    }
  }

  /** Two histories are no damage of this home: it works, and a backup of it can be restored. */
  private static Observation witnesses(LogFolder.Read log) throws LedgerRefused {
    if (log.split()) {
      return Observation.advice("doctor.witness.split");
    }
    return log.witnessed() == 0
        ? Observation.advice("doctor.witness.none", log.published())
        : Observation.ok("doctor.witness", log.published(), log.witnessed());
  }
}
