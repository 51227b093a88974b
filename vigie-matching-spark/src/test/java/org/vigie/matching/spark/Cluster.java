package org.vigie.matching.spark;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.spark.SparkConf;
import org.vigie.testkit.FreePort;

/** A standalone master and two workers on loopback, each a process of its own, with a secret. */
final class Cluster implements AutoCloseable {

  private static final int WORKERS = 2;
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Path home;
  private final Path settings;
  private final int port;
  private final List<Process> processes = new ArrayList<>();

  /** Starts all of them; what they write lies under {@code home}. */
  Cluster(Path home, String secret) throws IOException, InterruptedException {
    this.home = home;
    port = FreePort.draw();
    Files.createDirectories(home.resolve("jars"));
    settings =
        Files.createFile(
            home.resolve("secret"),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(
        settings,
        "spark.authenticate true\nspark.network.crypto.enabled true\n"
            + "spark.network.crypto.authEngineVersion 2\n"
            + "spark.network.crypto.cipher AES/GCM/NoPadding\n"
            + "spark.network.crypto.saslFallback false\n"
            + "spark.authenticate.enableSaslEncryption true\n"
            // A master elsewhere than where it is looked for would be looked for in vain.
            + "spark.port.maxRetries 0\n"
            + "spark.authenticate.secret "
            + secret
            + "\n");
    start("master.Master", "--host", "127.0.0.1", "--port", "" + port, "--webui-port", "0");
    awaitMaster();
    for (var worker = 0; worker < WORKERS; worker++) {
      start(
          "worker.Worker",
          "--host",
          "127.0.0.1",
          "--webui-port",
          "0",
          "--cores",
          "1",
          "--memory",
          "700m",
          "--work-dir",
          home.resolve("work" + worker).toString(),
          "spark://127.0.0.1:" + port);
    }
  }

  private void start(String role, String... words) throws IOException {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx300m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "org.apache.spark.deploy." + role,
                "--properties-file",
                settings.toString()));
    command.addAll(List.of(words));
    var log = home.resolve(role + processes.size() + ".log").toFile();
    var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log);
    builder.environment().put("SPARK_HOME", home.toString());
    builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    builder.environment().put("SPARK_SCALA_VERSION", "2.13");
    builder.environment().put("SPARK_LOCAL_DIRS", disks().toString());
    processes.add(builder.start());
  }

  private void awaitMaster() throws IOException, InterruptedException {
    var end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try (var socket = new Socket()) {
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
        return;
      } catch (IOException notYet) {
        if (System.nanoTime() > end || !processes.getFirst().isAlive()) {
          throw notYet;
        }
        TimeUnit.MILLISECONDS.sleep(100);
      }
    }
  }

  /** What a job is submitted with: both workers or none. */
  SparkConf job(String secret) {
    return new SparkConf()
        .setMaster("spark://127.0.0.1:" + port)
        .set("spark.authenticate.secret", secret)
        .set("spark.driver.host", "127.0.0.1")
        .set("spark.driver.bindAddress", "127.0.0.1")
        .set("spark.cores.max", "" + WORKERS)
        .set("spark.executor.memory", "600m")
        .set("spark.executor.extraClassPath", System.getProperty("java.class.path"))
        .set("spark.executor.extraJavaOptions", "-XX:+UseSerialGC -XX:TieredStopAtLevel=1")
        .set("spark.scheduler.minRegisteredResourcesRatio", "1.0")
        .set("spark.scheduler.maxRegisteredResourcesWaitingTime", PATIENCE.toSeconds() + "s")
        .set("spark.sql.shuffle.partitions", "2");
  }

  /** Where the workers put what does not stay in memory. */
  Path disks() {
    return home.resolve("disks");
  }

  @Override
  public void close() {
    processes.reversed().forEach(Process::destroy);
    for (var process : processes) {
      process
          .onExit()
          .orTimeout(10, TimeUnit.SECONDS)
          .exceptionally(late -> process.destroyForcibly())
          .join();
    }
  }
}
