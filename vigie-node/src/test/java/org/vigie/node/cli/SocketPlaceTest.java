package org.vigie.node.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SocketPlaceTest {

  @TempDir private Path folder = Path.of("");
  private Path socket = Path.of("");

  @BeforeEach
  void closes() throws Exception {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-x---"));
    socket = folder.resolve("node.sock");
  }

  @Test
  void S_11_a_folder_that_everybody_may_enter_is_refused() throws Exception {
    SocketPlace.prepare(socket);
    for (var open : new String[] {"rwxr-x--x", "rwxr-xr-x", "rwxrwx---", "rwxrwxrwx"}) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(open));
      assertThatThrownBy(() -> SocketPlace.prepare(socket)).hasMessage("cli.socket.folder");
    }
    assertThatThrownBy(() -> SocketPlace.prepare(folder.resolve("no/such.sock")))
        .hasMessage("cli.socket.folder");
  }

  @Test
  void what_a_killed_node_left_is_removed_and_nothing_else() throws Exception {
    try (var listens = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      listens.bind(UnixDomainSocketAddress.of(socket));
      assertThatThrownBy(() -> SocketPlace.prepare(socket)).hasMessage("cli.socket.taken");
      Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("---------"));
      assertThatThrownBy(() -> SocketPlace.prepare(socket))
          .as("one that keeps us out is not one where nobody is")
          .hasMessage("cli.socket.taken");
    }
    assertThat(socket).exists();
    SocketPlace.prepare(socket);
    assertThat(socket).doesNotExist();
    new ProcessBuilder("mkfifo", socket.toString()).start().waitFor();
    assertThatThrownBy(() -> SocketPlace.prepare(socket)).hasMessage("cli.socket.taken");
    assertThat(Files.deleteIfExists(socket)).as("a pipe is left alone").isTrue();
    Files.writeString(socket, "somebody's file");
    assertThatThrownBy(() -> SocketPlace.prepare(socket)).hasMessage("cli.socket.taken");
    assertThat(socket).hasContent("somebody's file");
  }
}
