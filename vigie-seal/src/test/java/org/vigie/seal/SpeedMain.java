package org.vigie.seal;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;

/**
 * Sealing and opening against the age tool: {@code java … SpeedMain folder [MiB] [rounds]}. Rounds
 * alternate between the two; medians and ratios go to {@code folder/speed.txt}.
 */
final class SpeedMain {

  private SpeedMain() {}

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
      var ages = new ArrayList<List<Double>>();
      for (var i = 0; i < 4; i++) {
        ages.add(new ArrayList<>());
      }
      for (var round = 0; round <= rounds; round++) {
        var times = round(folder, key);
        for (var i = 0; i < 4 && round > 0; i++) {
          ages.get(i).add(mebibytes * 1.048576 / times[i]);
        }
      }
      var speeds = ages.stream().mapToDouble(SpeedMain::median).toArray();
      report.printf(
          "seal: age %.0f MB/s, ours %.0f MB/s, ratio %.2f%n",
          speeds[0], speeds[1], speeds[1] / speeds[0]);
      report.printf(
          "open: age %.0f MB/s, ours %.0f MB/s, ratio %.2f%n",
          speeds[2], speeds[3], speeds[3] / speeds[2]);
    }
  }

  private static double[] round(Path folder, X25519Key key) throws Exception {
    var plain = folder.resolve("plain");
    var theirs = folder.resolve("theirs");
    var ours = folder.resolve("ours");
    var back = folder.resolve("back");
    return new double[] {
      seconds(() -> age(folder, "-r", key.recipient().text(), "-o", "theirs", "plain")),
      seconds(() -> {
        try (var in = Files.newInputStream(plain);
            var out = AgeFile.sealTo(Files.newOutputStream(ours), List.of(key.recipient()))) {
          var buffer = new byte[1 << 17];
          for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            out.write(buffer, 0, read);
          }
        }
      }),
      seconds(() -> age(folder, "-d", "-i", "key", "-o", "back", "ours")),
      seconds(() -> {
        try (var in = AgeFile.open(Files.newInputStream(theirs), List.of(key));
            var out = Files.newOutputStream(back)) {
          in.transferTo(out);
        }
      })
    };
  }

  private static void age(Path folder, String... arguments) throws Exception {
    Files.deleteIfExists(folder.resolve(arguments[arguments.length - 2]));
    var command = new ArrayList<>(List.of("age"));
    command.addAll(List.of(arguments));
    Commands.run(folder, new byte[0], command.toArray(String[]::new));
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

  private static double seconds(Work work) throws Exception {
    var start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e9;
  }

  private static double median(List<Double> values) {
    var sorted = values.stream().sorted().toList();
    return sorted.get(sorted.size() / 2);
  }

  private interface Work {
    void run() throws Exception;
  }
}
