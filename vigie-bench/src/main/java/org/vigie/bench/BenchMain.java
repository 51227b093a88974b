package org.vigie.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.vigie.bench.log.LogBench;
import org.vigie.bench.matching.MatchingBench;
import org.vigie.bench.matching.QualityBench;
import org.vigie.bench.matching.SparkBench;
import org.vigie.bench.node.NodeBench;
import org.vigie.bench.reading.ReadingBench;
import org.vigie.bench.reading.TelegramBench;
import org.vigie.bench.sealing.SealingBench;
import org.vigie.kernel.SuppressForbidden;

/**
 * {@code ./vigie bench}: measures beside peers on this machine and prints ratios of one run. Exit
 * code 0 if every bar was reached, 1 if one was missed, 64 for wrong usage.
 */
public final class BenchMain {

  private static final int MISSED = 1;
  private static final int WRONG_USAGE = 64;
  private static final Path MEMORY_DISK = Path.of("/dev/shm");

  /** More than any group writes: a container's memory disk often has 64 MiB. */
  private static final long ROOM = 6L << 30;

  private static final String USAGE =
      """
      usage: ./vigie bench [sealing] [reading] [telegram] [log] [matching] [quality] [spark] [node]
       [all] [--tiny]
      Measures beside age, gpg, whatsapp-chat-parser, Lucene, java-LSH, hash4j and MLlib and prints
      ratios; all takes an hour.
      --tiny runs everything once in a small size, to see that it runs.
      example: ./vigie bench sealing reading\
      """;

  private BenchMain() {}

  /** Runs what {@code words} name. */
  public static void main(String[] words) throws Exception {
    System.exit(run(List.of(words), Path.of(System.getProperty("vigie.launcher", "vigie"))));
  }

  private static Map<String, Bench> benches() {
    var all = new LinkedHashMap<String, Bench>();
    all.put("sealing", new SealingBench());
    all.put("reading", new ReadingBench());
    all.put("telegram", new TelegramBench());
    all.put("log", new LogBench());
    all.put("matching", new MatchingBench());
    all.put("quality", new QualityBench());
    all.put("spark", new SparkBench());
    all.put("node", new NodeBench());
    return all;
  }

  /**
   * Runs what {@code words} name.
   *
   * @param vigie what starts commands of ours, {@code ./vigie}
   * @return the exit code
   */
  @SuppressForbidden(reason = "a command line prints")
  public static int run(List<String> words, Path vigie) throws Exception {
    var benches = benches();
    var wanted = words.stream().filter(word -> !word.equals("--tiny")).toList();
    if (wanted.stream().anyMatch(word -> !word.equals("all") && !benches.containsKey(word))) {
      System.err.println(USAGE);
      return WRONG_USAGE;
    }
    var size = words.contains("--tiny") ? Size.TINY : Size.FULL;
    var report = new Report(System.out);
    System.out.println(Machine.describe());
    if (!hasRoomInMemory()) {
      System.out.println("files lie on a disk: " + MEMORY_DISK + " has no room for them");
    }
    for (var bench : benches.entrySet()) {
      if (wanted.isEmpty() || wanted.contains("all") || wanted.contains(bench.getKey())) {
        run(bench.getKey(), Objects.requireNonNull(bench.getValue()), vigie, size, report);
      }
    }
    var missed = report.missed();
    report.title("%d bars, %d missed", report.bars(), missed.size());
    missed.forEach(bar -> report.line("%s", bar));
    return missed.isEmpty() || !size.counts() ? 0 : MISSED;
  }

  private static void run(String name, Bench bench, Path vigie, Size size, Report report)
      throws Exception {
    var folder = folder(name);
    try {
      bench.run(new Bench.Run(folder, vigie.toAbsolutePath(), size, report));
      report.line("load %.1f afterwards", Machine.load());
    } finally {
      remove(folder);
    }
  }

  /** In memory where that can be had, so that programs are compared and not disks. */
  private static Path folder(String name) throws IOException {
    var prefix = "vigie-bench-" + name;
    return hasRoomInMemory()
        ? Files.createTempDirectory(MEMORY_DISK, prefix)
        : Files.createTempDirectory(prefix);
  }

  private static boolean hasRoomInMemory() throws IOException {
    return Files.isWritable(MEMORY_DISK)
        && Files.getFileStore(MEMORY_DISK).getUsableSpace() >= ROOM;
  }

  /** Once more where a program that has just ended still leaves or takes away a file. */
  private static void remove(Path folder) throws IOException {
    try {
      removeAll(folder);
    } catch (DirectoryNotEmptyException | UncheckedIOException stillChanging) {
      removeAll(folder);
    }
  }

  private static void removeAll(Path folder) throws IOException {
    try (var all = Files.walk(folder)) {
      for (var file : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  /** A resource of {@code owner} as a file in {@code folder}. */
  public static Path unpack(Class<?> owner, String name, Path folder) throws IOException {
    try (var in = Objects.requireNonNull(owner.getResourceAsStream(name), name)) {
      var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Files.writeString(folder.resolve(name), text);
    }
  }
}
