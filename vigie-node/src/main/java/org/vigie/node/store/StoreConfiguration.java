package org.vigie.node.store;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.ledger.CustodyLog;
import org.vigie.ledger.LeafCommitment;
import org.vigie.ledger.LedgerRefused;
import org.vigie.ledger.store.FileLogStore;
import org.vigie.node.house.HouseRows;
import org.vigie.node.ops.Home;
import org.vigie.node.ops.NodeSettings;
import org.vigie.node.ops.Readiness;
import org.vigie.register.Catalogue;
import org.vigie.register.EntryType;
import org.vigie.register.EntryTypes;
import org.vigie.register.Registers;
import org.vigie.register.store.BlobStore;
import org.vigie.register.store.Custody;
import org.vigie.register.store.RegisterRows;

/** Leads the registers' ports to the database, the folder of blobs and the custody log. */
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {

  @Bean(destroyMethod = "close")
  Database database(Home home, NodeSettings settings) throws IOException {
    return Database.open(home, settings.stores().database());
  }

  @Bean
  RegisterRows registerRows(Database database) {
    return new SqlRows(database);
  }

  /** The one place that chooses where blobs lie. */
  @Bean
  FileBlobs blobStore(Home home, NodeSettings settings) throws IOException {
    var address = settings.stores().blobs();
    if (address.isBlank()) {
      return new FileBlobs(home.blobs());
    }
    if (!address.startsWith("file:")) {
      throw new IllegalArgumentException("blobs lie in a folder: file:/…");
    }
    return new FileBlobs(Files.createDirectories(Path.of(URI.create(address))));
  }

  @Bean
  HouseRows houseRows(Database database) {
    return new SqlHouseRows(database);
  }

  @Bean
  KeyDirectory keyDirectory(Database database) {
    return new KeyDirectory(database);
  }

  @Bean
  TokenStore tokenStore(Database database) {
    return new TokenStore(database);
  }

  @Bean
  SettingStore settingStore(Database database) {
    return new SettingStore(database);
  }

  @Bean
  NodeKeys nodeKeys(Home home, SecureRandom random) {
    return new NodeKeys(home, random);
  }

  @Bean
  HouseLogs houseLogs(Home home, NodeKeys keys, SecureRandom random, InstantSource clock)
      throws IOException, LedgerRefused {
    var logs = HouseLogs.open(new FileLogStore(home.log()), keys, random, clock);
    keys.forgetLogsBefore(logs.ended().size());
    return logs;
  }

  @Bean
  CustodyLog custodyLog(HouseLogs logs) {
    return logs.current();
  }

  @Bean
  Custody custody(CustodyLog log) {
    return leaves -> leaves.forEach(leaf -> log.submit(new LeafCommitment(leaf)));
  }

  @Bean
  EntryTypes entryTypes(ObjectProvider<Catalogue> catalogues) {
    return new EntryTypes(
        catalogues.stream().<EntryType<?>>flatMap(one -> one.types().stream()).toList());
  }

  @Bean
  Registers registers(
      RegisterRows rows,
      BlobStore blobs,
      Custody custody,
      EntryTypes types,
      NodeKeys keys,
      SecureRandom random,
      InstantSource clock)
      throws IOException {
    var registers = new Registers(rows, blobs, custody, types, keys.deposits(), random, clock);
    registers.recover();
    return registers;
  }

  @Bean(destroyMethod = "close")
  CustodyTicker custodyTicker(Registers registers, CustodyLog log) {
    return new CustodyTicker(registers, log);
  }

  @Bean(destroyMethod = "close")
  TimeStampTicker timeStampTicker(
      HouseLogs logs, NodeSettings settings, SecureRandom random, InstantSource clock) {
    return new TimeStampTicker(logs.all(), settings.timeStamps(), random, clock);
  }

  @Bean
  Readiness databaseReady(Database database) {
    return database::ready;
  }

  @Bean
  Readiness blobsReady(FileBlobs blobs) {
    return blobs::ready;
  }
}
