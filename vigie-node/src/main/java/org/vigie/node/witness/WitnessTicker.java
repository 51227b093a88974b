package org.vigie.node.witness;

import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Once a minute, on a thread of its own: asks each witness that has not cosigned the newest
 * checkpoint. One that does not answer, or does not agree, is asked again after five minutes, then
 * ever more rarely, at most every six hours. Nothing is written down of where it is asked.
 */
final class WitnessTicker implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(WitnessTicker.class.getName());
  private static final Duration FIRST = Duration.ofMinutes(5);
  private static final Duration LAST = Duration.ofHours(6);

  private final Witnesses witnesses;
  private final InstantSource time;
  private final Map<String, Pause> pauses = new HashMap<>();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          work -> Thread.ofPlatform().daemon().name("witnesses").unstarted(work));

  /** Until when one is left alone, and how long the next time. */
  private record Pause(Instant until, Duration next) {}

  WitnessTicker(Witnesses witnesses, InstantSource time) {
    this.witnesses = witnesses;
    this.time = time;
  }

  WitnessTicker started() {
    var _ = clock.scheduleWithFixedDelay(this::tickOrWait, 1, 1, TimeUnit.MINUTES);
    return this;
  }

  private void tickOrWait() {
    try {
      tick();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** Asks those whose time has come. */
  synchronized void tick() throws InterruptedException {
    for (var witness : witnesses.all()) {
      var pause = pauses.get(witness.id());
      if (witnesses.behind(witness) && (pause == null || !time.instant().isBefore(pause.until()))) {
        ask(witness);
      }
    }
  }

  private void ask(AskedWitness witness) throws InterruptedException {
    try {
      witnesses.ask(witness);
    } catch (UncheckedIOException later) {
      LOG.log(Level.WARNING, "what a witness answered cannot be kept now; it is asked again");
    }
    var now = witnesses.find(witness.id());
    if (now.isEmpty() || now.get().standing().trouble() == Standing.Trouble.NONE) {
      pauses.remove(witness.id());
      return;
    }
    var before = pauses.get(witness.id());
    var length = before == null ? FIRST : before.next();
    var longer = length.multipliedBy(2);
    pauses.put(
        witness.id(),
        new Pause(time.instant().plus(length), longer.compareTo(LAST) > 0 ? LAST : longer));
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
