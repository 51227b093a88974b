package org.vigie.node.doctor;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What Linux says of itself in {@code /proc}, {@code /sys} and {@code /run}; elsewhere than Linux
 * most of it stays unknown, which is said.
 *
 * @param root of the file system
 */
record Machine(Path root) {

  private static final Pattern NUMBER = Pattern.compile("\\d+");
  private static final int ENOUGH_MIB = 1000;
  private static final int LEAST_MIB = 600;

  /** Looks at everything. */
  List<Observation> look() {
    var seen = new ArrayList<Observation>();
    seen.add(java());
    seen.add(memory());
    seen.add(swap());
    seen.add(coreDumps());
    seen.add(tracing());
    seen.add(clock());
    return seen;
  }

  private static Observation java() {
    var feature = Runtime.version().feature();
    return feature >= 25
        ? Observation.ok("doctor.java", feature)
        : Observation.wrong("doctor.java.old", feature);
  }

  /** Two people signing in at once fill 512 MiB for Argon2id, beside the node itself. */
  private Observation memory() {
    var available = field("proc/meminfo", "MemAvailable:") / 1024;
    if (available < 0) {
      return Observation.advice("doctor.memory.unknown");
    }
    if (available < LEAST_MIB) {
      return Observation.wrong("doctor.memory.little", available, LEAST_MIB);
    }
    return available < ENOUGH_MIB
        ? Observation.advice("doctor.memory.tight", available, ENOUGH_MIB)
        : Observation.ok("doctor.memory", available);
  }

  private Observation swap() {
    var lines = lines("proc/swaps");
    if (lines.isEmpty()) {
      return Observation.advice("doctor.swap.unknown");
    }
    for (var line : lines.subList(1, lines.size())) {
      var device = line.split("\\s+", 2)[0];
      if (!device.contains("zram") && !encrypted(device)) {
        return Observation.advice("doctor.swap.open", device);
      }
    }
    return Observation.ok(lines.size() == 1 ? "doctor.swap.none" : "doctor.swap.encrypted");
  }

  /** Whether the kernel's device mapper encrypts it. */
  private boolean encrypted(String device) {
    var name = Path.of(device).getFileName();
    return name != null
        && lines("sys/block/" + name + "/dm/uuid").stream().anyMatch(it -> it.startsWith("CRYPT-"));
  }

  private Observation coreDumps() {
    for (var line : lines("proc/self/limits")) {
      if (line.startsWith("Max core file size")) {
        var soft = line.substring("Max core file size".length()).strip().split("\\s+", 2)[0];
        return soft.equals("0")
            ? Observation.ok("doctor.core")
            : Observation.advice("doctor.core.allowed");
      }
    }
    return Observation.advice("doctor.core.unknown");
  }

  private Observation tracing() {
    var scope = lines("proc/sys/kernel/yama/ptrace_scope");
    return !scope.isEmpty() && !scope.getFirst().equals("0")
        ? Observation.ok("doctor.ptrace")
        : Observation.advice("doctor.ptrace.open");
  }

  /** timesyncd leaves a file; chrony and ntpd run under a name of their own. */
  private Observation clock() {
    if (Files.exists(root.resolve("run/systemd/timesync/synchronized")) || timekeeper()) {
      return Observation.ok("doctor.clock");
    }
    return Observation.advice("doctor.clock.unknown");
  }

  private boolean timekeeper() {
    try (var processes = Files.newDirectoryStream(root.resolve("proc"), "[0-9]*")) {
      for (var process : processes) {
        var name = lines(root.relativize(process) + "/comm");
        if (!name.isEmpty() && List.of("chronyd", "ntpd", "ntpsec").contains(name.getFirst())) {
          return true;
        }
      }
    } catch (IOException unknown) {
      return false;
    }
    return false;
  }

  private long field(String file, String name) {
    for (var line : lines(file)) {
      var number = NUMBER.matcher(line);
      if (line.startsWith(name) && number.find()) {
        return Long.parseLong(number.group());
      }
    }
    return -1;
  }

  private List<String> lines(String file) {
    try {
      return Files.readAllLines(root.resolve(file), UTF_8);
    } catch (IOException unknown) {
      return List.of();
    }
  }
}
