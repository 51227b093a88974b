package org.vigie.matching.share;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.nio.file.FileSystems;
import java.nio.file.attribute.UserPrincipal;
import jdk.net.ExtendedSocketOptions;
import org.vigie.kernel.SuppressForbidden;

/**
 * Whose process is at the other end of a line in the file system, as the kernel says it. Protects
 * against every other account that reaches the socket, whatever its folder lets in. Does not
 * protect against root, nor against other programs of that account; of a tunnel it sees this
 * machine's end only.
 */
@SuppressForbidden(reason = "only the JDK's own classes ask the kernel who is at a socket")
final class SocketPeer {

  private SocketPeer() {}

  /**
   * The account of this name or number; that of this process if it is blank.
   *
   * @throws IOException if there is none
   */
  static UserPrincipal account(String name) throws IOException {
    var known = name.isBlank() ? Long.toString(new UnixSystem().getUid()) : name;
    return FileSystems.getDefault().getUserPrincipalLookupService().lookupPrincipalByName(known);
  }

  /**
   * Lets nobody through but {@code account}.
   *
   * @throws IOException if another has the other end of {@code line}
   */
  static void require(SocketChannel line, UserPrincipal account) throws IOException {
    if (!line.getOption(ExtendedSocketOptions.SO_PEERCRED).user().equals(account)) {
      throw new IOException("another account than the one that was named");
    }
  }
}
