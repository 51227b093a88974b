package org.vigie.node.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.kernel.SuppressForbidden;
import org.vigie.matching.share.ShareHost;
import org.vigie.matching.share.ShareSocket;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./vigie share}: a share host under an account of its own, until it is told to stop. */
@Command(
    name = "share",
    description =
        "Hold the key of a house's tokens as a share host, under another account than the node's.",
    footer = {
      "",
      "Example: ./vigie share --folder /srv/vigie-share --socket /run/vigie-share/line --for vigie"
    })
final class ShareCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--folder",
      paramLabel = "DIR",
      required = true,
      description = "Folder that holds its key and what it answered.")
  private Path folder = Path.of("");

  @Option(
      names = "--socket",
      paramLabel = "FILE",
      required = true,
      description = "Where the node reaches it, in a folder that is closed to others.")
  private Path socket = Path.of("");

  @Option(
      names = "--for",
      paramLabel = "ACCOUNT",
      description =
          "Account that the node, or this end of its tunnel, runs as: nobody else is answered."
              + " Without it: the account of this command.")
  private String account = "";

  @Override
  @SuppressForbidden(reason = "a real share host reads the real clock")
  public Integer call() throws IOException, InterruptedException, CommandRefused {
    if (!Files.exists(folder)) {
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
    SocketPlace.requireClosed(folder.toAbsolutePath());
    SocketPlace.prepare(socket.toAbsolutePath());
    try (var stop = new UntilStopped();
        var host = ShareHost.telling(folder, Clock.systemUTC(), new SecureRandom());
        var line = ShareSocket.listen(host, socket.toAbsolutePath(), account)) {
      var out = out();
      out.println("vigie: share host ready at " + line.socket());
      out.flush();
      stop.await();
    }
    return ExitCode.DONE;
  }

  private PrintWriter out() {
    if (spec == null) {
      throw new IllegalStateException("picocli fills the spec in");
    }
    return spec.commandLine().getOut();
  }
}
