package org.vigie.node.cli;

import java.io.IOException;
import java.net.ConnectException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a node listens that only an onion service or proxy on this machine shall reach, or a share
 * host that only the node shall: a socket in the file system. Protects against every other account
 * and program of the machine, browsers among them, by the permissions of its folder; does not
 * protect against root.
 */
final class SocketPlace {

  /** Whoever may write to a folder may put something else in a socket's place. */
  private static final Set<PosixFilePermission> OTHERS =
      Set.of(
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE,
          PosixFilePermission.OTHERS_EXECUTE);

  /** Of a mode, as stat(2) gives it. */
  private static final int FILE_TYPE = 0170000;

  private static final int SOCKET = 0140000;

  private SocketPlace() {}

  /**
   * Looks whether a node may listen at {@code socket}, and removes what a node that was killed left
   * there.
   *
   * @throws CommandRefused {@code cli.socket.folder} if there is no such folder, everybody may
   *     enter it, or its group may write there, {@code cli.socket.taken} if somebody listens there
   *     or something else lies there
   */
  static void prepare(Path socket) throws IOException, CommandRefused {
    var folder = socket.toAbsolutePath().getParent();
    requireClosed(folder);
    if (Files.exists(socket, LinkOption.NOFOLLOW_LINKS)) {
      if (!isSocket(socket) || mayAnswer(socket)) {
        throw new CommandRefused(ExitCode.UNUSABLE_INPUT, "cli.socket.taken", socket);
      }
      Files.delete(socket);
    }
  }

  /**
   * Refuses a folder that somebody else may enter or change.
   *
   * @throws CommandRefused {@code cli.socket.folder}
   */
  static void requireClosed(@Nullable Path folder) throws IOException, CommandRefused {
    if (folder == null || !Files.isDirectory(folder) || isOpen(folder)) {
      throw new CommandRefused(
          ExitCode.UNUSABLE_INPUT, "cli.socket.folder", String.valueOf(folder));
    }
  }

  private static boolean isOpen(Path folder) throws IOException {
    var view = Files.getFileAttributeView(folder, PosixFileAttributeView.class);
    return view != null && view.readAttributes().permissions().stream().anyMatch(OTHERS::contains);
  }

  private static boolean isSocket(Path place) throws IOException {
    var mode = (int) Files.getAttribute(place, "unix:mode", LinkOption.NOFOLLOW_LINKS);
    return (mode & FILE_TYPE) == SOCKET;
  }

  /** Only a refused connection says that nobody is there; being kept out does not. */
  private static boolean mayAnswer(Path socket) {
    try (var line = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      return line.connect(UnixDomainSocketAddress.of(socket));
    } catch (ConnectException nobody) {
      return false;
    } catch (IOException unknown) {
      return true;
    }
  }
}
