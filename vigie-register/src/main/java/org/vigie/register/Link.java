package org.vigie.register;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import org.vigie.kernel.RegisterId;
import org.vigie.ledger.Hash;
import org.vigie.register.store.EntryRow;
import org.vigie.seal.Place;

/** A place in a register's chain, and the body that stands there. */
record Link(RegisterId register, long sequence, int epoch, Hash previous, Hash bodyHash) {

  static final Hash NOTHING = Hash.of(new byte[Hash.LENGTH]);

  private static final byte[] LABEL = "vigie/v1/entry\n".getBytes(US_ASCII);
  private static final int LENGTH = 16 + Long.BYTES + Integer.BYTES + 2 * Hash.LENGTH;

  static Link of(EntryRow row) {
    return new Link(row.register(), row.sequence(), row.epoch(), row.previous(), row.bodyHash());
  }

  byte[] bytes() {
    return ByteBuffer.allocate(LENGTH)
        .put(register.bytes())
        .putLong(sequence)
        .putInt(epoch)
        .put(previous.toBytes())
        .put(bodyHash.toBytes())
        .array();
  }

  /** The entry's hash: its place, its body and its head. */
  Hash hash(Hash headHash) {
    return Hash.sha256(LABEL, bytes(), headHash.toBytes());
  }

  /** Where a column of this entry belongs; {@code keyEpoch} is the epoch whose key seals it. */
  static Place place(RegisterId register, long sequence, String column, int keyEpoch) {
    return new Place(register.value(), "entry", Long.toString(sequence), column, keyEpoch, 1);
  }
}
