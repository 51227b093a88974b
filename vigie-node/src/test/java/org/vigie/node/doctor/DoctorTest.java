package org.vigie.node.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.kernel.Language;
import org.vigie.kernel.Refusal;
import org.vigie.node.TestNode;
import org.vigie.node.house.Houses;
import org.vigie.node.house.NewAccount;
import org.vigie.node.ops.SettingsReader;
import org.vigie.node.shell.Role;
import org.vigie.seal.Digests;

class DoctorTest {

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  private static Doctor doctor() {
    return new Doctor(new SecureRandom(), Clock.systemUTC());
  }

  private List<String> wrong() throws Refusal, IOException {
    return doctor().home(SettingsReader.read(home(), Map.of())).stream()
        .filter(one -> !one.good())
        .map(Observation::key)
        .toList();
  }

  private Path home() {
    return folder.resolve("home");
  }

  private void found() throws Refusal {
    try (var node = TestNode.start(home())) {
      var founder = new NewAccount("lamp", "Lamp", "seven invented words", "", 0, 0, Language.EN);
      node.part(Houses.class).found("Lamp", founder, Set.of(Role.PERSON));
    }
  }

  @Test
  void finds_nothing_wrong_with_a_home_that_a_node_is_using_and_changes_nothing() throws Exception {
    found();
    try (var node = TestNode.start(home())) {
      assertThat(node.port()).isPositive();
      var before = digests();
      assertThat(wrong()).isEmpty();
      assertThat(digests()).isEqualTo(before);
    }
  }

  @Test
  void is_content_with_a_home_that_does_not_exist_yet() throws Exception {
    assertThat(wrong()).isEmpty();
    assertThat(home()).doesNotExist();
  }

  @Test
  void sees_an_entry_that_was_changed() throws Exception {
    found();
    sql("update entry set body = x'00' where sequence = 1");
    assertThat(wrong()).containsExactly("doctor.chains.broken");
  }

  @Test
  void sees_a_database_whose_pages_were_overwritten() throws Exception {
    found();
    try (var file = new RandomAccessFile(home().resolve("vigie.db").toFile(), "rw")) {
      file.seek(4096);
      file.write(new byte[8 * 4096]);
    }
    assertThat(wrong()).containsAnyOf("doctor.database.damaged", "doctor.database.unreadable");
  }

  @Test
  void sees_a_custody_log_that_lost_what_the_database_says_it_took() throws Exception {
    found();
    try (var files = Files.list(home().resolve("log"))) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        if (file.getFileName().toString().equals("queue")) {
          Files.delete(file);
        }
      }
    }
    assertThat(wrong()).containsExactly("doctor.log.missing");
    Files.delete(home().resolve("keys").resolve("log.key"));
    assertThat(wrong()).containsExactly("doctor.log.unreadable");
  }

  @Test
  void sees_a_home_that_others_can_enter() throws Exception {
    found();
    Files.setPosixFilePermissions(home(), PosixFilePermissions.fromString("rwxr-xr-x"));
    assertThat(wrong()).containsExactly("doctor.home.open");
  }

  @Test
  void sees_a_sealed_file_that_was_overwritten() throws Exception {
    found();
    var blob = home().resolve("blobs").resolve("0".repeat(32));
    Files.writeString(blob, "age-encryption.org/v1\n-> …");
    assertThat(wrong()).isEmpty();
    Files.writeString(blob, "zeros");
    assertThat(wrong()).containsExactly("doctor.blobs.damaged");
  }

  @Test
  void S_42_sees_swap_that_is_not_encrypted() throws Exception {
    assertThat(machine("proc/swaps", "Filename Type\n")).contains("doctor.swap.none");
    assertThat(machine("proc/swaps", "Filename Type\n/dev/sda2 partition\n"))
        .contains("doctor.swap.open");
    write("sys/block/dm-1/dm/uuid", "CRYPT-PLAIN-swap\n");
    assertThat(machine("proc/swaps", "Filename Type\n/dev/dm-1 partition\n"))
        .contains("doctor.swap.encrypted");
  }

  @Test
  void S_40_sees_core_dumps_and_debuggers_that_are_let_in() throws Exception {
    write("proc/self/limits", "Max core file size        unlimited            unlimited  bytes\n");
    assertThat(machine("proc/sys/kernel/yama/ptrace_scope", "0\n"))
        .contains("doctor.core.allowed", "doctor.ptrace.open");
    write("proc/self/limits", "Max core file size        0                    unlimited  bytes\n");
    assertThat(machine("proc/sys/kernel/yama/ptrace_scope", "1\n"))
        .contains("doctor.core", "doctor.ptrace");
  }

  @Test
  void says_what_memory_is_for_where_there_is_too_little() throws Exception {
    assertThat(machine("proc/meminfo", "MemAvailable:     300000 kB\n"))
        .contains("doctor.memory.little");
    assertThat(machine("proc/meminfo", "MemAvailable:     800000 kB\n"))
        .contains("doctor.memory.tight");
  }

  private List<String> machine(String file, String content) throws IOException {
    write(file, content);
    return new Machine(folder).look().stream().map(Observation::key).toList();
  }

  private void write(String file, String content) throws IOException {
    Files.createDirectories(folder.resolve(file).getParent());
    Files.writeString(folder.resolve(file), content);
  }

  private void sql(String statement) throws Exception {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + home().resolve("vigie.db"));
        var change = connection.createStatement()) {
      assertThat(change.executeUpdate(statement)).isPositive();
    }
  }

  private Map<String, String> digests() throws IOException {
    var found = new HashMap<String, String>();
    try (var files = Files.walk(home())) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        if (!file.toString().endsWith("-shm")) {
          found.put(
              file.toString(),
              java.util.HexFormat.of().formatHex(Digests.sha256(Files.readAllBytes(file))));
        }
      }
    }
    return new TreeMap<>(found);
  }
}
