package org.vigie.node.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.vigie.ledger.CustodyLog;
import org.vigie.ledger.Hash;
import org.vigie.ledger.LedgerRefused;
import org.vigie.ledger.timestamp.TimeStampToken;

/**
 * Has each new checkpoint of the custody log stamped by an authority (RFC 3161), and its stamps
 * stamped again before their signer's certificate ends. The authority learns a hash an hour,
 * always, whether something came in or not. While it is away nothing waits for it: the next
 * checkpoint it stamps covers what came before. Nothing is written down of where it is asked. For
 * one thread.
 */
final class TimeStamper {

  /** How long before the end of a certificate a stamp is renewed. */
  static final Duration EARLY = Duration.ofDays(60);

  private static final System.Logger LOG = System.getLogger(TimeStamper.class.getName());
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Duration TOMORROW = Duration.ofDays(1);
  private static final int AT_ONCE = 20;

  private final CustodyLog log;
  private final Authority authority;
  private final InstantSource clock;
  private Instant next = Instant.MIN;
  private Instant renewal = Instant.MIN;
  private boolean away;

  TimeStamper(CustodyLog log, Authority authority, InstantSource clock) {
    this.log = log;
    this.authority = authority;
    this.clock = clock;
  }

  /** Whoever stamps. */
  @FunctionalInterface
  interface Authority {
    /** The reply on {@code data}. */
    byte[] stamp(byte[] data) throws IOException, InterruptedException, LedgerRefused;
  }

  /** Stamps what is new and renews what is about to end, if it is time to ask. */
  void tick() throws InterruptedException {
    if (clock.instant().isBefore(next)) {
      return;
    }
    try {
      stampNewest();
      renew();
      away = false;
    } catch (IOException | LedgerRefused | UncheckedIOException failed) {
      next = clock.instant().plus(PATIENCE);
      if (!away) {
        LOG.log(Level.WARNING, "the time-stamping authority gave no stamp; it is asked again");
      }
      away = true;
    }
  }

  private void stampNewest() throws IOException, LedgerRefused, InterruptedException {
    var note = log.checkpoint();
    var size = note.checkpoint().size();
    if (size == 0 || log.stamps().find(size).isPresent()) {
      return;
    }
    var data = note.encoded().getBytes(StandardCharsets.UTF_8);
    var reply = authority.stamp(data);
    log.keepTimeStamp(size, reply, until(reply, data));
  }

  private void renew() throws IOException, LedgerRefused, InterruptedException {
    var now = clock.instant();
    if (now.isBefore(renewal)) {
      return;
    }
    var ending = log.stamps().endingBefore(now.plus(EARLY));
    for (var stamp : ending.subList(0, Math.min(AT_ONCE, ending.size()))) {
      if (!stamp.until().isAfter(now)) {
        continue; // Too late: a renewal after the end would prove nothing.
      }
      var last = log.timeStamps(stamp.size()).getLast();
      var reply = authority.stamp(last);
      var until = until(reply, last);
      if (!until.isAfter(stamp.until())) {
        renewal = now.plus(TOMORROW); // The authority still signs with the old certificate.
        return;
      }
      log.keepTimeStamp(stamp.size(), reply, until);
    }
  }

  /** When the signer's certificate ends; refuses a reply that its signature does not carry. */
  private static Instant until(byte[] reply, byte[] data) throws LedgerRefused {
    var token = TimeStampToken.parseReply(reply);
    return token.signer(Hash.sha256(data), List.of()).getNotAfter().toInstant();
  }
}
