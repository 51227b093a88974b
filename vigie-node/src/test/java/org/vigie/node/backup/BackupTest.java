package org.vigie.node.backup;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.kernel.BlobId;
import org.vigie.kernel.SuppressForbidden;
import org.vigie.node.casefile.CaseFile;
import org.vigie.node.cli.CommandLineOfVigie;
import org.vigie.node.doctor.HomeAudit;
import org.vigie.node.ops.Home;
import org.vigie.register.store.RegisterRows;
import org.vigie.seal.HybridKey;

class BackupTest {

  private static final int ENOUGH = 25;

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  private Path home() {
    return folder.resolve("home");
  }

  private Path file() {
    return folder.resolve("house.vigie");
  }

  private Path elsewhere() {
    return folder.resolve("elsewhere");
  }

  @Test
  void S_48_of_a_node_that_is_being_written_to_is_signed_in_to_and_read_elsewhere()
      throws Exception {
    var stop = new AtomicBoolean();
    var told = new AtomicLong();
    long before;
    try (var house = TestHouse.found(home());
        var writer = Executors.newSingleThreadExecutor()) {
      var writing =
          writer.submit(() -> {
            for (var n = 0; !stop.get(); n++) {
              told.set(house.tell("entry " + n));
              if (n % 5 == 0) {
                house.store();
              }
            }
            return told.get();
          });
      try {
        await(told, ENOUGH);
        before = told.get();
        assertThat(vigie("backup", "--home", home().toString(), file().toString())).isZero();
        await(told, told.get() + ENOUGH);
      } finally {
        stop.set(true);
      }
      assertThat(writing.get(60, TimeUnit.SECONDS)).isGreaterThan(before);
    }
    assertThat(vigie("restore", file().toString(), "--home", elsewhere().toString())).isZero();
    readEverything(before);
  }

  /** What was acknowledged before the backup began is there, whole, and can be added to. */
  private void readEverything(long before) throws Exception {
    try (var again = TestHouse.find(elsewhere())) {
      assertThat(again.file().head()).isGreaterThanOrEqualTo(before);
      assertThat(again.file().fold(CaseFile.FOLD).accounts())
          .hasSizeGreaterThanOrEqualTo(ENOUGH - 10)
          .allMatch(one -> one.account().words().startsWith(TestHouse.CANARY));
      assertThat(again.file().blobs()).isNotEmpty();
      for (var blob : again.file().blobs()) {
        assertThat(again.file().openBlob(blob.id()).readAllBytes())
            .hasSize(Math.toIntExact(blob.length()));
      }
      assertThat(again.tell("and on")).isGreaterThan(before);
    }
    assertThat(new HomeAudit(new Home(elsewhere())).look(new SecureRandom(), Clock.systemUTC()))
        .allMatch(one -> one.good());
  }

  private static void await(AtomicLong told, long number) throws InterruptedException {
    for (var n = 0; told.get() < number && n < 6_000; n++) {
      Thread.sleep(10);
    }
    assertThat(told.get()).isGreaterThanOrEqualTo(number);
  }

  @Test
  void S_01_holds_no_word_that_anybody_wrote() throws Exception {
    backUp();
    assertThat(Files.readString(file(), ISO_8859_1)).doesNotContain(TestHouse.CANARY);
    assertThat(Files.getPosixFilePermissions(file())).hasSize(2);
  }

  @Test
  void that_is_damaged_cut_or_lengthened_is_refused_with_one_sentence() throws Exception {
    backUp();
    var whole = Files.readAllBytes(file());
    var damaged = new ArrayList<byte[]>();
    var random = new SecureRandom();
    for (var n = 0; n < 60; n++) {
      var copy = whole.clone();
      copy[n < 10 ? whole.length - 1 - n * 20 : random.nextInt(whole.length)] ^= 1;
      damaged.add(copy);
    }
    damaged.add(Arrays.copyOf(whole, whole.length / 2));
    damaged.add(Arrays.copyOf(whole, whole.length - 1));
    damaged.add(Arrays.copyOf(whole, whole.length + 1));
    damaged.add(new byte[0]);
    var bad = folder.resolve("bad.vigie");
    for (var bytes : damaged) {
      Files.write(bad, bytes);
      assertThatThrownBy(() -> Restore.into(elsewhere(), bad, random, Clock.systemUTC()))
          .isInstanceOf(BackupRefused.class);
      assertThat(elsewhere()).doesNotExist();
    }
    Files.write(bad, damaged.getFirst());
    var said = new ByteArrayOutputStream();
    assertThat(vigie(said, "restore", bad.toString(), "--home", elsewhere().toString()))
        .isEqualTo(1);
    assertThat(said.toString(StandardCharsets.UTF_8).strip().lines()).hasSize(1);
    Files.writeString(bad, "a shopping list");
    assertThat(vigie("restore", bad.toString(), "--home", elsewhere().toString())).isEqualTo(2);
  }

  @Test
  void is_never_restored_over_a_home_that_holds_anything() throws Exception {
    backUp();
    Files.createDirectory(elsewhere());
    var there = Files.writeString(elsewhere().resolve("letter"), "mine");
    assertThat(vigie("restore", file().toString(), "--home", elsewhere().toString())).isEqualTo(2);
    assertThat(there).hasContent("mine");
    Files.delete(there);
    assertThat(vigie("restore", file().toString(), "--home", elsewhere().toString())).isZero();
    assertThat(elsewhere().resolve("vigie.db")).exists();
  }

  @Test
  void is_tried_without_writing_anything() throws Exception {
    backUp();
    assertThat(vigie("restore", file().toString(), "--home", elsewhere().toString(), "--dry-run"))
        .isZero();
    assertThat(elsewhere()).doesNotExist();
    assertThat(leftovers()).isEmpty();
  }

