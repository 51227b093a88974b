package org.vigie.e2e;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.vigie.ledger.CustodyLog;
import org.vigie.ledger.PublicationSchedule;
import org.vigie.node.NodeServer;
import org.vigie.node.ops.SettingsReader;
import org.vigie.node.ops.SettingsRefused;
import org.vigie.seal.ArgonPolicy;

/** A node whose clock can be turned forward, for what takes weeks; passphrases are quick here. */
final class TurnedNode implements RunningNode {

  private static final ArgonPolicy QUICK = new ArgonPolicy(64, 1, 1);

  private final NodeServer server;
  private final AtomicReference<Duration> ahead;

  private TurnedNode(NodeServer server, AtomicReference<Duration> ahead) {
    this.server = server;
    this.ahead = ahead;
  }

  static TurnedNode start(Path home) throws IOException, SettingsRefused {
    var ahead = new AtomicReference<>(Duration.ZERO);
    var settings = SettingsReader.read(home, Map.of()).listening("127.0.0.1", 0);
    return new TurnedNode(
        NodeServer.start(settings, () -> Clock.systemUTC().instant().plus(ahead.get()), QUICK),
        ahead);
  }

  /**
   * Likewise, where an hour has just begun and its batch is out: however long a test takes, the log
   * publishes nothing beside it.
   */
  static TurnedNode atTheHour(Path home) throws IOException, SettingsRefused {
    var node = start(home);
    var hour = PublicationSchedule.HOURLY.period();
    var since = PublicationSchedule.HOURLY.slot(node.now());
    node.later(Duration.between(node.now(), since.plus(hour)));
    var _ = node.part(CustodyLog.class).publishIfDue(PublicationSchedule.HOURLY);
    return node;
  }

  /** Turns every clock of the node forward. */
  void later(Duration by) {
    ahead.updateAndGet(by::plus);
  }

  /** A part of the node, to let what its clock would start be done at once. */
  <T> T part(Class<T> type) {
    return server.part(type);
  }

  @Override
  public String url() {
    return server.url();
  }

  @Override
  public String foundingUrl() {
    return server.foundingUrl().orElseThrow();
  }

  @Override
  public Instant now() {
    return Clock.systemUTC().instant().plus(ahead.get());
  }

  @Override
  public void close() {
    server.close();
  }
}
