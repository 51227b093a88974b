package org.vigie.node.cage;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Debian's ffmpeg in a cage of its own: no network, no files but the programs of the system, the
 * recording in memory alone. Without bubblewrap there is none: ffmpeg reads hostile files with much
 * code. Safe for use by several threads.
 */
final class Ffmpeg {

  /** The most bytes that go in, and that come out. */
  static final int LONGEST = 96 * 1024 * 1024;

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final int CPU_SECONDS = 150;
  private static final int MEMORY_FOR_FILES = 512 * 1024 * 1024;
  private static final long MEMORY = 2L * 1024 * 1024 * 1024;

  private final String version;

  private Ffmpeg(String version) {
    this.version = version;
  }

  /** The program, or one that is not {@link #there} where this machine cannot build its cage. */
  static Ffmpeg onThisMachine() {
    if (Launch.program("bwrap") == null
        || Launch.program("prlimit") == null
        || Launch.program("ffmpeg") == null) {
      return none();
    }
    try {
      var said = run("ffmpeg -version", new byte[0], 64 * 1024);
      var words = new String(said, StandardCharsets.UTF_8).split("\\s+", 4);
      var known = words.length > 2 && words[0].equals("ffmpeg");
      return new Ffmpeg(known ? words[2].replaceAll("[^0-9A-Za-z.+~-]", "") : "");
    } catch (CageRefused | IOException notHere) {
      return none();
    }
  }

  /** That of a machine without it. */
  static Ffmpeg none() {
    return new Ffmpeg("");
  }

  /** Whether it can be run here. */
  boolean there() {
    return !version.isEmpty();
  }

  /** Program and version. */
  String tool() {
    return "ffmpeg " + version;
  }

  /**
   * What ffmpeg makes of a recording.
   *
   * @param options between the input and the output: what to take and how to change and write it
   * @throws CageRefused {@code cage.failed} if it cannot be read or the program is not there,
   *     {@code cage.time}, {@code cage.output}
   */
  byte[] convert(byte[] recording, String options) throws CageRefused, IOException {
    if (!there() || recording.length > LONGEST) {
      throw new CageRefused("cage.failed");
    }
    var script =
        "cat > in && ffmpeg -nostdin -v quiet -protocol_whitelist file -i file:in -map 0:a:0"
            + " -map_metadata -1 -bitexact "
            + options
            + " file:out && cat out";
    return run(script, recording, LONGEST);
  }

  private static List<String> command(String script) {
    return List.of(
        "/usr/bin/prlimit",
        "--cpu=" + CPU_SECONDS,
        "--core=0",
        "--as=" + MEMORY,
        "--nofile=256",
        "--",
        String.valueOf(Launch.program("bwrap")),
        "--unshare-all",
        "--die-with-parent",
        "--new-session",
        "--clearenv",
        "--setenv",
        "PATH",
        "/usr/bin:/bin",
        "--cap-drop",
        "ALL",
        "--uid",
        "65534",
        "--gid",
        "65534",
        "--ro-bind",
        "/usr",
        "/usr",
        "--ro-bind-try",
        "/etc/alternatives",
        "/etc/alternatives",
        "--symlink",
        "usr/lib",
        "/lib",
        "--symlink",
        "usr/lib64",
        "/lib64",
        "--symlink",
        "usr/bin",
        "/bin",
        "--proc",
        "/proc",
        "--dev",
        "/dev",
        "--size",
        Integer.toString(MEMORY_FOR_FILES),
        "--tmpfs",
        "/tmp",
        "--remount-ro",
        "/",
        "--chdir",
        "/tmp",
        "--",
        "/bin/sh",
        "-c",
        script);
  }

  private static byte[] run(String script, byte[] in, int most) throws CageRefused, IOException {
    var builder = new ProcessBuilder(command(script));
    builder.environment().clear();
    builder.directory(new File("/"));
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    var process = builder.start();
    var late = new AtomicBoolean();
    var watch = Thread.ofVirtual().start(() -> endLate(process, late));
    var feed = Thread.ofVirtual().start(() -> feed(process.getOutputStream(), in));
    try (var out = process.getInputStream()) {
      var made = read(out, most);
      var ended = process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == 0;
      if (!ended) {
        throw new CageRefused(late.get() ? "cage.time" : "cage.failed", PATIENCE.toSeconds());
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

  private static void endLate(Process process, AtomicBoolean late) {
    try {
      if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        late.set(true);
        process.destroyForcibly();
      }
    } catch (InterruptedException done) {
      Thread.currentThread().interrupt();
    }
  }
}
