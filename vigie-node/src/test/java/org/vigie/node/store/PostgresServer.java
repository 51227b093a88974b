package org.vigie.node.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.vigie.testkit.FreePort;

/**
 * A real PostgreSQL from Debian's package, started once for all tests of this JVM in a folder of
 * its own. PostgreSQL refuses to run as root, so root starts it as {@code nobody}. {@code
 * VIGIE_TEST_PG_URL}, a JDBC address of an empty server, takes its place where it is set.
 */
public final class PostgresServer {

  private static final Path PACKAGE = Path.of("/usr/lib/postgresql");
  private static final int PATIENCE_SECONDS = 120;
  private static final AtomicInteger DATABASES = new AtomicInteger();
  private static @Nullable PostgresServer running;

  private final String server;
  private final String options;

  private PostgresServer(String server, String options) {
    this.server = server;
    this.options = options;
  }

  /**
   * The address of a new, empty database; skips the test, and says why, where there is no server.
   */
  public static synchronized String newDatabase() throws Exception {
    if (running == null) {
      running = start();
    }
    var name = "vigie" + DATABASES.incrementAndGet() + "x" + ProcessHandle.current().pid();
    var admin = running.server + "postgres" + running.options;
    try (var connection = java.sql.DriverManager.getConnection(admin);
        var statement = connection.createStatement()) {
      statement.execute("create database " + name);
    }
    return running.server + name + running.options;
  }

  private static PostgresServer start() throws Exception {
    var given = System.getenv("VIGIE_TEST_PG_URL");
    if (given != null) {
      var question = given.indexOf('?');
      var bare = question < 0 ? given : given.substring(0, question);
      var options = question < 0 ? "" : given.substring(question);
      return new PostgresServer(bare.substring(0, bare.lastIndexOf('/') + 1), options);
    }
    var programs = programs();
    Assumptions.assumeTrue(
        programs.isPresent(),
        "SKIPPED: no PostgreSQL server; install it with: apt-get install postgresql");
    return start(programs.orElseThrow());
  }

  private static PostgresServer start(Path programs) throws Exception {
    var folder = Files.createTempDirectory("vigie-pg");
    var data = Files.createDirectory(folder.resolve("data"));
    if (root()) {
      run(List.of("chown", "-R", "nobody", folder.toString()), folder, false);
    }
    run(
        List.of(
            programs.resolve("initdb").toString(),
            "-D",
            data.toString(),
            "-U",
            "vigie",
            "--auth=trust",
            "-E",
            "UTF8",
            "--locale=C"),
        folder,
        true);
    var port = FreePort.draw();
    var settings = "-p %d -k %s -c listen_addresses=127.0.0.1 -c fsync=off".formatted(port, folder);
    var control = programs.resolve("pg_ctl").toString();
    run(
        List.of(
            control,
            "-D",
            data.toString(),
            "-w",
            "-l",
            folder.resolve("log").toString(),
            "-o",
            settings,
            "start"),
        folder,
        true);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(control, folder, data)));
    return new PostgresServer("jdbc:postgresql://127.0.0.1:" + port + "/", "?user=vigie");
  }

  private static void stop(String control, Path folder, Path data) {
    try {
      run(List.of(control, "-D", data.toString(), "-m", "immediate", "stop"), folder, true);
      try (var files = Files.walk(folder)) {
        files.sorted(java.util.Comparator.reverseOrder()).forEach(f -> f.toFile().delete());
      }
    } catch (IOException | InterruptedException leftBehind) {
      // The folder stays in the temporary folder.
    }
  }

  private static Optional<Path> programs() throws IOException {
    if (!Files.isDirectory(PACKAGE)) {
      return Optional.empty();
    }
    try (Stream<Path> versions = Files.list(PACKAGE)) {
      return versions
          .map(version -> version.resolve("bin"))
          .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
          .max(java.util.Comparator.naturalOrder());
    }
  }

  private static boolean root() {
    return "root".equals(System.getProperty("user.name"));
  }

  /** Output goes to a file: the server keeps a pipe open, and reading it would never end. */
  private static void run(List<String> command, Path folder, boolean asNobody)
      throws IOException, InterruptedException {
    var whole = new ArrayList<String>();
    if (asNobody && root()) {
      whole.addAll(List.of("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"));
    }
    whole.addAll(command);
    var output = Files.createTempFile("vigie-pg", ".out");
    var process =
        new ProcessBuilder(whole)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
      throw new IOException(command.getFirst() + " failed: " + Files.readString(output));
    }
    Files.delete(output);
  }
}
