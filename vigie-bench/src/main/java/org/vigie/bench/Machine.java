package org.vigie.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import org.vigie.kernel.SuppressForbidden;

/** What a result depends on and nobody remembers later. */
final class Machine {

  private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

  private Machine() {}

  @SuppressForbidden(reason = "a report carries its date")
  static String describe() throws IOException {
    return String.format(
        Locale.ROOT,
        "vigie bench, %s, %d processors (%s), Java %s, load %.1f at the start",
        LocalDate.now(Clock.systemUTC()),
        Runtime.getRuntime().availableProcessors(),
        processor(),
        Runtime.version(),
        load());
  }

  /** How many programs wanted to run, over the last minute; more than processors: busy. */
  static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }

  private static String processor() throws IOException {
    if (!Files.exists(PROCESSORS)) {
      return System.getProperty("os.arch");
    }
    return Files.readAllLines(PROCESSORS).stream()
        .filter(line -> line.startsWith("model name"))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst()
        .orElse(System.getProperty("os.arch"));
  }
}
