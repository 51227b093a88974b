package org.vigie.node.store;

import java.net.URI;
import java.net.http.HttpClient;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.vigie.ledger.CustodyLog;
import org.vigie.ledger.timestamp.TimeStampClient;

/**
 * Once a minute, on a thread of its own: asks the authority for what is to be stamped, so that a
 * slow one delays nobody. Does nothing where no authority is set.
 */
final class TimeStampTicker implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(PATIENCE)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          work -> Thread.ofPlatform().daemon().name("time-stamps").unstarted(work));
  private final List<TimeStamper> stampers;

  /** {@code logs} that were ended are stamped again, too: receipts rest on them. */
  TimeStampTicker(List<CustodyLog> logs, String address, SecureRandom random, InstantSource time) {
    if (address.isBlank()) {
      stampers = List.of();
      return;
    }
    var client = new TimeStampClient(http, URI.create(address), random);
    stampers = stampers(logs, client::stamp, time);
    for (var stamper : stampers) {
      var _ = clock.scheduleWithFixedDelay(() -> tick(stamper), 1, 1, TimeUnit.MINUTES);
    }
  }

  /** One for each log, whether it is written or was ended. */
  static List<TimeStamper> stampers(
      List<CustodyLog> logs, TimeStamper.Authority authority, InstantSource time) {
    return logs.stream().map(log -> new TimeStamper(log, authority, time)).toList();
  }

  /** Looks at every log now, on the same thread, and waits until that is done. */
  void tick() throws InterruptedException, ExecutionException {
    clock.submit(() -> stampers.forEach(TimeStampTicker::tick)).get();
  }

  private static void tick(TimeStamper stamper) {
    try {
      stamper.tick();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
    http.shutdownNow();
  }
}
