package org.vigie.register;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.vigie.kernel.RegisterId;
import org.vigie.ledger.Hash;
import org.vigie.register.store.Bytes;
import org.vigie.register.store.EntryRow;
import org.vigie.seal.SigningKey;

/** Makes the rows that follow a given head, one after the other. */
final class RowWriter {

  private final Ports ports;
  private final RegisterId register;
  private final Author author;
  private final SigningKey signing;
  private final List<EntryRow> rows = new ArrayList<>();
  private long next;
  private Hash head;

  RowWriter(
      Ports ports, RegisterId register, Author author, SigningKey signing, long next, Hash head) {
    this.ports = ports;
    this.register = register;
    this.author = author;
    this.signing = signing;
    this.next = next;
    this.head = head;
  }

  List<EntryRow> rows() {
    return List.copyOf(rows);
  }

  /** Adds one entry in {@code epoch}, wrapped by {@code wrapping}. */
  EntryRow add(Draft<?> draft, int epoch, EntrySeal.Wrapping wrapping) throws RegisterRefused {
    var json = ports.types().write(draft.body());
    var salt = new byte[EntryHead.SALT];
    ports.random().nextBytes(salt);
    var at = ports.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    var type = draft.type();
    var unsigned =
        new EntryHead(
            author, at, type.name(), type.version(), Bytes.of(salt), Bytes.of(new byte[64]));
    // The body's hash is not known yet; sealing fills it in.
    var place = new Link(register, next, epoch, head, Link.NOTHING);
    var row = EntrySeal.seal(place, unsigned, json, signing, wrapping, ports.random());
    rows.add(row);
    next++;
    head = row.hash();
    return row;
  }
}
