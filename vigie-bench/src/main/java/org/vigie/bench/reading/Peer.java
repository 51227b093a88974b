package org.vigie.bench.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.vigie.bench.BenchMain;
import org.vigie.bench.Command;
import org.vigie.bench.Spent;

/** The npm package whatsapp-chat-parser, installed into the benchmark's own folder. */
final class Peer {

  private static final String PACKAGE = "whatsapp-chat-parser@4.0.2";
  private static final String SCRIPT = "peer.mjs";

  private final Path folder;
  private final String version;

  private Peer(Path folder, String version) {
    this.folder = folder;
    this.version = version;
  }

  /** Installs it, or nothing if there is no node, no npm or no registry. */
  static Optional<Peer> install(Path folder) throws IOException, InterruptedException {
    Files.writeString(folder.resolve("package.json"), "{\"private\":true}\n");
    BenchMain.unpack(Peer.class, SCRIPT, folder);
    var node = Command.of(folder, "node", "--version").printed();
    var npm =
        Command.of(folder, "npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", PACKAGE)
            .printed();
    return node.isEmpty() || npm.isEmpty()
        ? Optional.empty()
        : Optional.of(new Peer(folder, PACKAGE + " on node " + node.get()));
  }

  String version() {
    return version;
  }

  /** Messages a second inside one process, once it has read {@code warm} messages. */
  double speed(String file, int messages, int rounds, int warm)
      throws IOException, InterruptedException {
    var before = Integer.toString(warm / messages + 1);
    var said =
        Command.of(folder, "node", SCRIPT, "speed", file, Integer.toString(rounds), before)
            .printed();
    var words = said.orElseThrow(() -> new IOException("the peer failed")).split(" ", -1);
    if (Integer.parseInt(words[0]) != messages) {
      throw new IOException("the peer found " + words[0] + " messages of " + messages);
    }
    return Double.parseDouble(words[1]);
  }

  /** The whole process, with its JSON written. */
  Spent json(String file) throws IOException, InterruptedException {
    return Command.of(folder, "node", SCRIPT, "json", file).into("theirs.jsonl").run();
  }
}
