package org.vigie.ledger;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a log has accepted and not yet published, as the text of one file. A batch is written here
 * whole, dummies included, before any of its tiles: an interrupted publication is finished with the
 * same entries, so no tile is ever written with two contents.
 *
 * @param last slot of the last publication
 * @param batch the publication under way, if any
 * @param waiting accepted entries, oldest first
 */
record LogQueue(Instant last, @Nullable Batch batch, List<LeafCommitment> waiting) {

  static final String PATH = "queue";

  private static final String HEADER = "vigie-custody-queue@1";
  private static final String DAMAGED = "ledger.damaged-log";

  /** A publication under way: the tree grows from {@code base} by these entries. */
  record Batch(long base, Instant slot, List<LeafCommitment> entries) {}

  LogQueue {
    waiting = List.copyOf(waiting);
  }

  static LogQueue empty() {
    return new LogQueue(Instant.EPOCH, null, List.of());
  }

  LogQueue withWaiting(LeafCommitment entry) {
    var more = new ArrayList<>(waiting);
    more.add(entry);
    return new LogQueue(last, batch, more);
  }

  /** Moves the first {@code real} waiting entries into a batch, shuffled in by the caller. */
  LogQueue begin(Batch begun, int real) {
    return new LogQueue(last, begun, waiting.subList(real, waiting.size()));
  }

  LogQueue finish(Instant slot) {
    return new LogQueue(slot, null, waiting);
  }

  byte[] encoded() {
    var out = new StringBuilder(HEADER).append('\n');
    out.append("last ").append(last.getEpochSecond()).append('\n');
    if (batch != null) {
      out.append("batch ").append(batch.base()).append(' ');
      out.append(batch.slot().getEpochSecond()).append('\n');
      batch.entries().forEach(e -> out.append("entry ").append(e.value().base64()).append('\n'));
    }
    waiting.forEach(e -> out.append("wait ").append(e.value().base64()).append('\n'));
    return out.toString().getBytes(US_ASCII);
  }

  static LogQueue parse(byte[] encoded) throws LedgerRefused {
    var lines = new String(encoded, US_ASCII).split("\n", -1);
    if (lines.length < 3 || !lines[0].equals(HEADER) || !lines[lines.length - 1].isEmpty()) {
      throw new LedgerRefused(DAMAGED);
    }
    var last = second(after("last ", lines[1]));
    var entries = new ArrayList<LeafCommitment>();
    var waiting = new ArrayList<LeafCommitment>();
    Batch batch = null;
    for (var i = 2; i < lines.length - 1; i++) {
      var line = lines[i];
      if (i == 2 && line.startsWith("batch ")) {
        batch = batch(line, entries);
      } else if (batch != null && waiting.isEmpty() && line.startsWith("entry ")) {
        entries.add(new LeafCommitment(Hash.parseBase64(after("entry ", line))));
      } else {
        waiting.add(new LeafCommitment(Hash.parseBase64(after("wait ", line))));
      }
    }
    return new LogQueue(last, batch, waiting);
  }

  private static Batch batch(String line, List<LeafCommitment> entries) throws LedgerRefused {
    var parts = line.split(" ", -1);
    if (parts.length != 3) {
      throw new LedgerRefused(DAMAGED);
    }
    return new Batch(StrictDecimal.parse(parts[1], DAMAGED), second(parts[2]), entries);
  }

  private static Instant second(String decimal) throws LedgerRefused {
    return Instant.ofEpochSecond(
        Math.min(StrictDecimal.parse(decimal, DAMAGED), Instant.MAX.getEpochSecond()));
  }

  private static String after(String prefix, String line) throws LedgerRefused {
    if (!line.startsWith(prefix)) {
      throw new LedgerRefused(DAMAGED);
    }
    return line.substring(prefix.length());
  }
}
