package org.vigie.node.shield;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.kernel.RegisterId;
import org.vigie.node.LiveFiles;
import org.vigie.node.TestNode;
import org.vigie.node.casefile.CaseFile;
import org.vigie.node.house.Accounts;
import org.vigie.node.house.Founder;
import org.vigie.node.house.Founder.Person;
import org.vigie.node.house.Told;
import org.vigie.node.store.Database;
import org.vigie.register.Registers;
import org.vigie.seal.AgeFile;
import org.vigie.seal.SealRefused;

/** Whoever holds the machine, its disk, its database and every backup of it, but no passphrase. */
class AdministratorTest {

  private static final String WORDS = "GERENUK5521 said it only here";

  @TempDir private Path home = Path.of("");
  @TempDir private Path elsewhere = Path.of("");

  @Test
  void S_37_disk_database_and_the_nodes_own_keys_open_no_case() throws Exception {
    Person keeper;
    String caseId;
    try (var node = TestNode.start(home)) {
      keeper = Founder.found(node, "lamp keeper");
      caseId = caseOf(Told.by(Founder.invite(node, keeper, "person", "swallow"), WORDS));
    }
    var copy = copy(home, elsewhere.resolve("copy"));
    try (var node = TestNode.start(copy)) {
      // The administrator is also a keeper of the house: the most a member can be.
      var member =
          node.part(Accounts.class)
              .signIn(keeper.name(), keeper.passphrase(), keeper.code(1))
              .orElseThrow();
      var registers = node.part(Registers.class);
      var id = new RegisterId(caseId);
      assertThat(registers.mine(member.keys())).noneMatch(handle -> handle.id().equals(id));
      assertThat(registers.open(member.keys(), id)).isEmpty();
      member.keys().close();
    }
    assertThat(filesHolding(copy, WORDS.substring(0, 11))).isEmpty();
    nodesKeysOpenNothing(copy);
  }

  /** Every key that lies in the home, tried on every sealed piece of the database. */
  private static void nodesKeysOpenNothing(Path copy) throws Exception {
    var keys = new ArrayList<byte[]>();
    try (var files = Files.walk(copy.resolve("keys"))) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        keys.add(Files.readAllBytes(file));
      }
    }
    assertThat(keys).isNotEmpty();
    var wraps = wraps(copy.resolve("vigie.db"));
    assertThat(wraps).hasSizeGreaterThan(2);
    for (var key : keys) {
      for (var from = 0; from + 32 <= key.length; from++) {
        try (var secret = org.vigie.kernel.Secret.take(Arrays.copyOfRange(key, from, from + 32));
            var identity = org.vigie.seal.HybridKey.ofSeed(secret)) {
          for (var wrap : wraps) {
            assertThatThrownBy(() -> AgeFile.open(wrap, List.of(identity)))
                .isInstanceOf(SealRefused.class);
          }
        }
      }
    }
  }

  private static List<byte[]> wraps(Path database) throws Exception {
    var wraps = new ArrayList<byte[]>();
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + database);
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select sealed from wrap")) {
      while (rows.next()) {
        wraps.add(rows.getBytes(1));
      }
    }
    return wraps;
  }

  @Test
  void S_46_thirty_days_after_erasure_neither_the_node_nor_a_backup_shows_the_item()
      throws Exception {
    Deque<Path> backups = new ArrayDeque<>();
    var people = new ArrayList<Person>();
    var cases = new ArrayList<RegisterId>();
    try (var node = TestNode.start(home)) {
      var keeper = Founder.found(node, "lamp keeper");
      var person = Founder.invite(node, keeper, "person", "swallow");
      var caseId = new RegisterId(caseOf(Told.by(person, WORDS)));
      people.add(person);
      cases.add(caseId);
      var row = sealed(caseId);
      for (var day = 0; day < 33; day++) {
        if (day == 2) {
          erase(node, person, caseId);
        }
        backups.addLast(backup(node, elsewhere.resolve("day" + day)));
        if (backups.size() > 30) {
          delete(backups.removeFirst());
        }
        node.later(Duration.ofDays(1));
      }
      assertThat(row).isNotEmpty();
      for (var piece : row) {
        assertThat(filesHolding(home, piece)).isEmpty();
        for (var backup : backups) {
          assertThat(filesHolding(backup, piece)).as(backup.toString()).isEmpty();
        }
      }
      var browser = signedIn(node, person);
      assertThat(browser.get("/cases/" + caseId + "/account").text()).doesNotContain("GERENUK");
    }
    try (var restored = TestNode.start(backups.getFirst())) {
      restored.later(Duration.ofDays(33));
      var browser = signedIn(restored, people.getFirst());
      assertThat(browser.get("/cases/" + cases.getFirst() + "/account").text())
          .doesNotContain("GERENUK");
    }
  }

  /** A stretch of the body and of its key, of every entry of the case, as they lie in the rows. */
  private List<String> sealed(RegisterId id) throws Exception {
    var pieces = new ArrayList<String>();
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("vigie.db"));
        var statement =
            connection.prepareStatement(
                "select body_key, body from entry where register_id = ? and sequence = ?")) {
      statement.setString(1, id.value());
      statement.setLong(2, TOLD);
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          for (var column = 1; column <= 2; column++) {
            var bytes = rows.getBytes(column);
            pieces.add(new String(bytes, bytes.length / 2, 24, StandardCharsets.ISO_8859_1));
          }
        }
      }
    }
    return pieces;
  }

  /** Where the words stand in the case: founded, opened, told. */
  private static final long TOLD = 2;

  private void erase(TestNode node, Person person, RegisterId id) throws Exception {
    var member =
        node.part(Accounts.class)
            .signIn(person.name(), person.passphrase(), person.code(1))
            .orElseThrow();
    var register = node.part(Registers.class).open(member.keys(), id).orElseThrow();
    var entry = register.fold(CaseFile.FOLD).accounts().getFirst();
    assertThat(entry.sequence()).isEqualTo(TOLD);
    register.erase(entry.sequence());
    member.keys().close();
  }

  private static org.vigie.node.TestBrowser signedIn(TestNode node, Person person) {
    var browser = node.browser();
    browser.get("/sign-in");
    var answer =
        browser.post(
            "/sign-in",
            "name",
            person.name(),
            "passphrase",
            person.passphrase(),
            "code",
            person.code(0));
    assertThat(answer.status()).isEqualTo(303);
    return browser;
  }

  /** What a nightly backup takes: a copy of the database, the blobs, the keys of the node. */
  private Path backup(TestNode node, Path folder) throws IOException {
    Files.createDirectories(folder);
    node.part(Database.class).copyTo(folder.resolve("vigie.db"));
    for (var part : List.of("blobs", "keys", "log")) {
      copy(home.resolve(part), folder.resolve(part));
    }
    return folder;
  }

  private static String caseOf(Told told) {
    return told.base().substring("/cases/".length());
  }

  private static Path copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    LiveFiles.each(
        from,
        file -> {
          var target = to.resolve(from.relativize(file).toString());
          Files.createDirectories(target.getParent());
          Files.copy(file, target);
        });
    return to;
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static List<String> filesHolding(Path folder, String needle) throws IOException {
    var found = new ArrayList<String>();
    LiveFiles.each(
        folder,
        file -> {
          if (Files.readString(file, StandardCharsets.ISO_8859_1).contains(needle)) {
            found.add(folder.relativize(file).toString());
          }
        });
    return found;
  }
}