  @Test
  void is_never_written_over_a_file_that_is_there() throws Exception {
    backUp();
    var first = Files.readAllBytes(file());
    assertThat(vigie("backup", "--home", home().toString(), file().toString())).isEqualTo(2);
    assertThat(file()).hasBinaryContent(first);
    assertThat(vigie("backup", "--home", elsewhere().toString(), folder.resolve("x").toString()))
        .isEqualTo(2);
    assertThat(leftovers()).isEmpty();
  }

  @Test
  void may_be_sealed_for_somebody_who_keeps_it() throws Exception {
    TestHouse.found(home()).close();
    var key = folder.resolve("key.txt");
    String recipient;
    try (var fresh = HybridKey.generate(new SecureRandom())) {
      recipient = fresh.recipient().text();
      Files.writeString(key, fresh.text() + "\n");
    }
    var to = elsewhere().toString();
    assertThat(vigie("backup", "--home", home().toString(), "-r", recipient, file().toString()))
        .isZero();
    assertThat(vigie("restore", file().toString(), "--home", to)).isEqualTo(2);
    assertThat(vigie("restore", file().toString(), "--home", to, "-i", key.toString())).isZero();
    TestHouse.find(elsewhere()).close();
    assertThat(leftovers()).isEmpty();
  }

  @Test
  void unpacks_keys_only_beside_the_place_that_was_chosen() throws IOException {
    var workshop = Restore.workshop(folder.resolve("new/house"));
    assertThat(workshop).hasParent(folder).isEmptyDirectory();
    assertThat(Files.getPosixFilePermissions(workshop))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    Files.delete(workshop);
  }

  @Test
  void S_46_holds_nothing_that_was_erased_before() throws Exception {
    byte[] sealed;
    try (var house = TestHouse.found(home())) {
      var sequence = house.tell("to be erased");
      house.store();
      var blob = house.file().blobs().getFirst().id();
      sealed = body(house, sequence);
      assertThat(vigie("backup", "--home", home().toString(), file().toString())).isZero();
      assertThat(holds(file(), sealed)).isTrue();
      assertThat(holds(file(), blob)).isTrue();
      house.file().erase(sequence);
      house.file().eraseBlob(blob);
      var later = folder.resolve("later.vigie");
      assertThat(vigie("backup", "--home", home().toString(), later.toString())).isZero();
      assertThat(holds(later, sealed)).isFalse();
      assertThat(holds(later, blob)).isFalse();
      assertThat(vigie("restore", later.toString(), "--home", elsewhere().toString())).isZero();
    }
    try (var again = TestHouse.find(elsewhere())) {
      assertThat(again.file().fold(CaseFile.FOLD).accounts()).isEmpty();
      assertThat(again.file().blobs()).isEmpty();
    }
  }

  private static byte[] body(TestHouse house, long sequence) {
    var row = house.node().part(RegisterRows.class).entries(house.file().id(), sequence, 1);
    var body = row.getFirst().body();
    return body == null ? new byte[0] : body.toArray();
  }

  private static boolean holds(Path file, byte[] bytes) throws IOException {
    return Files.readString(file, ISO_8859_1).contains(new String(bytes, ISO_8859_1));
  }

  private static boolean holds(Path file, BlobId blob) throws IOException {
    return Files.readString(file, ISO_8859_1).contains(blob.value());
  }

  @Tag("slow")
  @RepeatedTest(3)
  void S_09_that_is_killed_in_the_middle_leaves_no_half_file() throws Exception {
    TestHouse.found(home()).close();
    var random = new SecureRandom();
    var bytes = new byte[1 << 20];
    for (var n = 0; n < 60; n++) {
      random.nextBytes(bytes);
      Files.write(home().resolve("blobs").resolve("%032x".formatted(n)), bytes);
    }
    var part = folder.resolve(".house.vigie.part");
    var process = start("backup", "--home", home().toString(), file().toString());
    // Of a file, the length is 0 where it is not there, also when it has just got its name.
    while (process.isAlive() && part.toFile().length() <= 3 << 20) {
      Thread.sleep(1);
    }
    process.destroyForcibly().waitFor();
    if (Files.exists(file())) {
      Restore.check(home(), file(), random, Clock.systemUTC());
      Files.delete(file());
    }
    assertThat(vigie("backup", "--home", home().toString(), file().toString())).isZero();
    assertThat(leftovers()).isEmpty();
    Restore.check(home(), file(), random, Clock.systemUTC());
  }

  private static Process start(String... words) throws IOException {
    var classes =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classes,
                "org.vigie.node.Main"));
    command.addAll(List.of(words));
    return new ProcessBuilder(command)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private void backUp() throws Exception {
    try (var house = TestHouse.found(home())) {
      house.tell("once");
      house.store();
    }
    assertThat(vigie("backup", "--home", home().toString(), file().toString())).isZero();
  }

  /** What commands left beside the files they were asked for. */
  private List<String> leftovers() throws IOException {
    try (var files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith("."))
          .toList();
    }
  }

  private static int vigie(String... words) {
    return vigie(new ByteArrayOutputStream(), words);
  }

  @SuppressForbidden(reason = "what a command says on the terminal is what is tested")
  private static int vigie(ByteArrayOutputStream said, String... words) {
    var out = System.out;
    var err = System.err;
    try {
      var stream = new PrintStream(said, true, StandardCharsets.UTF_8);
      System.setOut(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
      System.setErr(stream);
      return CommandLineOfVigie.run(words);
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }
}
