package org.vigie.node.cage;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Runs a large program of the system on hostile bytes. Protects against what they make it do: no
 * network, no files but the programs of the system, bounded time and memory, and nothing it writes
 * is left, since it writes to memory alone. Does not protect against errors of the kernel; without
 * bubblewrap there is none. Safe for use by several threads.
 *
 * @param patience from start to end
 * @param cpuSeconds of one process
 * @param memory bytes of one process
 * @param memoryForFiles bytes of all files it writes
 * @param settings folders of the system, beside its programs, that it may read
 */
record CagedTool(
    Duration patience, int cpuSeconds, long memory, int memoryForFiles, List<String> settings) {

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

  private List<String> command(String script) {
    var all = new ArrayList<String>();
    all.addAll(
        List.of(
            "/usr/bin/prlimit",
            "--cpu=" + cpuSeconds,
            "--core=0",
            "--as=" + memory,
            "--nofile=256",
            "--"));
    all.add(String.valueOf(Launch.program("bwrap")));
    all.addAll(List.of("--unshare-all", "--die-with-parent", "--new-session", "--clearenv"));
    all.addAll(List.of("--setenv", "PATH", "/usr/bin:/bin", "--setenv", "HOME", "/tmp"));
    all.addAll(List.of("--cap-drop", "ALL", "--uid", "65534", "--gid", "65534"));
    all.addAll(List.of("--ro-bind", "/usr", "/usr"));
    readable(all, "/etc/alternatives");
    settings.forEach(folder -> readable(all, folder));
    all.addAll(List.of("--symlink", "usr/lib", "/lib", "--symlink", "usr/lib64", "/lib64"));
    all.addAll(List.of("--symlink", "usr/bin", "/bin", "--proc", "/proc", "--dev", "/dev"));
    all.addAll(List.of("--size", Integer.toString(memoryForFiles), "--tmpfs", "/tmp"));
    all.addAll(List.of("--remount-ro", "/", "--chdir", "/tmp", "--", "/bin/sh", "-c", script));
    return all;
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
    var builder = new ProcessBuilder(command(script));
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
    var made = new ByteArrayOutputStream();
    var buffer = new byte[64 * 1024];
    for (var n = out.read(buffer); n >= 0; n = out.read(buffer)) {
      made.write(buffer, 0, n);
      if (made.size() > most) {
        throw new CageRefused("cage.output");
      }
    }
    return made.toByteArray();
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
