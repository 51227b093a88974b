package org.vigie.seal;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;

/**
 * A member's keys at rest: a salt, the cost of a guess, and four places of equal size that are
 * always filled. Protects the keys as well as the weakest secret set, and hides which places are in
 * use; does not protect against guessing a short secret, nor against an older copy put back.
 *
 * <p>Where the cost was raised after the record was made there are several, the dearest first: what
 * was typed since is locked at that one, what lies on paper still at the one it was printed with.
 * Which place has which is not written.
 */
public final class LockedIdentity {

  /** Length of {@link #encoded()} with one cost. */
  public static final int LENGTH =
      Integer.BYTES * 4 + LockedIdentity.SALT + Slot.COUNT * LockedIdentity.PLACE;

  /** More costs than a record is ever raised through. */
  static final int MOST_COSTS = 8;

  static final int SALT = 32;
  static final int PLACE = MemberKeys.BUNDLE + Xaes.OVERHEAD;

  private static final int ONE_COST = 0x564c4931;
  private static final int SEVERAL_COSTS = 0x564c4932;
  private static final int COST = 3 * Integer.BYTES;

  private final List<ArgonPolicy> costs;
  private final byte[] salt;
  private final List<byte[]> places;

  LockedIdentity(List<ArgonPolicy> costs, byte[] salt, List<byte[]> places) {
    this.costs = List.copyOf(costs);
    this.salt = salt;
    this.places = List.copyOf(places);
  }

  /** A record that nothing opens: random in every place. */
  static LockedIdentity nobodys(ArgonPolicy policy, SecureRandom random) {
    var places = new ArrayList<byte[]>();
    for (var i = 0; i < Slot.COUNT; i++) {
      places.add(randomBytes(PLACE, random));
    }
    return new LockedIdentity(List.of(policy), randomBytes(SALT, random), places);
  }

  static byte[] randomBytes(int length, SecureRandom random) {
    var bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  /** The form for storing: {@link #LENGTH} bytes, and more where there are several costs. */
  public byte[] encoded() {
    var encoded = ByteBuffer.allocate(length(costs.size()));
    if (costs.size() == 1) {
      encoded.putInt(ONE_COST);
    } else {
      encoded.putInt(SEVERAL_COSTS).putInt(costs.size());
    }
    for (var cost : costs) {
      encoded.putInt(cost.memoryKib()).putInt(cost.iterations()).putInt(cost.lanes());
    }
    encoded.put(salt);
    places.forEach(encoded::put);
    return encoded.array();
  }

  private static int length(int costs) {
    return costs == 1 ? LENGTH : LENGTH + Integer.BYTES + (costs - 1) * COST;
  }

  /** How many bytes {@link #encoded} has at the beginning of {@code row}. */
  public static int lengthIn(byte[] row) {
    if (row.length < 2 * Integer.BYTES) {
      return LENGTH;
    }
    var in = ByteBuffer.wrap(row);
    return in.getInt() == SEVERAL_COSTS ? length(Math.clamp(in.getInt(), 1, MOST_COSTS)) : LENGTH;
  }

  /**
   * Reads {@link #encoded}.
   *
   * @throws SealRefused {@code seal.malformed} if it is anything else or asks for too much work
   */
  public static LockedIdentity parse(byte[] encoded) throws SealRefused {
    if (encoded.length < LENGTH || encoded.length != lengthIn(encoded)) {
      throw SealRefused.malformed();
    }
    var in = ByteBuffer.wrap(encoded);
    try {
      var costs = costs(in);
      var salt = next(in, SALT);
      var places = new ArrayList<byte[]>();
      for (var i = 0; i < Slot.COUNT; i++) {
        places.add(next(in, PLACE));
      }
      return new LockedIdentity(costs, salt, places);
    } catch (IllegalArgumentException outOfRange) {
      throw SealRefused.malformed();
    }
  }

  private static List<ArgonPolicy> costs(ByteBuffer in) throws SealRefused {
    var several = in.getInt();
    var count = several == SEVERAL_COSTS ? in.getInt() : 1;
    var known = several == ONE_COST || (several == SEVERAL_COSTS && count > 1);
    if (!known || count > MOST_COSTS) {
      throw SealRefused.malformed();
    }
    var costs = new ArrayList<ArgonPolicy>();
    for (var i = 0; i < count; i++) {
      costs.add(new ArgonPolicy(in.getInt(), in.getInt(), in.getInt()));
    }
    return costs;
  }

  /** What a guess at the passphrase costs. */
  public ArgonPolicy policy() {
    return costs.getFirst();
  }

  /** What guesses cost, at the passphrase first. */
  public List<ArgonPolicy> costs() {
    return costs;
  }

  byte[] salt() {
    return salt.clone();
  }

  byte[] place(int index) {
    return places.get(index).clone();
  }

  /** The same with {@code content} in a place. */
  LockedIdentity with(int index, byte[] content) {
    var changed = new ArrayList<>(places);
    changed.set(index, content);
    return new LockedIdentity(costs, salt, changed);
  }

  /** The same with one cost more, the first from now on. */
  LockedIdentity dearer(ArgonPolicy cost) {
    var more = new ArrayList<>(costs);
    more.addFirst(cost);
    return new LockedIdentity(more, salt, places);
  }

  /** What each place is bound to at a cost, so that none opens elsewhere. */
  byte[] context(int index, ArgonPolicy cost) {
    return Bytes.framed(
        Bytes.of("vigie/v1/slot"),
        salt,
        Bytes.of(cost.memoryKib()),
        Bytes.of(cost.iterations()),
        Bytes.of(cost.lanes()),
        Bytes.of(index));
  }

  private static byte[] next(ByteBuffer in, int length) {
    var bytes = new byte[length];
    in.get(bytes);
    return bytes;
  }
}
