package org.vigie.register;

import java.util.List;
import org.vigie.ledger.Hash;
import org.vigie.register.store.EntryRow;

/**
 * What anyone can check of a register without a key. Protects against an entry that is changed,
 * missing, added or moved between others; does not protect against a register cut short at its end,
 * which the custody log and the members' keyrings show.
 */
public final class ColdCheck {

  private ColdCheck() {}

  /**
   * Checks that {@code rows} are the beginning of one register.
   *
   * @throws RegisterRefused {@code register.tampered} or {@code register.missing-link} with the
   *     sequence of the first bad entry
   */
  public static void verify(List<EntryRow> rows) throws RegisterRefused {
    var previous = Link.NOTHING;
    var sequence = 0L;
    for (var row : rows) {
      follows(row, sequence, previous);
      if (!row.register().equals(rows.getFirst().register())) {
        throw tampered(sequence);
      }
      previous = row.hash();
      sequence++;
    }
  }

  static void follows(EntryRow row, long sequence, Hash previous) throws RegisterRefused {
    if (row.sequence() != sequence || !row.previous().equals(previous)) {
      throw new RegisterRefused("register.missing-link", sequence);
    }
    if (!Link.of(row).hash(row.headHash()).equals(row.hash())) {
      throw tampered(sequence);
    }
    var body = row.body();
    if ((body == null) != (row.bodyKey() == null)
        || (body != null && !Hash.sha256(body.toArray()).equals(row.bodyHash()))) {
      throw tampered(sequence);
    }
  }

  static RegisterRefused tampered(long sequence) {
    return new RegisterRefused("register.tampered", sequence);
  }
}
