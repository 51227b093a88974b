package org.vigie.seal;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;

/**
 * Sealing and opening against the age tool: {@code java … SpeedMain folder [MiB] [rounds]}. Rounds
 * alternate between the two; medians and ratios go to {@code folder/speed.txt}, by the clock and,
 * for machines that do other work meanwhile, by processor time of the whole process.
 */
final class SpeedMain {

  private static final String[] NAMES = {"seal age", "seal ours", "open age", "open ours"};

  private final Path folder;
  private final X25519Key key;

  private SpeedMain(Path folder, X25519Key key) {
    this.folder = folder;
    this.key = key;
  }

  /** Wall and processor seconds of one piece of work. */
  private record Seconds(double wall, double processor) {}

  public static void main(String[] arguments) throws Exception {
    var folder = Path.of(arguments[0]);
    var mebibytes = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1024;
    var rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 5;
    var random = new SecureRandom();
    try (var key = X25519Key.generate(random);
        var report =
            new PrintWriter(folder.resolve("speed.txt").toFile(), StandardCharsets.UTF_8)) {
      Files.writeString(folder.resolve("key"), key.text() + "\n");
      writeRandom(folder.resolve("plain"), mebibytes, random);
      var main = new SpeedMain(folder, key);
      var results = new ArrayList<List<Seconds>>();
      main.round();
      for (var round = 0; round < rounds; round++) {
        results.add(main.round());
      }
      report(report, mebibytes * 1.048576, results);
    }
  }

  private static void report(PrintWriter out, double megabytes, List<List<Seconds>> results) {
    var wall = new double[NAMES.length];
    var processor = new double[NAMES.length];
    for (var i = 0; i < NAMES.length; i++) {
      var work = i;
      wall[i] = megabytes / median(results.stream().map(r -> r.get(work).wall()).toList());
      processor[i] =
          megabytes / median(results.stream().map(r -> r.get(work).processor()).toList());
      out.printf(
          "%-10s %5.0f MB/s, %5.0f MB a processor second%n", NAMES[i], wall[i], processor[i]);
    }
    for (var i = 0; i < NAMES.length; i += 2) {
      out.printf(
          "%s: %.2f times age by the clock, %.2f by processor time%n",
          NAMES[i].substring(0, 4), wall[i + 1] / wall[i], processor[i + 1] / processor[i]);
    }
  }

  private List<Seconds> round() throws Exception {
    return List.of(
        age("theirs", "-r " + key.recipient().text() + " -o theirs plain"),
        ours("ours", this::seal),
        age("back", "-d -i key -o back ours"),
        ours("back", this::open));
  }

  private void seal() throws IOException {
    try (var in = Files.newInputStream(folder.resolve("plain"));
        var out =
            AgeFile.sealTo(
                Files.newOutputStream(folder.resolve("ours")), List.of(key.recipient()))) {
      var buffer = new byte[1 << 17];
      for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        out.write(buffer, 0, read);
      }
    }
  }

  private void open() throws IOException, SealRefused {
    try (var in = AgeFile.open(Files.newInputStream(folder.resolve("theirs")), List.of(key));
        var out = Files.newOutputStream(folder.resolve("back"))) {
      in.transferTo(out);
    }
  }

  private Seconds age(String output, String arguments) throws Exception {
    Files.deleteIfExists(folder.resolve(output));
    var start = System.nanoTime();
    Commands.run(folder, new byte[0], "bash", "-c", "TIMEFORMAT='%U %S'; time age " + arguments);
    var wall = (System.nanoTime() - start) / 1e9;
    var times = Files.readString(folder.resolve("stderr")).strip().split(" ", -1);
    return new Seconds(wall, Double.parseDouble(times[0]) + Double.parseDouble(times[1]));
  }

  private Seconds ours(String output, Work work) throws Exception {
    Files.deleteIfExists(folder.resolve(output));
    var process = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    var processor = process.getProcessCpuTime();
    var start = System.nanoTime();
    work.run();
    return new Seconds(
        (System.nanoTime() - start) / 1e9, (process.getProcessCpuTime() - processor) / 1e9);
  }

  private static void writeRandom(Path to, int mebibytes, SecureRandom random) throws IOException {
    try (var out = Files.newOutputStream(to)) {
      var mebibyte = new byte[1 << 20];
      for (var i = 0; i < mebibytes; i++) {
        random.nextBytes(mebibyte);
        out.write(mebibyte);
      }
    }
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  private interface Work {
    void run() throws Exception;
  }
}
