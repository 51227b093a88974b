package org.vigie.node.cage;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The command that starts a cage. Protects against reading files, the environment, other processes
 * and the network, against writing anything, and against running on; without bubblewrap, against
 * running on and the environment alone, beside what the filter of system calls takes.
 */
final class Launch {

  private static final List<Path> SYSTEM_FOLDERS =
      List.of(
          Path.of("/lib/x86_64-linux-gnu"),
          Path.of("/lib/aarch64-linux-gnu"),
          Path.of("/lib64"),
          Path.of("/usr/lib64"),
          Path.of("/lib"));

  /** What a JDK links to; those of Debian's own build stand last. */
  private static final List<String> LIBRARIES =
      List.of(
          "ld-linux-x86-64.so.2",
          "ld-linux-aarch64.so.1",
          "libc.so.6",
          "libm.so.6",
          "libdl.so.2",
          "libpthread.so.0",
          "librt.so.1",
          "libz.so.1",
          "libgcc_s.so.1",
          "libstdc++.so.6",
          "libjpeg.so.62",
          "liblcms2.so.2",
          "libpng16.so.16",
          "libgif.so.7");

  private static final int OWN_FILES = 64 << 20;

  private final List<Path> classPath;
  private final String mainClass;
  private final CageLimits limits;
  private final @Nullable Path bubblewrap;
  private final @Nullable Path prlimit;
  private final Path jdk;
  private final @Nullable Path own;

  Launch(List<Path> classPath, String mainClass, CageLimits limits, boolean isolated)
      throws IOException {
    this(classPath, mainClass, limits, isolated, null);
  }

  /** Likewise for a program that stays and has a folder of its {@code own}, its only argument. */
  Launch(
      List<Path> classPath,
      String mainClass,
      CageLimits limits,
      boolean isolated,
      @Nullable Path own)
      throws IOException {
    this.classPath = classPath;
    this.mainClass = mainClass;
    this.limits = limits;
    this.bubblewrap = isolated ? program("bwrap") : null;
    this.prlimit = program("prlimit");
    this.own = own;
    this.jdk = Path.of(System.getProperty("java.home")).toRealPath();
  }

  /** Where a program of the system is; never looked up in a path that others may set. */
  static @Nullable Path program(String name) {
    for (var folder : List.of("/usr/bin", "/bin", "/usr/local/bin")) {
      var file = Path.of(folder, name);
      if (Files.isExecutable(file)) {
        return file;
      }
    }
    return null;
  }

  /** Starts it with empty environment; what it says beside its protocol is thrown away. */
  Process start() throws IOException {
    return start(limits.cpuSeconds());
  }

  /** Likewise with other seconds of processor than it was made for. */
  Process start(int cpuSeconds) throws IOException {
    var builder = new ProcessBuilder(command(cpuSeconds));
    builder.environment().clear();
    builder.directory(new File("/"));
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    return builder.start();
  }

  private List<String> command(int cpuSeconds) throws IOException {
    var all = new ArrayList<String>();
    if (prlimit != null) {
      all.add(prlimit.toString());
      if (own == null) {
        all.add("--cpu=" + cpuSeconds);
      }
      all.addAll(
          List.of(
              own == null ? "--fsize=0" : "--fsize=" + OWN_FILES,
              "--core=0",
              "--nofile=256",
              "--nproc=4096",
              "--"));
    }
    if (bubblewrap != null) {
      isolation(all, bubblewrap);
    }
    all.add(jdk.resolve("bin/java").toString());
    virtualMachine(all);
    all.add("-cp");
    all.add(String.join(":", classPath.stream().map(Path::toString).toList()));
    all.add(mainClass);
    if (own != null) {
      all.add(own.toString());
    }
    return all;
  }

  private void isolation(List<String> all, Path bwrap) throws IOException {
    all.addAll(
        List.of(
            bwrap.toString(),
            "--unshare-all",
            "--die-with-parent",
            "--new-session",
            "--clearenv",
            "--cap-drop",
            "ALL",
            "--uid",
            "65534",
            "--gid",
            "65534"));
    bind(all, jdk);
    configuration(all);
    for (var folder : SYSTEM_FOLDERS) {
      for (var library : LIBRARIES) {
        var file = folder.resolve(library);
        if (Files.exists(file)) {
          bind(all, file);
        }
      }
    }
    for (var path : classPath) {
      bind(all, path);
    }
    if (own != null) {
      all.addAll(List.of("--bind", own.toString(), own.toString()));
    }
    all.addAll(List.of("--proc", "/proc", "--dev", "/dev", "--dir", "/tmp"));
    all.addAll(List.of("--remount-ro", "/", "--chdir", "/", "--"));
  }

  private static void bind(List<String> all, Path path) {
    all.addAll(List.of("--ro-bind", path.toString(), path.toString()));
  }

  /** Debian keeps the settings of its JDK in /etc and links to them. */
  private void configuration(List<String> all) throws IOException {
    var settings = jdk.resolve("conf/security/java.security");
    if (Files.exists(settings) && !settings.toRealPath().startsWith(jdk)) {
      var real = settings.toRealPath();
      bind(all, real.getRoot().resolve(real.subpath(0, 2)));
    }
  }

  private void virtualMachine(List<String> all) {
    all.addAll(
        List.of(
            "-Xmx" + limits.heapMiB() + "m",
            "-Xss512k",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:ActiveProcessorCount=1",
            "-Xshare:auto",
            "-XX:-UsePerfData",
            "-XX:+DisableAttachMechanism",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:-CreateCoredumpOnCrash",
            "-XX:ErrorFile=/dev/null",
            "-XX:-UseContainerSupport",
            "-Xlog:disable",
            "-Djava.awt.headless=true",
            "-Duser.language=en",
            "-Duser.timezone=UTC",
            "--enable-native-access=ALL-UNNAMED"));
  }
}
