package org.vigie.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.evidence.Content;
import org.vigie.evidence.Document;
import org.vigie.evidence.EvidencePackage;
import org.vigie.evidence.LogMaterial;
import org.vigie.evidence.PackageWriter;

/** Runs the verifier in a JVM of its own, on our own classes and nothing else. */
class VerifierTest {

  private static final Path JAR = Path.of("target", "verify.jar");
  private static final long MAX_JAR = 300_000;

  @TempDir Path temp;

  @Test
  void needs_only_a_JDK_and_our_own_classes() throws Exception {
    var folder = writePackage();

    assertThat(run(ourClasses(), folder.toString())).isZero();
    assertThat(output()).contains("ok      paper data/documents/letter.txt: 5 bytes as listed");
    Files.writeString(folder.resolve("data/documents/letter.txt"), "hallo");
    assertThat(run(ourClasses(), folder.toString())).isEqualTo(1);
    assertThat(output()).contains("FAILED  data/documents/letter.txt: changed");
    assertThat(run(ourClasses(), temp.toString())).isEqualTo(2);
    assertThat(run(ourClasses())).isEqualTo(64);
  }

  @Test
  void speaks_the_language_of_the_machine() throws Exception {
    var folder = writePackage().toString();
    var french = new ArrayList<>(List.of("-Duser.language=fr"));
    french.addAll(ourClasses());

    assertThat(run(french, folder)).isZero();
    assertThat(output()).contains("5 octets conformes", "tous tiennent");
  }

  /** Runs once the jar was made; before, only that of an earlier build may be there. */
  @Test
  void the_jar_is_small_and_runs_alone() throws Exception {
    Assumptions.assumeTrue(Boolean.getBoolean("vigie.jar.made"), "verify.jar is not built yet");

    assertThat(Files.size(JAR)).isLessThan(MAX_JAR);
    try (var jar = new JarFile(JAR.toFile())) {
      assertThat(jar.stream().map(e -> e.getName()).filter(n -> n.endsWith(".class")))
          .isNotEmpty()
          .allMatch(name -> name.startsWith("org/vigie/"));
    }
    var alone = List.of("-jar", JAR.toAbsolutePath().toString());
    assertThat(run(alone, writePackage().toString())).isZero();
  }

  private Path writePackage() throws Exception {
    var letter =
        new Document("letter.txt", "text/plain", Content.of("hello".getBytes(UTF_8)), "a letter");
    var contents =
        new EvidencePackage(
            "p",
            Instant.parse("2026-03-01T00:00:00Z"),
            "",
            "",
            List.of(),
            List.of(letter),
            LogMaterial.NONE,
            null);
    return PackageWriter.prepare(contents, null).writeFolder(temp);
  }

  private static List<String> ourClasses() {
    var ours =
        List.of(System.getProperty("java.class.path").split(File.pathSeparator)).stream()
            .filter(path -> path.contains("vigie-") && !path.contains("test-classes"))
            .filter(path -> !path.contains("vigie-testkit"))
            .toList();
    return List.of("-cp", String.join(File.pathSeparator, ours), "org.vigie.verifier.Main");
  }

  private int run(List<String> what, String... arguments) throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java"));
    command.add("-Dstdout.encoding=UTF-8");
    if (!what.getFirst().startsWith("-Duser")) {
      command.add("-Duser.language=en");
    }
    command.addAll(what);
    command.addAll(List.of(arguments));
    var process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(temp.resolve("out.log").toFile())
            .start();
    assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  private String output() throws IOException {
    return Files.readString(temp.resolve("out.log"), UTF_8);
  }
}
