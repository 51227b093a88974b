package org.vigie.node.cli;

import java.io.IOException;
import java.net.BindException;
import java.time.InstantSource;
import org.springframework.boot.web.server.PortInUseException;
import org.vigie.node.NodeServer;
import org.vigie.node.ops.NodeSettings;
import org.vigie.seal.ArgonPolicy;

/** Starts nodes for commands, and says plainly what stands in the way. */
final class Nodes {

  private Nodes() {}

  /**
   * Starts a node.
   *
   * @throws CommandRefused {@code cli.port} if another program listens there
   */
  static NodeServer start(NodeSettings settings, InstantSource clock, ArgonPolicy policy)
      throws IOException, CommandRefused {
    try {
      return NodeServer.start(settings, clock, policy);
    } catch (RuntimeException failed) {
      if (portTaken(failed)) {
        throw new CommandRefused(ExitCode.UNUSABLE_INPUT, "cli.port", settings.http().port());
      }
      throw failed;
    }
  }

  private static boolean portTaken(Throwable failed) {
    for (var cause = failed; cause != null; cause = cause.getCause()) {
      if (cause instanceof PortInUseException || cause instanceof BindException) {
        return true;
      }
    }
    return false;
  }
}
