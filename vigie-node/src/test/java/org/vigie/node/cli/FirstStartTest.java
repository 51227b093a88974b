package org.vigie.node.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.node.ServedNode;

/** The first start of a real node. */
class FirstStartTest {

  @TempDir private Path home = Path.of("");
  @TempDir private Path temporary = Path.of("");

  @Test
  void lets_in_this_machine_only_until_a_house_is_founded() throws IOException {
    for (var start = 0; start < 2; start++) {
      try (var node = ServedNode.served(home, temporary, "--bind", "0.0.0.0")) {
        assertThat(node.output()).contains("only this machine is let in", "/found/");
        assertThat(answers("127.0.0.1", node.port())).isTrue();
        // Every address of a network this machine is in: only what listens everywhere has it.
        assertThat(answers("127.0.0.2", node.port())).isFalse();
      }
    }
  }

  private static boolean answers(String address, int port) {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(address, port), 2_000);
      return true;
    } catch (IOException refused) {
      return false;
    }
  }
}
