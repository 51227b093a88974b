package org.vigie.ledger;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * Which checkpoints of a log were stamped by an authority, how often that was renewed, and until
 * when the last signer's certificate holds. Its file has a line each: size, renewals, second of the
 * end since 1970. Immutable.
 */
public final class StampList {

  static final String PATH = "stamps";
  static final StampList EMPTY = new StampList(new TreeMap<>());

  private final NavigableMap<Long, Stamp> bySize;

  private StampList(NavigableMap<Long, Stamp> bySize) {
    this.bySize = bySize;
  }

  /**
   * One stamped checkpoint.
   *
   * @param size entries it covers
   * @param renewals how often its stamp was stamped again
   * @param until when the certificate of the last signer ends
   */
  public record Stamp(long size, int renewals, Instant until) {}

  /** The stamp of the checkpoint of {@code size} entries. */
  public Optional<Stamp> find(long size) {
    return Optional.ofNullable(bySize.get(size));
  }

  /** Those whose signer's certificate ends before {@code time}, the next to end first. */
  public List<Stamp> endingBefore(Instant time) {
    return bySize.values().stream()
        .filter(stamp -> stamp.until().isBefore(time))
        .sorted((a, b) -> a.until().compareTo(b.until()))
        .toList();
  }

  /** How many there are. */
  public int count() {
    return bySize.size();
  }

  /** Size of the first stamped checkpoint that covers the entry at {@code index}. */
  OptionalLong covering(long index) {
    return bySize.tailMap(index, false).keySet().stream().mapToLong(Long::longValue).findFirst();
  }

  StampList with(Stamp stamp) {
    var more = new TreeMap<>(bySize);
    more.put(stamp.size(), stamp);
    return new StampList(more);
  }

  byte[] encoded() {
    var out = new StringBuilder();
    for (Map.Entry<Long, Stamp> one : bySize.entrySet()) {
      out.append(one.getKey()).append(' ').append(one.getValue().renewals());
      out.append(' ').append(one.getValue().until().getEpochSecond()).append('\n');
    }
    return out.toString().getBytes(US_ASCII);
  }

  static StampList parse(byte[] file) throws LedgerRefused {
    var stamps = new TreeMap<Long, Stamp>();
    try {
      for (var line : new String(file, US_ASCII).lines().toList()) {
        var parts = line.split(" ", 3);
        var size = Long.parseLong(parts[0]);
        var until = Instant.ofEpochSecond(Long.parseLong(parts[2]));
        stamps.put(size, new Stamp(size, Integer.parseInt(parts[1]), until));
      }
    } catch (NumberFormatException | DateTimeException | IndexOutOfBoundsException e) {
      throw new LedgerRefused("ledger.damaged-log");
    }
    return new StampList(stamps);
  }
}
