package org.vigie.node.store;

import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.vigie.ledger.CustodyLog;
import org.vigie.ledger.PublicationSchedule;
import org.vigie.register.Registers;

/**
 * Once a minute: leaves that wait go to the custody log, which publishes a batch when it is due.
 */
final class CustodyTicker implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(CustodyTicker.class.getName());

  private final Registers registers;
  private final CustodyLog log;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          work -> Thread.ofPlatform().daemon().name("custody").unstarted(work));

  CustodyTicker(Registers registers, CustodyLog log) {
    this.registers = registers;
    this.log = log;
    var _ = clock.scheduleWithFixedDelay(this::tick, 1, 1, TimeUnit.MINUTES);
  }

  private void tick() {
    try {
      registers.placeWaitingLeaves();
      var _ = log.publishIfDue(PublicationSchedule.HOURLY);
    } catch (UncheckedIOException later) {
      LOG.log(Level.WARNING, "the custody log cannot be written now; its leaves wait");
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
