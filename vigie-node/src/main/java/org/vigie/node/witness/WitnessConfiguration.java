package org.vigie.node.witness;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.ledger.CustodyLog;
import org.vigie.ledger.LedgerRefused;
import org.vigie.ledger.Witness;
import org.vigie.ledger.store.FileLogStore;
import org.vigie.node.house.Houses;
import org.vigie.node.ops.Home;
import org.vigie.node.ops.HomeCheck;
import org.vigie.node.shell.Beacon;
import org.vigie.node.shell.MachineRoute;
import org.vigie.node.shell.NavItem;
import org.vigie.node.shell.Notice;
import org.vigie.node.shell.Role;
import org.vigie.node.store.HouseLogs;
import org.vigie.node.store.NodeKeys;
import org.vigie.node.store.SettingStore;
import org.vigie.register.Catalogue;

/** Makes what asks witnesses and what is one. */
@Configuration(proxyBeanMethods = false)
class WitnessConfiguration {

  private static final System.Logger LOG = System.getLogger(WitnessConfiguration.class.getName());

  @Bean
  Catalogue witnessTypes() {
    return Catalogue.of(WitnessNamed.TYPE, SplitExplained.TYPE);
  }

  @Bean(destroyMethod = "close")
  HttpWitnessLine witnessLine() {
    return new HttpWitnessLine();
  }

  @Bean
  Witnesses witnesses(
      HouseLogs logs, Home home, SettingStore settings, HttpWitnessLine line, InstantSource clock)
      throws LedgerRefused {
    var earlier = new ArrayList<OwnAlarm>();
    for (var ended : logs.ended()) {
      earlier.addAll(new OwnAlarms(ended.store()).all());
    }
    var alarms = new OwnAlarms(logs.store(), earlier);
    var log = logs.current();
    var list = new WitnessList(settings);
    list.about(log.keys().getFirst(), logs.ended().isEmpty());
    return new Witnesses(log, list, alarms, line, home.restored(), clock);
  }

  @Bean(destroyMethod = "close")
  WitnessTicker witnessTicker(Witnesses witnesses, InstantSource clock) {
    return new WitnessTicker(witnesses, clock).started();
  }

  /**
   * The key and the memory lie in one folder that no backup holds: a witness set back to an older
   * memory could sign a second history, so a restored house is a new witness with a new key.
   */
  @Bean
  WatchedLogs watchedLogs(Home home, CustodyLog log, SecureRandom random, InstantSource clock)
      throws IOException {
    var own = log.keys().getFirst();
    try {
      var signer = NodeKeys.in(home.witness(), random).witness();
      var store = new FileLogStore(home.witness());
      return new WatchedLogs(Witness.open(signer, store, clock), own, clock);
    } catch (LedgerRefused damaged) {
      LOG.log(Level.ERROR, "the memory of the witness is damaged; it signs nothing more");
      return new WatchedLogs(null, own, clock);
    }
  }

  @Bean
  WitnessDoor witnessDoor(WatchedLogs logs) {
    return new WitnessDoor(logs);
  }

  @Bean
  PartnerNames partnerNames(Houses houses) {
    return new PartnerNames(houses);
  }

  @Bean
  SplitBook splitBook(Witnesses witnesses, WatchedLogs watched, Houses houses) {
    return new SplitBook(witnesses, watched, houses);
  }

  /** A log has no session and no form; what it sends proves itself. */
  @Bean
  MachineRoute addCheckpointRoute() {
    return new MachineRoute("/witness/add-checkpoint");
  }

  @Bean
  NavItem witnessItem() {
    return new NavItem("/witnesses", "witness.nav", Set.of(Role.KEEPER), 820);
  }

  @Bean
  HomeCheck witnessCheck(Witnesses witnesses) {
    return () -> {
      var reach = witnesses.reach();
      return new HomeCheck.Finding(
          reach.key(),
          reach.good(),
          List.of(reach.entries(), reach.witnessed(), reach.needed(), reach.asked()));
    };
  }

  @Bean
  GraveNews graveNews(Witnesses witnesses, WatchedLogs watched, SettingStore settings) {
    return new GraveNews(witnesses, watched, settings);
  }

  /** Two histories of a log stand on every page of a keeper until one says that they know. */
  @Bean
  Beacon witnessBeacon(GraveNews news) {
    return roles -> {
      if (!roles.contains(Role.KEEPER) || !news.unseen()) {
        return Optional.empty();
      }
      var key = news.own() ? "witness.beacon.own" : "witness.beacon.other";
      return Optional.of(new Beacon.Lit(Notice.problem(key), "/witnesses"));
    };
  }
}
