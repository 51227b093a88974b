package org.vigie.node.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.ledger.CustodyLog;
import org.vigie.ledger.Hash;
import org.vigie.ledger.PublicationSchedule;
import org.vigie.ledger.timestamp.CertificateChain;
import org.vigie.ledger.timestamp.TimeStampToken;
import org.vigie.node.TestNode;

/** A node whose settings name an authority, and the authority at its address. */
class StampedNodeTest {

  @TempDir private Path folder = Path.of("");

  @Test
  void S_73_each_checkpoint_bears_a_token_of_the_authority_that_the_settings_name()
      throws Exception {
    var office = StampingOffice.in(folder.resolve("office"));
    var asked = new CopyOnWriteArrayList<byte[]>();
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/stamps", exchange -> answer(exchange, office, asked));
    server.start();
    var address = "http://127.0.0.1:" + server.getAddress().getPort() + "/stamps";
    try (var node = TestNode.stampedBy(address, folder.resolve("home"))) {
      var ticker = node.part(TimeStampTicker.class);
      var log = node.part(CustodyLog.class);
      for (var hour = 1; hour <= 2; hour++) {
        node.later(PublicationSchedule.HOURLY.period().plus(Duration.ofMinutes(1)));
        var _ = log.publishIfDue(PublicationSchedule.HOURLY);
        ticker.tick();
        ticker.tick();
        assertThat(asked).as("one hash an hour").hasSize(hour);
        assertThat(asked.getLast()).as("a hash, and no more").hasSizeLessThan(100);
        isStamped(log, office);
      }
      assertThat(log.stamps().count()).isEqualTo(2);
    } finally {
      server.stop(0);
    }
  }

  private static void isStamped(CustodyLog log, StampingOffice office) throws Exception {
    var note = log.checkpoint();
    var roots = CertificateChain.parse(Files.readAllBytes(office.root())).certificates();
    var replies = log.timeStamps(note.checkpoint().size());
    assertThat(replies).hasSize(1);
    var signer =
        TimeStampToken.parseReply(replies.getFirst())
            .verify(Hash.sha256(note.encoded().getBytes(UTF_8)), List.of(), roots);
    assertThat(signer).isEqualTo(office.certificate());
  }

  private static void answer(HttpExchange exchange, StampingOffice office, List<byte[]> asked)
      throws IOException {
    try (exchange) {
      var query = exchange.getRequestBody().readAllBytes();
      asked.add(query);
      var reply = office.answer(query);
      exchange.sendResponseHeaders(200, reply.length);
      exchange.getResponseBody().write(reply);
    }
  }
}
