package org.vigie.node.shield;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.node.NodeServer;
import org.vigie.node.TestNode;
import org.vigie.node.house.Founder;
import org.vigie.node.ops.SettingsReader;

/** A node that no port leads to: only who may enter a folder reaches it. */
class SocketTest {

  @TempDir private Path folder = Path.of("");

  private static String ask(Path socket, String path) throws IOException {
    try (var line = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      line.connect(UnixDomainSocketAddress.of(socket));
      var request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
      line.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
      return new String(Channels.newInputStream(line).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void S_11_listens_at_a_socket_that_owner_and_group_alone_may_open() throws Exception {
    var socket = Path.of(folder.toString(), "node.sock");
    var home = folder.resolve("home");
    try (var node = TestNode.start(home)) {
      Founder.found(node, "lamp keeper");
    }
    var settings = SettingsReader.read(home, Map.of()).listening("unix:" + socket, 0);
    for (var again = 0; again < 2; again++) {
      try (var node = NodeServer.start(settings, Clock.systemUTC(), TestNode.QUICK)) {
        assertThat(node.url()).isEqualTo("unix:" + socket);
        assertThat(node.port()).isNegative();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(socket)))
            .isEqualTo("rw-rw----");
        assertThat(ask(socket, "/healthz")).startsWith("HTTP/1.1 200 ").contains("ok");
        assertThat(ask(socket, "/sign-in")).contains("<form", "Content-Security-Policy");
      }
      assertThat(socket).doesNotExist();
    }
  }
}
