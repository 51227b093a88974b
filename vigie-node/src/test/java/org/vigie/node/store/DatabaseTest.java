package org.vigie.node.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.kernel.MemberId;
import org.vigie.node.ops.StoreTrouble;
import org.vigie.register.Role;
import org.vigie.register.World;
import org.vigie.register.store.Bytes;
import org.vigie.register.store.RowStep;

class DatabaseTest {

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  @Test
  void settings_that_durability_and_erasure_rest_on_are_in_force() throws Exception {
    var file = folder.resolve("vigie.db");
    try (var database = Database.embedded(file)) {
      assertThat(database.pragma("secure_delete")).isEqualTo("1");
      assertThat(database.pragma("journal_mode")).isEqualTo("wal");
      assertThat(database.pragma("synchronous")).isEqualTo("2");
      assertThat(database.pragma("temp_store")).isEqualTo("2");
      assertThat(Files.getPosixFilePermissions(file))
          .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }
  }

  @Test
  void S_03_what_was_deleted_is_nowhere_in_the_files() throws Exception {
    var canary = "CANARY-ROW-4471-" + "x".repeat(300);
    var member = MemberId.random(new SecureRandom());
    try (var database = Database.embedded(folder.resolve("vigie.db"))) {
      var rows = new SqlRows(database);
      var before = new ArrayList<RowStep>();
      for (var i = 0; i < 200; i++) {
        var id = "%032x".formatted(i);
        before.add(
            new RowStep.PutWrap(id, Bytes.of((canary + i).getBytes(StandardCharsets.UTF_8))));
      }
      assertThat(rows.commit(before)).isTrue();
      var keyring = Bytes.of((canary + "keyring").getBytes(StandardCharsets.UTF_8));
      assertThat(rows.commit(List.of(new RowStep.PutKeyring(member, null, keyring)))).isTrue();
      assertThat(copiesOf("CANARY-ROW-4471")).isEqualTo(201);
      var after = new ArrayList<RowStep>();
      for (var i = 0; i < 200; i++) {
        after.add(new RowStep.DropWrap("%032x".formatted(i)));
      }
      after.add(new RowStep.PutKeyring(member, keyring, Bytes.of(new byte[400])));
      assertThat(rows.commit(after)).isTrue();
      assertThat(copiesOf("CANARY-ROW-4471")).isZero();
    }
  }

  @Test
  void S_03_an_erased_entry_is_nowhere_in_the_files() throws Exception {
    try (var database = Database.embedded(folder.resolve("vigie.db"))) {
      var rows = new SqlRows(database);
      var world = new World(rows, new FileBlobs(folder));
      try (var session = world.signIn(world.person())) {
        var register = world.registers.create(session, "case", Role.steward("person"));
        var entry = register.append(World.NOTE, World.note("forget me"));
        var row = rows.entries(register.id(), entry.sequence(), 1).getFirst();
        var body = row.body();
        var key = row.bodyKey();
        assertThat(body).isNotNull();
        assertThat(key).isNotNull();
        // A stretch that a page boundary does not cut.
        assertThat(found(body) + found(key)).isPositive();
        register.erase(entry.sequence());
        assertThat(found(body) + found(key)).isZero();
      }
    }
  }

  private int found(Bytes sealed) throws IOException {
    var bytes = sealed.toArray();
    return copiesOf(new String(bytes, bytes.length / 2, 24, StandardCharsets.ISO_8859_1));
  }

  private int copiesOf(String needle) throws IOException {
    var copies = 0;
    try (var files = Files.list(folder)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        var content = Files.readString(file, StandardCharsets.ISO_8859_1);
        for (var at = content.indexOf(needle); at >= 0; at = content.indexOf(needle, at + 1)) {
          copies++;
        }
      }
    }
    return copies;
  }

  @Test
  void a_copy_of_the_running_database_opens() throws Exception {
    try (var database = Database.embedded(folder.resolve("vigie.db"))) {
      new SettingStore(database).put("one", Bytes.of(new byte[] {7}));
      database.copyTo(folder.resolve("copy.db"));
    }
    try (var copy = Database.embedded(folder.resolve("copy.db"))) {
      assertThat(new SettingStore(copy).find("one")).contains(Bytes.of(new byte[] {7}));
    }
  }

  @Test
  void a_database_that_was_held_by_somebody_else_undoes_afterwards_what_is_given_up()
      throws Exception {
    var file = folder.resolve("vigie.db");
    try (var database = Database.embedded(file)) {
      var settings = new SettingStore(database);
      try (var other = java.sql.DriverManager.getConnection("jdbc:sqlite:" + file);
          var holding = other.createStatement()) {
        holding.execute("begin immediate");
        assertThatThrownBy(() -> database.attempt(() -> true))
            .isInstanceOf(java.io.UncheckedIOException.class)
            .cause()
            .isInstanceOfSatisfying(
                StoreTrouble.class,
                trouble -> assertThat(trouble.kind()).isEqualTo(StoreTrouble.Kind.BUSY));
        holding.execute("rollback");
      }
      var given =
          database.attempt(() -> {
            settings.put("half", Bytes.of(new byte[] {1}));
            return false;
          });
      assertThat(given).isFalse();
      assertThat(settings.find("half")).isEmpty();
      assertThat(
              database.attempt(() -> {
                settings.put("whole", Bytes.of(new byte[] {1}));
                return true;
              }))
          .isTrue();
      assertThat(settings.find("whole")).isPresent();
    }
  }

  @Test
  void no_column_is_a_time_or_ties_a_person_to_a_register() throws Exception {
    try (var database = Database.embedded(folder.resolve("vigie.db"))) {
      var tables =
          database
              .sql()
              .sql(
                  "select sql from sqlite_master where name not like 'flyway%' and sql is not null")
              .query((row, n) -> row.getString(1))
              .list();
      for (var table : tables) {
        assertThat(table).doesNotContainIgnoringCase("timestamp").doesNotContain("references");
        assertThat(table.contains("member_id") && table.contains("register_id")).isFalse();
        if (table.startsWith("create table")) {
          assertThat(table).endsWith("without rowid");
        }
      }
      assertThat(tables).hasSizeGreaterThan(10);
    }
  }
}
