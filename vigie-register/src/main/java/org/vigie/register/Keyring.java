package org.vigie.register;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.TreeMap;
import org.vigie.kernel.MemberId;
import org.vigie.kernel.RegisterId;
import org.vigie.ledger.Hash;
import org.vigie.register.store.Bytes;
import org.vigie.seal.Place;
import org.vigie.seal.RowKey;
import org.vigie.seal.SealRefused;

/**
 * What one member can open, and what they last saw: sealed under their own key and padded to steps
 * of 4 KiB. Protects who belongs to which register in a cold copy; does not protect it on a running
 * server, which sees what is asked for.
 */
final class Keyring {

  private static final int STEP = 4096;
  private static final byte FORMAT = 1;
  private static final int FINGERPRINT = 32;

  /**
   * A register in the keyring.
   *
   * @param seen sequence of the last entry seen, or -1
   * @param seenHash its hash
   * @param founder fingerprint of the founder's keys, or 32 zero bytes before the first opening
   */
  record Held(String kind, Slot slot, long seen, Hash seenHash, Bytes founder) {

    static final Bytes UNKNOWN = Bytes.of(new byte[FINGERPRINT]);

    static Held fresh(String kind, Slot slot) {
      return new Held(kind, slot, -1, Link.NOTHING, UNKNOWN);
    }

    /** The same register by another way; what was seen of it and whose it is stay. */
    Held by(Slot other) {
      return new Held(kind, other, seen, seenHash, founder);
    }

    Held saw(long sequence, Hash hash, Bytes founderKeys) {
      return sequence <= seen ? this : new Held(kind, slot, sequence, hash, founderKeys);
    }
  }

  private final Map<RegisterId, Held> registers = new TreeMap<>();
  private final Map<MemberId, Bytes> pins = new TreeMap<>();

  Map<RegisterId, Held> registers() {
    return registers;
  }

  /** Fingerprints of the keys this member has met, by whose they are. */
  Map<MemberId, Bytes> pins() {
    return pins;
  }

  /** Takes over what {@code other} knows and this one does not, or saw later. */
  void merge(Keyring other) {
    other.pins.forEach(pins::putIfAbsent);
    other.registers.forEach(
        (id, held) -> registers.merge(id, held, (a, b) -> a.seen() >= b.seen() ? a : b));
  }

  Bytes seal(RowKey key, MemberId member) {
    return Bytes.of(key.seal(encode(), place(member)));
  }

  static Keyring open(Bytes sealed, RowKey key, MemberId member) throws RegisterRefused {
    try {
      return decode(key.open(sealed.toArray(), place(member)));
    } catch (SealRefused | BufferUnderflowException | IllegalArgumentException changed) {
      throw RegisterRefused.about(member, "register.false-keyring");
    }
  }

  private static Place place(MemberId member) {
    return new Place("", "keyring", member.value(), "sealed", 0, FORMAT);
  }

  private byte[] encode() {
    var length = 1 + 2 * Integer.BYTES + pins.size() * (16 + FINGERPRINT);
    for (var held : registers.values()) {
      length += 16 + 1 + held.kind().getBytes(UTF_8).length + Slot.LENGTH + 8 + Hash.LENGTH;
      length += FINGERPRINT;
    }
    var out = ByteBuffer.allocate((length + STEP - 1) / STEP * STEP).put(FORMAT);
    out.putInt(registers.size());
    registers.forEach((id, held) -> put(out, id, held));
    out.putInt(pins.size());
    pins.forEach((id, print) -> out.put(id.bytes()).put(print.toArray()));
    return out.array();
  }

  private static void put(ByteBuffer out, RegisterId id, Held held) {
    var kind = held.kind().getBytes(UTF_8);
    out.put(id.bytes()).put((byte) kind.length).put(kind).put(held.slot().secret().toArray());
    out.putLong(held.seen()).put(held.seenHash().toBytes()).put(held.founder().toArray());
  }

  private static Keyring decode(byte[] plain) throws RegisterRefused {
    var keyring = new Keyring();
    var in = ByteBuffer.wrap(plain);
    if (in.get() != FORMAT) {
      throw new IllegalArgumentException("not a keyring of this format");
    }
    for (var left = in.getInt(); left > 0; left--) {
      var id = Codec.register(bytes(in, 16));
      var kind = new String(bytes(in, in.get() & 0xff), UTF_8);
      var slot = new Slot(bytes(in, Slot.LENGTH));
      var seen = in.getLong();
      var hash = Hash.of(bytes(in, Hash.LENGTH));
      var founder = Bytes.of(bytes(in, FINGERPRINT));
      keyring.registers.put(id, new Held(kind, slot, seen, hash, founder));
    }
    for (var left = in.getInt(); left > 0; left--) {
      keyring.pins.put(Codec.member(bytes(in, 16)), Bytes.of(bytes(in, FINGERPRINT)));
    }
    return keyring;
  }

  private static byte[] bytes(ByteBuffer in, int length) {
    var bytes = new byte[length];
    in.get(bytes);
    return bytes;
  }
}
