package org.vigie.matching.share;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * A share host that is reached by a socket of the file system: under an account of its own, or on
 * another machine through a tunnel. One account may ask, and whoever asks names the account that
 * may answer, see {@link SocketPeer}; nobody's address is known, because such a line has none. Safe
 * for use by several threads.
 */
public final class ShareSocket implements AutoCloseable {

  private static final int LINES = 8;

  private final ShareHost host;
  private final Path socket;
  private final UserPrincipal asking;
  private final ServerSocketChannel server;
  private final Semaphore places = new Semaphore(LINES);
  private final Set<SocketChannel> lines = ConcurrentHashMap.newKeySet();

  private ShareSocket(
      ShareHost host, Path socket, UserPrincipal asking, ServerSocketChannel server) {
    this.host = host;
    this.socket = socket;
    this.asking = asking;
    this.server = server;
  }

  /**
   * Answers at {@code socket} until closed.
   *
   * @param account who may ask, by name or number; blank for the one this process runs as
   * @throws IOException if somebody answers there already, or nobody can, or there is no such
   *     account
   */
  public static ShareSocket listen(ShareHost host, Path socket, String account) throws IOException {
    var asking = SocketPeer.account(account);
    leftBehind(socket);
    var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      server.bind(UnixDomainSocketAddress.of(socket));
      Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rw-rw----"));
    } catch (IOException cannot) {
      server.close();
      throw cannot;
    }
    var listening = new ShareSocket(host, socket, asking, server);
    Thread.ofVirtual().start(listening::accept);
    return listening;
  }

  /** A socket at which nobody answers was left by a process that was killed. */
  private static void leftBehind(Path socket) throws IOException {
    if (!Files.exists(socket)) {
      return;
    }
    try (var _ = reached(socket)) {
      throw new IOException("somebody answers at " + socket);
    } catch (java.net.ConnectException nobody) {
      Files.delete(socket);
    }
  }

  /** Where it answers. */
  public Path socket() {
    return socket;
  }

  /**
   * A line to the share host that answers at {@code socket}.
   *
   * @param account who has to be there, by name or number; blank for the one this process runs as
   * @throws IOException if nobody answers, or another account does
   */
  public static SocketChannel connect(Path socket, String account) throws IOException {
    var line = reached(socket);
    try {
      SocketPeer.require(line, SocketPeer.account(account));
      return line;
    } catch (IOException another) {
      line.close();
      throw another;
    }
  }

  private static SocketChannel reached(Path socket) throws IOException {
    var line = SocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      line.connect(UnixDomainSocketAddress.of(socket));
      return line;
    } catch (IOException nobody) {
      line.close();
      throw nobody;
    }
  }

  /** The asking end of a line. */
  public static ShareClient client(SocketChannel line) {
    return new ShareClient(Channels.newInputStream(line), Channels.newOutputStream(line));
  }

  private void accept() {
    while (server.isOpen()) {
      try {
        var line = server.accept();
        Thread.ofVirtual().start(() -> serve(line));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(SocketChannel line) {
    lines.add(line);
    try (line) {
      SocketPeer.require(line, asking);
      if (places.tryAcquire()) {
        try {
          new ShareServer(host)
              .serve(Channels.newInputStream(line), Channels.newOutputStream(line), () -> {});
        } finally {
          places.release();
        }
      }
    } catch (IOException | IllegalStateException hungUp) {
      // The other end comes back if it wants to know more; or the host was closed.
    } finally {
      lines.remove(line);
    }
  }

  /** Answers no more and takes the socket away; the host stays open. */
  @Override
  public void close() throws IOException {
    server.close();
    for (var line : lines) {
      line.close();
    }
    Files.deleteIfExists(socket);
  }
}
