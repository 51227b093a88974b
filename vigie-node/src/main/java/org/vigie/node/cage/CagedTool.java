package org.vigie.node.cage;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.vigie.imports.cage.SystemCallFilter;

/**
 * Runs a large program of the system on hostile bytes. Protects against what they make it do: no
 * network, no files but the programs of the system, bounded time, no new namespaces and none of the
 * system calls that reach deepest into the kernel, and nothing it writes is left, since it writes
 * to memory alone, in one folder of bounded size. Memory is bounded for each process, not for all
 * of them together: they may take {@code memory} times {@code processes}. Does not protect against
 * errors of the kernel; without bubblewrap there is none. Safe for use by several threads.
 *
 * @param patience from start to end
 * @param cpuSeconds of one process
 * @param memory bytes of one process
 * @param memoryForFiles bytes of all files it writes, and of each
 * @param processes and threads at once; counted within the cage, where there are none but its own,
 *     and not at all if the node is run by root
 * @param settings folders of the system, beside its programs, that it may read
 */
record CagedTool(
    Duration patience,
    int cpuSeconds,
    long memory,
    int memoryForFiles,
    int processes,
    List<String> settings) {

  /**
   * Hands the filter of system calls to what follows as file 3, whose input stays what it was; a
   * pipe, so that nothing is written to a disk. bwrap ends with the shell that started it.
   */
  private static final String FILTERED =
      "f=$1; shift; exec 4<&0; printf \"$f\" | \"$@\" 3<&0 0<&4 4<&-";

  /** Copies. */
  CagedTool {
    settings = List.copyOf(settings);
  }

  /** Whether this machine has the program and what its cage is made of. */
  static boolean possible(String program) {
    return Launch.program("bwrap") != null
        && Launch.program("prlimit") != null
        && Launch.program(program) != null;
  }

  /** Found out when first needed: bubblewrap before 0.8, and some containers, cannot. */
  private static final Inquiry NO_NAMESPACES_WITHIN = Inquiry.of(CagedTool::tried);

  /** With patience: a machine that is starting may be slow, and the lock would be left off. */
  private static String tried() throws CageRefused, IOException {
    var small = new CagedTool(Duration.ofMinutes(1), 5, 1L << 30, 1 << 20, 16, List.of());
    return small.run(small.command("echo yes", true), new byte[0], 16).length == 4 ? "yes" : "";
  }

  /** The same with no more patience than {@code left}. */
  CagedTool within(Duration left) {
    return left.compareTo(patience) >= 0
        ? this
        : new CagedTool(left, cpuSeconds, memory, memoryForFiles, processes, settings);
  }

  private List<String> command(String script, boolean noNamespacesWithin) {
    var all = new ArrayList<String>();
    var filter = SystemCallFilter.forPrograms();
    filter.ifPresent(bytes -> all.addAll(List.of("/bin/sh", "-c", FILTERED, "sh", octal(bytes))));
    all.addAll(List.of("/usr/bin/prlimit", "--cpu=" + cpuSeconds, "--core=0", "--as=" + memory));
    all.addAll(List.of("--nofile=256", "--fsize=" + memoryForFiles, "--"));
    all.add(String.valueOf(Launch.program("bwrap")));
    all.addAll(List.of("--unshare-all", "--die-with-parent", "--new-session", "--clearenv"));
    if (noNamespacesWithin) {
      all.addAll(List.of("--unshare-user", "--disable-userns"));
    }
    filter.ifPresent(_ -> all.addAll(List.of("--seccomp", "3")));
    all.addAll(List.of("--hostname", "cage"));
    all.addAll(List.of("--setenv", "PATH", "/usr/bin:/bin", "--setenv", "HOME", "/tmp"));
    all.addAll(List.of("--cap-drop", "ALL", "--uid", "65534", "--gid", "65534"));
    all.addAll(List.of("--ro-bind", "/usr", "/usr"));
    readable(all, "/etc/alternatives");
    settings.forEach(folder -> readable(all, folder));
    all.addAll(List.of("--symlink", "usr/lib", "/lib", "--symlink", "usr/lib64", "/lib64"));
    all.addAll(List.of("--symlink", "usr/bin", "/bin", "--proc", "/proc", "--dev", "/dev"));
    all.addAll(List.of("--remount-ro", "/dev"));
    all.addAll(List.of("--size", Integer.toString(memoryForFiles), "--tmpfs", "/tmp"));
    all.addAll(List.of("--remount-ro", "/", "--chdir", "/tmp", "--"));
    all.addAll(List.of("/usr/bin/prlimit", "--nproc=" + processes, "--", "/bin/sh", "-c", script));
    return all;
  }

  /** As printf reads it. */
  private static String octal(byte[] bytes) {
    var text = new StringBuilder();
    for (var one : bytes) {
      text.append(String.format(Locale.ROOT, "\\%03o", one & 0xFF));
    }
    return text.toString();
  }

  private static void readable(List<String> all, String folder) {
    all.addAll(List.of("--ro-bind-try", folder, folder));
  }

  /**
   * What the script writes to its output, given {@code in} at its input.
   *
   * @param script for the shell, made of nothing that strangers wrote
   * @param most bytes that may come out
   * @throws CageRefused {@code cage.failed} if it ends badly, {@code cage.time}, {@code
   *     cage.output}
   */
  byte[] run(String script, byte[] in, int most) throws CageRefused, IOException {
    return run(command(script, !NO_NAMESPACES_WITHIN.answer().isEmpty()), in, most);
  }

  private byte[] run(List<String> command, byte[] in, int most) throws CageRefused, IOException {
    var builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.directory(new File("/"));
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    var process = builder.start();
    var late = new AtomicBoolean();
    var watch = Thread.ofVirtual().start(() -> endLate(process, late, patience));
    var feed = Thread.ofVirtual().start(() -> feed(process.getOutputStream(), in));
    try (var out = process.getInputStream()) {
      var made = read(out, most);
      var ended = process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == 0;
      if (!ended) {
        throw new CageRefused(late.get() ? "cage.time" : "cage.failed", patience.toSeconds());
      }
      return made;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("stopped", stopped);
    } finally {
      process.destroyForcibly();
      watch.interrupt();
      feed.interrupt();
    }
  }

  private static byte[] read(InputStream out, int most) throws CageRefused, IOException {
    var made = out.readNBytes(most + 1);
    if (made.length > most) {
      throw new CageRefused("cage.output");
    }
    return made;
  }

  private static void feed(OutputStream to, byte[] bytes) {
    try (to) {
      to.write(bytes);
    } catch (IOException ended) {
      // It stopped reading: its end says why.
      return;
    }
  }

  private static void endLate(Process process, AtomicBoolean late, Duration patience) {
    try {
      if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        late.set(true);
        process.destroyForcibly();
      }
    } catch (InterruptedException done) {
      Thread.currentThread().interrupt();
    }
  }
}
