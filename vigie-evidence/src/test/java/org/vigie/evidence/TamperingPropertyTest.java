package org.vigie.evidence;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.testkit.Trials.forAll;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TamperingPropertyTest {

  /** What is wrong with the zip itself, and so with no file of it. */
  private static final Set<String> OF_THE_ZIP = Set.of("zip.damaged", "zip.end");

  @TempDir Path temp;

  private byte[] zip = {};

  @BeforeEach
  void write() throws Exception {
    zip = Packages.zip(Packages.sample());
  }

  @Test
  void S_73_each_of_a_thousand_altered_bytes_of_a_zip_is_caught_and_its_file_named()
      throws Exception {
    var layout = ZipRegions.of(zip);
    forAll(
        1_000,
        1,
        (random, size) -> {
          var at = random.nextInt(zip.length);
          var altered = zip.clone();
          altered[at] ^= (byte) random.nextInt(size, 256);
          assertNamed(layout, at, altered);
        });
  }

  @Test
  void S_73_an_altered_byte_is_named_though_the_checksums_of_the_zip_were_made_to_fit()
      throws Exception {
    var layout = ZipRegions.of(zip);
    forAll(
        1_000,
        1,
        (random, size) -> {
          var region = layout.withData(random);
          var at = region.data() + random.nextInt(region.length());
          var altered = zip.clone();
          altered[at] ^= (byte) random.nextInt(size, 256);
          region.fit(altered);
          assertNamed(layout, at, altered);
        });
  }

  @Test
  void S_73_each_byte_of_the_first_headers_and_of_the_end_is_caught() throws Exception {
    var layout = ZipRegions.of(zip);
    for (var i = 0; i < zip.length; i += i < 200 || i > zip.length - 300 ? 1 : 997) {
      var altered = zip.clone();
      altered[i] ^= 0x55;
      assertNamed(layout, i, altered);
    }
  }

  /**
   * Where the byte is a file's, that file is named by its path; where it is its header in front of
   * it, by its name in the zip; in the directory at the end, something is said of the zip.
   */
  private void assertNamed(ZipRegions layout, int at, byte[] altered) throws Exception {
    var failures = Packages.failures(Packages.write(temp, "p.zip", altered));
    var region = layout.at(at);
    if (region.isEmpty()) {
      assertThat(failures).isNotEmpty().allMatch(TamperingPropertyTest::isNamed);
    } else {
      var name = region.get().name();
      var path = at < region.get().data() ? name : name.substring(name.indexOf('/') + 1);
      assertThat(failures).as(path).anySatisfy(f -> assertThat(f.details()).contains(path));
    }
  }

  private static boolean isNamed(CheckResult failure) {
    return !failure.details().isEmpty() || OF_THE_ZIP.contains(failure.key());
  }

  @Test
  void S_73_bytes_taken_out_or_put_in_are_caught() {
    forAll(
        40,
        (random, size) -> {
          var at = random.nextInt(zip.length - size);
          assertCaught(
              join(Arrays.copyOf(zip, at), Arrays.copyOfRange(zip, at + size, zip.length)));
          var junk = new byte[size];
          random.nextBytes(junk);
          assertCaught(
              join(join(Arrays.copyOf(zip, at), junk), Arrays.copyOfRange(zip, at, zip.length)));
        });
  }

  @Test
  void S_73_bytes_before_and_after_are_caught() throws Exception {
    assertCaught(join("#!/bin/sh\n".getBytes(US_ASCII), zip));
    assertCaught(join(zip, new byte[] {0}));
    assertCaught(join(zip, zip));
    assertCaught(Arrays.copyOf(zip, zip.length - 1));
    assertCaught(Arrays.copyOf(zip, zip.length / 2));
  }

  private void assertCaught(byte[] altered) throws IOException {
    var file = Packages.write(temp, "p.zip", altered);
    try {
      var failures = Packages.failures(file);
      assertThat(failures).isNotEmpty().allMatch(TamperingPropertyTest::isNamed);
    } catch (EvidenceRefused e) {
      // So little is left that nothing says it was ours.
      assertThat(altered.length).isLessThan(zip.length);
    }
  }

  private static byte[] join(byte[] a, byte[] b) {
    var all = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, all, a.length, b.length);
    return all;
  }

  @Test
  void S_73_each_altered_missing_or_added_file_of_a_folder_is_named() throws Exception {
    var contents = Packages.sample();
    var writer = PackageWriter.prepare(contents, Packages.signer(1));
    forAll(
        1,
        (random, _) -> {
          var parent = Files.createTempDirectory(temp, "t");
          var folder = writer.writeFolder(parent);
          var path = tamper(random, folder);

          assertThat(Packages.failures(folder))
              .as(path)
              .anySatisfy(f ->
                  assertThat(String.join(" ", f.key(), f.details().toString())).contains(path));
          delete(parent);
        });
  }

  /** Does one thing to one file and returns the path that must be named. */
  private static String tamper(RandomGenerator random, Path folder) throws IOException {
    List<Path> files;
    try (var walk = Files.walk(folder)) {
      files = walk.filter(Files::isRegularFile).sorted().toList();
    }
    var file = files.get(random.nextInt(files.size()));
    var bytes = Files.readAllBytes(file);
    switch (random.nextInt(5)) {
      case 0 -> Files.delete(file);
      case 1 -> {
        file = file.resolveSibling("added.txt");
        Files.writeString(file, "added");
      }
      case 2 -> Files.write(file, join(bytes, new byte[] {'\n'}));
      case 3 -> {
        file = Files.move(file, file.resolveSibling("X" + file.getFileName()));
      }
      default -> {
        if (bytes.length == 0) {
          Files.write(file, new byte[] {0});
        } else {
          bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
          Files.write(file, bytes);
        }
      }
    }
    return folder.relativize(file).toString();
  }

  @Test
  void S_73_exchanged_files_added_folders_and_links_are_named() throws Exception {
    var folder = PackageWriter.prepare(Packages.sample(), null).writeFolder(temp);
    var one = folder.resolve("data/originals/E-001.txt");
    var other = folder.resolve("data/originals/E-002.png");
    var kept = Files.readAllBytes(one);
    Files.write(one, Files.readAllBytes(other));
    Files.write(other, kept);
    Files.createDirectory(folder.resolve("empty"));
    Files.createSymbolicLink(folder.resolve("link"), one);

    assertThat(Packages.failures(folder).toString())
        .contains("E-001.txt", "E-002.png", "folder.added", "empty", "file.impossible", "link");
  }

  private static void delete(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException e)
              throws IOException {
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
