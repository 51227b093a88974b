package org.vigie.seal;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;

/**
 * A member's keys at rest: a salt, the cost of a guess, and four places of equal size that are
 * always filled. Protects the keys as well as the weakest secret set, and hides which places are in
 * use; does not protect against guessing a short secret, nor against an older copy put back.
 */
public final class LockedIdentity {

  /** Length of {@link #encoded()}. */
  public static final int LENGTH =
      Integer.BYTES * 4 + LockedIdentity.SALT + Slot.COUNT * LockedIdentity.PLACE;

  static final int SALT = 32;
  static final int PLACE = MemberKeys.BUNDLE + Xaes.OVERHEAD;

  private static final int MAGIC = 0x564c4931;

  private final ArgonPolicy policy;
  private final byte[] salt;
  private final List<byte[]> places;

  LockedIdentity(ArgonPolicy policy, byte[] salt, List<byte[]> places) {
    this.policy = policy;
    this.salt = salt;
    this.places = List.copyOf(places);
  }

  /** A record that nothing opens: random in every place. */
  static LockedIdentity nobodys(ArgonPolicy policy, SecureRandom random) {
    var places = new ArrayList<byte[]>();
    for (var i = 0; i < Slot.COUNT; i++) {
      places.add(randomBytes(PLACE, random));
    }
    return new LockedIdentity(policy, randomBytes(SALT, random), places);
  }

  static byte[] randomBytes(int length, SecureRandom random) {
    var bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  /** The form for storing, {@link #LENGTH} bytes. */
  public byte[] encoded() {
    var encoded =
        ByteBuffer.allocate(LENGTH)
            .putInt(MAGIC)
            .putInt(policy.memoryKib())
            .putInt(policy.iterations())
            .putInt(policy.lanes())
            .put(salt);
    places.forEach(encoded::put);
    return encoded.array();
  }

  /**
   * Reads {@link #encoded}.
   *
   * @throws SealRefused {@code seal.malformed} if it is anything else or asks for too much work
   */
  public static LockedIdentity parse(byte[] encoded) throws SealRefused {
    if (encoded.length != LENGTH) {
      throw SealRefused.malformed();
    }
    var in = ByteBuffer.wrap(encoded);
    if (in.getInt() != MAGIC) {
      throw SealRefused.malformed();
    }
    try {
      var policy = new ArgonPolicy(in.getInt(), in.getInt(), in.getInt());
      var salt = next(in, SALT);
      var places = new ArrayList<byte[]>();
      for (var i = 0; i < Slot.COUNT; i++) {
        places.add(next(in, PLACE));
      }
      return new LockedIdentity(policy, salt, places);
    } catch (IllegalArgumentException outOfRange) {
      throw SealRefused.malformed();
    }
  }

  /** What a guess costs. */
  public ArgonPolicy policy() {
    return policy;
  }

  byte[] salt() {
    return salt.clone();
  }

  byte[] place(int index) {
    return places.get(index).clone();
  }

  LockedIdentity with(int index, byte[] content) {
    var changed = new ArrayList<>(places);
    changed.set(index, content);
    return new LockedIdentity(policy, salt, changed);
  }

  /** What each place is bound to, so that none opens elsewhere. */
  byte[] context(int index) {
    return Bytes.framed(
        Bytes.of("vigie/v1/slot"),
        salt,
        Bytes.of(policy.memoryKib()),
        Bytes.of(policy.iterations()),
        Bytes.of(policy.lanes()),
        Bytes.of(index));
  }

  private static byte[] next(ByteBuffer in, int length) {
    var bytes = new byte[length];
    in.get(bytes);
    return bytes;
  }
}
