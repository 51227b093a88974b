package org.vigie.node.cage;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.vigie.imports.cage.SystemCallFilter;

/**
 * What hostile code would try, run in the place of a reader: prints a line for everything that it
 * could do. Standard input gives the name of a secret file and two local ports.
 */
final class CageProbe {

  /** One thing to try. */
  @FunctionalInterface
  private interface Attempt {
    void run() throws Exception;
  }

  private static final List<String> DONE = new ArrayList<>();

  private CageProbe() {}

  /** Tries everything. */
  public static void main(String[] args) throws IOException {
    SystemCallFilter.install();
    var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    var secret = Path.of(in.readLine());
    var tcp = Integer.parseInt(in.readLine());
    var udp = Integer.parseInt(in.readLine());
    attempt("read-secret", () -> Files.readAllBytes(secret));
    attempt("read-passwd", () -> Files.readAllBytes(Path.of("/etc/passwd")));
    attempt("list-home", () -> list(secret.resolveSibling(".")));
    attempt("write-beside", () -> write(secret.resolveSibling("written")));
    attempt("write-tmp", () -> write(Path.of("/tmp/written")));
    attempt("write-here", () -> write(Path.of("written")));
    attempt("connect", () -> new Socket(InetAddress.getLoopbackAddress(), tcp).close());
    attempt("send", () -> send(udp));
    attempt("start-shell", () -> start("/bin/sh", "-c", "true"));
    attempt("start-java", () -> start(System.getProperty("java.home") + "/bin/java", "-version"));
    attempt("see-processes", CageProbe::others);
    attempt("see-environment", CageProbe::environment);
    try (var out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8)) {
      out.println(String.join(" ", DONE) + " end");
    }
  }

  private static void attempt(String name, Attempt attempt) {
    try {
      attempt.run();
      DONE.add(name);
    } catch (Exception | LinkageError refused) {
      // Refused is what this is for.
    }
  }

  private static void list(Path folder) throws IOException {
    if (folder.toFile().list() == null) {
      throw new IOException("not shown");
    }
  }

  private static void write(Path file) throws IOException {
    Files.writeString(file, "x");
  }

  private static void send(int port) throws IOException {
    try (var socket = new DatagramSocket()) {
      var to = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
      socket.send(new DatagramPacket(new byte[1], 1, to));
    }
  }

  private static void start(String... command) throws Exception {
    if (new ProcessBuilder(command).start().waitFor() != 0) {
      throw new IOException("did not run");
    }
  }

  private static void others() throws IOException {
    try (var all = Files.list(Path.of("/proc"))) {
      var count = all.filter(p -> p.getFileName().toString().matches("[0-9]+")).count();
      if (count <= 3) {
        throw new IOException("alone");
      }
    }
  }

  private static void environment() throws IOException {
    if (System.getenv().keySet().stream().allMatch(k -> k.equals("PWD"))) {
      throw new IOException("empty");
    }
  }
}
