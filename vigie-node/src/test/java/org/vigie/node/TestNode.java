package org.vigie.node;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.vigie.ledger.CustodyLog;
import org.vigie.ledger.PublicationSchedule;
import org.vigie.node.ops.NodeSettings;
import org.vigie.node.ops.SettingsReader;
import org.vigie.node.ops.SettingsRefused;
import org.vigie.node.shell.Sessions;
import org.vigie.probe.ProbeController;
import org.vigie.seal.ArgonPolicy;

/** A real node on a free port of this machine, over a home of its own, with a clock to turn. */
public final class TestNode implements AutoCloseable {

  /** A cost of guessing so low that tests need not wait. */
  public static final ArgonPolicy QUICK = new ArgonPolicy(64, 1, 1);

  private final NodeServer server;
  private final AtomicReference<Duration> ahead;

  private TestNode(NodeServer server, AtomicReference<Duration> ahead) {
    this.server = server;
    this.ahead = ahead;
  }

  /** Starts a node in {@code home}. */
  public static TestNode start(Path home) {
    return start(home, null);
  }

  /**
   * Starts a node in {@code home} where an hour has just begun and its batch is out: however long a
   * test takes, the log publishes nothing beside it.
   */
  public static TestNode atTheHour(Path home) {
    var node = start(home);
    var hour = PublicationSchedule.HOURLY.period();
    var since = PublicationSchedule.HOURLY.slot(node.now());
    node.later(Duration.between(node.now(), since.plus(hour)));
    var _ = node.part(CustodyLog.class).publishIfDue(PublicationSchedule.HOURLY);
    return node;
  }

  /** Starts a node in {@code home} with these limits. */
  public static TestNode start(
      Path home, NodeSettings.@org.jspecify.annotations.Nullable Limits limits) {
    return start(home, limits, Map.of());
  }

  /** Starts a node in {@code home} whose rows lie in the database at a JDBC address. */
  public static TestNode over(String database, Path home) {
    return start(home, null, Map.of("VIGIE_DATABASE_URL", database));
  }

  /** Starts a node in {@code home} whose checkpoints are stamped by the authority at an address. */
  public static TestNode stampedBy(String authority, Path home) {
    return start(home, null, Map.of("VIGIE_TSA_URL", authority));
  }

  /** Starts a node in {@code home} with these parts instead of its own, or beside them. */
  public static TestNode with(Path home, Class<?>... parts) {
    return start(home, null, Map.of(), 0, parts);
  }

  /** Starts a node in {@code home} at this port. */
  public static TestNode at(int port, Path home) {
    return start(home, null, Map.of(), port);
  }

  private static TestNode start(
      Path home,
      NodeSettings.@org.jspecify.annotations.Nullable Limits limits,
      Map<String, String> variables) {
    return start(home, limits, variables, 0);
  }

  private static TestNode start(
      Path home,
      NodeSettings.@org.jspecify.annotations.Nullable Limits limits,
      Map<String, String> variables,
      int port,
      Class<?>... parts) {
    var ahead = new AtomicReference<>(Duration.ZERO);
    InstantSource clock =
        new InstantSource() {
          @Override
          public Instant instant() {
            return Clock.systemUTC().instant().plus(ahead.get());
          }
        };
    try {
      var settings = SettingsReader.read(home, variables).listening("127.0.0.1", port);
      var sources = new ArrayList<Class<?>>(List.of(NodeApplication.class, ProbeController.class));
      sources.addAll(List.of(parts));
      var limited = limits == null ? settings : settings.limited(limits);
      return new TestNode(
          NodeServer.start(limited, clock, QUICK, sources.toArray(Class<?>[]::new)), ahead);
    } catch (IOException | SettingsRefused impossible) {
      throw new AssertionError(impossible);
    }
  }

  /** Turns every clock of the node forward, once every answer was also counted as given. */
  public void later(Duration by) {
    while (!server.part(Sessions.class).quiet()) {
      Thread.onSpinWait();
    }
    ahead.updateAndGet(by::plus);
  }

  /** What the node's clocks show. */
  public Instant now() {
    return Clock.systemUTC().instant().plus(ahead.get());
  }

  /** A browser that has never been here. */
  public TestBrowser browser() {
    return new TestBrowser(server.url());
  }

  /** The one-time path that founds a house. */
  public String foundingPath() {
    var url = server.foundingUrl().orElseThrow();
    return url.substring(url.indexOf("/found/"));
  }

  /** Where it listens. */
  public int port() {
    return server.port();
  }

  /** A part of the node. */
  public <T> T part(Class<T> type) {
    return server.part(type);
  }

  @Override
  public void close() {
    server.close();
  }
}
