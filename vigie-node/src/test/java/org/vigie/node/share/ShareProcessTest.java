package org.vigie.node.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.kernel.Secret;
import org.vigie.kernel.SuppressForbidden;
import org.vigie.matching.share.ShareAsk;
import org.vigie.matching.share.ShareClient;
import org.vigie.matching.share.ShareHost;
import org.vigie.matching.share.ShareMain;
import org.vigie.matching.share.ShareRefused;
import org.vigie.matching.share.ShareSocket;
import org.vigie.node.cage.KeptProgram;
import org.vigie.seal.Oprf;
import org.vigie.testkit.Midnight;

class ShareProcessTest {

  private static final Oprf VOPRF = Oprf.of(Oprf.Mode.VOPRF);
  private static final ShareAsk ASK = new ShareAsk("0".repeat(64), "1".repeat(64));

  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void sameDay() throws InterruptedException {
    Midnight.notWithin(Duration.ofMinutes(2));
  }

  @Test
  void S_53_killed_it_is_there_again_with_its_key_and_what_was_spent() throws Exception {
    try (var host = new ShareProcess(folder)) {
      assertThat(host.process()).as("nothing runs before something is asked").isNull();
      host.ask(line -> {
        line.found(1);
        return true;
      });
      var key = host.ask(ShareClient::status).publicKey();
      assertThat(answered(host, 3)).isEqualTo(3);
      var first = Objects.requireNonNull(host.process());
      first.destroyForcibly();
      first.onExit().get(10, TimeUnit.SECONDS);
      assertThat(answered(host, 3)).isEqualTo(2);
      assertThat(host.ask(ShareClient::status).publicKey()).isEqualTo(key);
      assertThat(host.ask(ShareClient::status).evaluated()).isEqualTo(5);
      assertThat(Objects.requireNonNull(host.process()).pid()).isNotEqualTo(first.pid());
    }
  }

  @Test
  void S_50_its_process_gets_no_environment_and_no_secret_by_its_arguments() throws Exception {
    try (var host = new ShareProcess(folder)) {
      host.ask(line -> {
        line.found(1);
        return true;
      });
      var process = Objects.requireNonNull(host.process());
      var proc = Path.of("/proc", Long.toString(process.pid()));
      assertThat(Files.readAllBytes(proc.resolve("environ"))).isEmpty();
      var key = Files.readString(folder.resolve("key")).split(" ", -1)[2];
      assertThat(Files.readString(proc.resolve("cmdline"))).doesNotContain(key).contains("vigie");
    }
  }

  @Test
  void ends_when_the_node_is_gone() throws Exception {
    for (var isolated : KeptProgram.ways()) {
      var process =
          KeptProgram.start(
              ShareMain.class, folder, isolated, Secret.class, Oprf.class, Oprf.library());
      process.getOutputStream().close();
      assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void a_folder_that_cannot_be_read_is_a_host_that_is_away() throws Exception {
    Files.writeString(folder.resolve("key"), "a shopping list");
    try (var host = new ShareProcess(folder)) {
      assertThatThrownBy(() -> host.ask(ShareClient::status)).hasMessage(ShareRefused.AWAY);
      assertThatThrownBy(() -> host.ask(ShareClient::status)).hasMessage(ShareRefused.AWAY);
    }
  }

  @Test
  void one_that_runs_elsewhere_is_reached_by_its_socket_also_after_it_was_started_again()
      throws Exception {
    var socket = folder.resolve("line");
    try (var node = ShareProcess.at(socket, "")) {
      try (var host = host();
          var line = ShareSocket.listen(host, socket, "")) {
        assertThat(Files.getPosixFilePermissions(socket)).hasSize(4);
        node.ask(asking -> {
          asking.found(1);
          return true;
        });
        assertThat(answered(node, 3)).isEqualTo(3);
        assertThat(node.process()).as("not ours").isNull();
        assertThatThrownBy(() -> ShareSocket.listen(host, socket, ""))
            .hasMessageContaining("somebody answers");
        assertThat(line).isNotNull();
      }
      leftBehind(socket);
      try (var host = host();
          var line = ShareSocket.listen(host, socket, "")) {
        assertThat(line).isNotNull();
        assertThat(answered(node, 3)).isEqualTo(2);
      }
      assertThatThrownBy(() -> node.ask(ShareClient::status)).hasMessage(ShareRefused.AWAY);
      assertThat(Files.exists(socket)).isFalse();
    }
  }

  @Test
  void S_53_nobody_asks_or_answers_but_the_account_that_was_named() throws Exception {
    var socket = folder.resolve("line");
    for (var accounts : List.of(List.of("nobody", ""), List.of("", "nobody"))) {
      try (var node = ShareProcess.at(socket, accounts.getLast());
          var host = host();
          var line = ShareSocket.listen(host, socket, accounts.getFirst())) {
        assertThat(line.socket()).exists();
        assertThatThrownBy(() ->
                node.ask(asking -> {
                  asking.found(1);
                  return true;
                }))
            .hasMessage(ShareRefused.AWAY);
        assertThat(host.status().epoch()).isZero();
      }
    }
  }

  /** As after {@code kill -9}: the name is there, and nobody behind it. */
  private static void leftBehind(Path socket) throws IOException {
    try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(UnixDomainSocketAddress.of(socket));
    }
  }

  @SuppressForbidden(reason = "a day passes in no test here")
  private ShareHost host() throws IOException {
    return new ShareHost(folder, Clock.systemUTC(), new SecureRandom());
  }

  private static int answered(ShareProcess host, int count) throws ShareRefused {
    var random = new SecureRandom();
    var blinded =
        java.util.stream.IntStream.range(0, count)
            .mapToObj(i -> VOPRF.blind(new byte[] {(byte) i}, random).element())
            .toList();
    return host.ask(line -> line.evaluate(ASK, 1, List.copyOf(blinded)))
        .map(answer -> answer.elements().size())
        .orElse(0);
  }
}
