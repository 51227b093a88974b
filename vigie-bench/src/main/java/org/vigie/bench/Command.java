package org.vigie.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Another program, run and measured from the outside. */
public final class Command {

  private static final int SHORTEST_PAUSE_MILLIS = 5;
  private static final int LONGEST_PAUSE_MILLIS = 200;

  /** Looking through all processes takes milliseconds, and they are measured on the same cores. */
  private static final int LOOKS = 50;

  private static final String TIMED =
      "TIMEFORMAT='%U %S'; time \"$@\" 2>stderr >\"$OUT\" </dev/null";

  private final Path folder;
  private final List<String> words;
  private String output = "/dev/null";

  private Command(Path folder, List<String> words) {
    this.folder = folder;
    this.words = words;
  }

  /** A program with its arguments, to be run in {@code folder}. */
  public static Command of(Path folder, String... words) {
    return new Command(folder, List.of(words));
  }

  /** Writes what it prints into the file {@code name} of the folder. */
  public Command into(String name) {
    output = name;
    return this;
  }

  /**
   * Runs it to its end.
   *
   * @throws IOException if it fails; what it said is in the message
   */
  public Spent run() throws IOException, InterruptedException {
    var all = new ArrayList<>(List.of("bash", "-c", TIMED, "bash"));
    all.addAll(words);
    var times = folder.resolve("times");
    var builder = new ProcessBuilder(all).directory(folder.toFile()).redirectError(times.toFile());
    builder.environment().putAll(Map.of("OUT", output, "LC_ALL", "C.UTF-8"));
    var start = System.nanoTime();
    var process = builder.start();
    var peak = 0L;
    while (!process.waitFor(pauseAfter(start), TimeUnit.MILLISECONDS)) {
      peak = Math.max(peak, process.descendants().mapToLong(p -> memory(p.pid(), "VmHWM")).sum());
    }
    var wall = (System.nanoTime() - start) / 1e9;
    if (process.exitValue() != 0) {
      var said = Files.readString(folder.resolve("stderr")).strip();
      throw new IOException(String.join(" ", words) + " failed: " + said);
    }
    var user = Files.readString(times).strip().split(" ", -1);
    return new Spent(wall, Double.parseDouble(user[0]) + Double.parseDouble(user[1]), peak);
  }

  /** The longer it runs, the less often it is looked at: the most it held is on record anyway. */
  private static long pauseAfter(long start) {
    var ran = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    return Math.clamp(ran / LOOKS, SHORTEST_PAUSE_MILLIS, LONGEST_PAUSE_MILLIS);
  }

  /** What it prints, or nothing if it cannot be run. */
  public Optional<String> printed() throws IOException, InterruptedException {
    var printed = folder.resolve("printed");
    try {
      into("printed").run();
      return Optional.of(Files.readString(printed).strip());
    } catch (IOException absent) {
      return Optional.empty();
    } finally {
      Files.deleteIfExists(printed);
    }
  }

  /**
   * A line of {@code /proc/PID/status}, in KiB: {@code VmRSS} is the memory a process holds, {@code
   * VmHWM} the most it held. 0 if it is gone.
   */
  public static long memory(long pid, String line) {
    try {
      for (var text : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
        if (text.startsWith(line + ":")) {
          return Long.parseLong(text.replaceAll("\\D", ""));
        }
      }
    } catch (NoSuchFileException gone) {
      return 0;
    } catch (IOException goneMeanwhile) {
      return 0;
    }
    return 0;
  }
}
