package org.vigie.node.witness.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigie.kernel.Refusal;
import org.vigie.ledger.LedgerRefused;
import org.vigie.ledger.SignedNote;
import org.vigie.ledger.Witness;
import org.vigie.node.shell.SignedIn;
import org.vigie.node.store.HouseLogs;
import org.vigie.node.witness.AskedWitness;
import org.vigie.node.witness.GraveNews;
import org.vigie.node.witness.PartnerNames;
import org.vigie.node.witness.SplitBook;
import org.vigie.node.witness.WatchedLogs;
import org.vigie.node.witness.Witnesses;

/** Puts the keepers' names beside what the node knows of partners. */
final class Partners {

  private final Witnesses witnesses;
  private final WatchedLogs watched;
  private final PartnerNames names;
  private final GraveNews news;
  private final SplitBook splits;
  private final HouseLogs logs;

  Partners(
      Witnesses witnesses,
      WatchedLogs watched,
      PartnerNames names,
      GraveNews news,
      SplitBook splits,
      HouseLogs logs) {
    this.witnesses = witnesses;
    this.watched = watched;
    this.names = names;
    this.news = news;
    this.splits = splits;
    this.logs = logs;
  }

  private static boolean ended(Map<String, List<SplitBook.Told>> told, String split) {
    var lines = told.getOrDefault(split, List.of());
    return !lines.isEmpty() && lines.getLast().explained().ended();
  }

  WitnessesPage page(SignedIn keeper) throws Refusal {
    var called = names.of(keeper);
    var told = splits.of(keeper);
    var alarms = new ArrayList<WitnessesPage.Alarm>();
    for (var one : witnesses.alarms()) {
      alarms.add(
          new WitnessesPage.Alarm(
              alarms.size(),
              called.getOrDefault(one.witness(), ""),
              one.proven(),
              one.ours(),
              one.theirs(),
              one.at(),
              SplitBook.id(one.proof()),
              witnesses.isEarlier(one),
              ended(told, SplitBook.id(one.proof()))));
    }
    return new WitnessesPage(
        witnesses.resting(),
        news.unseen(),
        witnesses.reach(),
        alarms,
        witnesses.all().stream().map(one -> asked(one, called)).toList(),
        logs(called),
        earlier(),
        witnesses.logKey(),
        watched.key().orElse(null));
  }

  private List<WitnessesPage.Earlier> earlier() {
    var all = new ArrayList<WitnessesPage.Earlier>();
    for (var one : logs.ended()) {
      var said = one.said();
      all.add(
          new WitnessesPage.Earlier(
              all.size(),
              said.old().name(),
              said.old().fingerprint().toString(),
              said.left().size(),
              said.agreed().size(),
              said.at()));
    }
    return all;
  }

  WitnessesPage.Asked asked(SignedIn keeper, AskedWitness witness) throws Refusal {
    return asked(witness, names.of(keeper));
  }

  private WitnessesPage.Asked asked(AskedWitness witness, Map<String, String> called) {
    var behind = witnesses.reach().entries() > witness.standing().size();
    return new WitnessesPage.Asked(witness, called.getOrDefault(witness.id(), ""), behind);
  }

  private List<WitnessesPage.Log> logs(Map<String, String> called) {
    return watched.all().stream().map(log -> log(log, called)).toList();
  }

  WitnessesPage.Log log(SignedIn keeper, Witness.Watched log) throws Refusal {
    return log(log, names.of(keeper));
  }

  private WitnessesPage.Log log(Witness.Watched log, Map<String, String> called) {
    var id = WatchedLogs.id(log);
    return new WitnessesPage.Log(
        id,
        called.getOrDefault(id, ""),
        log.key().name(),
        log.key().fingerprint().toString(),
        log.last().map(Partners::size).orElse(0L),
        log.last().map(this::signedAt).orElse(null),
        log.splits().stream().map(SplitBook::id).toList());
  }

  private static long size(SignedNote note) {
    try {
      return note.checkpoint().size();
    } catch (LedgerRefused impossible) {
      throw new IllegalStateException("a checkpoint we cosigned", impossible);
    }
  }

  private @Nullable Instant signedAt(SignedNote note) {
    try {
      return note.verify(watched.key().stream().toList()).getFirst().at().orElse(null);
    } catch (LedgerRefused impossible) {
      return null;
    }
  }
}
