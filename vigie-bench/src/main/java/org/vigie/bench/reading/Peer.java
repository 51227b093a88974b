package org.vigie.bench.reading;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.vigie.bench.BenchMain;
import org.vigie.bench.Command;
import org.vigie.bench.Spent;

/** A package of npm that reads the same exports, installed into the benchmark's own folder. */
final class Peer {

  /** Reads chats of WhatsApp. */
  static final Kind WHATSAPP = new Kind("whatsapp-chat-parser@4.0.2", "peer.mjs");

  /** Reads {@code result.json} of Telegram Desktop. */
  static final Kind TELEGRAM = new Kind("telegram-chat-parser@1.0.7", "telegram-peer.mjs");

  /**
   * Which peer.
   *
   * @param name of the package, with its version
   * @param script that runs it
   */
  record Kind(String name, String script) {}

  private static final String HEAP = "--max-old-space-size=8192";

  private final Path folder;
  private final String script;
  private final String version;

  private Peer(Path folder, String script, String version) {
    this.folder = folder;
    this.script = script;
    this.version = version;
  }

  /** Installs it, or nothing if there is no node, no npm or no registry. */
  static Optional<Peer> install(Path folder, Kind kind) throws IOException, InterruptedException {
    Files.writeString(folder.resolve("package.json"), "{\"private\":true}\n");
    BenchMain.unpack(Peer.class, kind.script(), folder);
    var node = Command.of(folder, "node", "--version").printed();
    var npm =
        Command.of(
                folder,
                "npm",
                "install",
                "--no-audit",
                "--no-fund",
                "--ignore-scripts",
                kind.name())
            .printed();
    return node.isEmpty() || npm.isEmpty()
        ? Optional.empty()
        : Optional.of(new Peer(folder, kind.script(), kind.name() + " on node " + node.get()));
  }

  String version() {
    return version;
  }

  /** Starts it, to read {@code file} within one process as often as it is asked to. */
  Rounds rounds(String file) throws IOException {
    var process =
        new ProcessBuilder("node", HEAP, script, "speed", file)
            .directory(folder.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    return new Rounds(process);
  }

  /** The whole process, with its JSON written. */
  Spent json(String file) throws IOException, InterruptedException {
    return Command.of(folder, "node", HEAP, script, "json", file).into("theirs.jsonl").run();
  }

  /** One process of it, waiting to be told when it is its turn. */
  static final class Rounds implements AutoCloseable {

    private final Process process;
    private final Writer ask;
    private final BufferedReader answers;

    private Rounds(Process process) {
      this.process = process;
      this.ask = process.outputWriter(StandardCharsets.UTF_8);
      this.answers = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Seconds that it takes for the file now. */
    double next(int messages) throws IOException {
      ask.write("\n");
      ask.flush();
      var said = answers.readLine();
      if (said == null) {
        throw new IOException("the peer failed");
      }
      var words = said.split(" ", -1);
      if (Integer.parseInt(words[0]) != messages) {
        throw new IOException("the peer found " + words[0] + " messages of " + messages);
      }
      return Double.parseDouble(words[1]);
    }

    @Override
    public void close() {
      process.destroy();
      process.onExit().join();
    }
  }
}
