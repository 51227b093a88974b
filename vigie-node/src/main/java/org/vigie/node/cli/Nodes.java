package org.vigie.node.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.file.FileSystemException;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Locale;
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
   * @throws CommandRefused {@code cli.port} if another program listens there, {@code cli.bind} or
   *     {@code cli.bind.closed} if nobody can, {@code cli.database} if the database does not open
   * @throws FileSystemException if the home cannot be used
   */
  static NodeServer start(NodeSettings settings, InstantSource clock, ArgonPolicy policy)
      throws IOException, CommandRefused {
    try {
      return NodeServer.start(settings, clock, policy);
    } catch (RuntimeException failed) {
      for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
        if (cause instanceof FileSystemException noFile) {
          throw noFile;
        }
        var key = key(cause);
        if (!key.isEmpty()) {
          var http = settings.http();
          throw new CommandRefused(ExitCode.UNUSABLE_INPUT, key, http.port(), http.bind());
        }
      }
      throw failed;
    }
  }

  /** The sentence for something that a person can change; empty for anything else. */
  private static String key(Throwable cause) {
    return switch (cause) {
      case PortInUseException _ -> "cli.port";
      case SQLException _ -> "cli.database";
      case UnknownHostException _ -> "cli.bind";
      case SocketException closed ->
          String.valueOf(closed.getMessage()).toLowerCase(Locale.ROOT).contains("in use")
              ? "cli.port"
              : "cli.bind.closed";
      default -> "";
    };
  }

  /**
   * Whether nobody outside this machine would reach the node; who comes over a socket in the file
   * system was let in by an onion service or proxy.
   *
   * @throws CommandRefused {@code cli.bind} if there is no such address
   */
  static boolean staysHere(NodeSettings settings) throws CommandRefused {
    var http = settings.http();
    if (http.socket().isPresent()) {
      return false;
    }
    try {
      return InetAddress.getByName(http.bind()).isLoopbackAddress();
    } catch (UnknownHostException unknown) {
      throw new CommandRefused(ExitCode.UNUSABLE_INPUT, "cli.bind", http.port(), http.bind());
    }
  }
}
