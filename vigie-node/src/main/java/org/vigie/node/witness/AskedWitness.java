package org.vigie.node.witness;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.vigie.ledger.LedgerRefused;
import org.vigie.ledger.NoteKey;

/**
 * A witness that this house asks to cosign its log.
 *
 * @param key what its cosignatures are checked with
 * @param address where it is asked; empty where files are carried
 * @param standing how it stands
 */
public record AskedWitness(NoteKey key, String address, Standing standing) {

  private static final String NOTHING = "-";
  private static final int PARTS = 6;
  private static final int ID = 16;

  /** Its name in addresses of our pages. */
  public String id() {
    return id(key);
  }

  static String id(NoteKey key) {
    return key.fingerprint().toString().substring(0, ID);
  }

  AskedWitness with(Standing other) {
    return new AskedWitness(key, address, other);
  }

  /** One line, without a space in any of its parts. */
  String line() {
    return String.join(
        " ",
        key.text(),
        address.isEmpty() ? NOTHING : address,
        Long.toString(standing.size()),
        seconds(standing.at()),
        standing.trouble().code(),
        seconds(standing.since()));
  }

  static AskedWitness parse(String line) {
    var parts = line.split(" ", PARTS);
    try {
      return new AskedWitness(
          NoteKey.parse(parts[0]),
          parts[1].equals(NOTHING) ? "" : parts[1],
          new Standing(
              Long.parseLong(parts[2]),
              instant(parts[3]),
              Standing.Trouble.of(parts[4]),
              instant(parts[5])));
    } catch (LedgerRefused damaged) {
      throw new IllegalStateException("our own setting", damaged);
    }
  }

  private static String seconds(@Nullable Instant at) {
    return at == null ? NOTHING : Long.toString(at.getEpochSecond());
  }

  private static @Nullable Instant instant(String seconds) {
    return seconds.equals(NOTHING) ? null : Instant.ofEpochSecond(Long.parseLong(seconds));
  }
}
