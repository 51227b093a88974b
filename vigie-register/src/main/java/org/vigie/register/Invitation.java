package org.vigie.register;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.vigie.kernel.RegisterId;
import org.vigie.register.store.Bytes;
import org.vigie.seal.AgeFile;
import org.vigie.seal.MemberKeys;
import org.vigie.seal.PublicKeys;
import org.vigie.seal.SealRefused;

/**
 * Tells a member where a grant lies. One fixed size and no name on it: the member finds it by
 * trying. Not signed; the grant it leads to is.
 */
record Invitation(RegisterId register, String kind, Slot slot) {

  static final int KIND = 40;

  private static final byte FORMAT = 1;
  private static final int LENGTH = 1 + 16 + Slot.LENGTH + 1 + KIND;

  Bytes seal(PublicKeys invitee) {
    var name = kind.getBytes(UTF_8);
    var plain =
        ByteBuffer.allocate(LENGTH)
            .put(FORMAT)
            .put(register.bytes())
            .put(slot.secret().toArray())
            .put((byte) name.length)
            .put(name)
            .array();
    return Bytes.of(AgeFile.seal(plain, List.of(invitee.recipient())));
  }

  /** The invitation, if it is for the holder of {@code keys}. */
  static Optional<Invitation> open(Bytes sealed, MemberKeys keys) {
    try {
      var plain = AgeFile.open(sealed.toArray(), List.of(keys.encryption()));
      var in = ByteBuffer.wrap(plain);
      if (plain.length != LENGTH || in.get() != FORMAT) {
        return Optional.empty();
      }
      var register = new byte[16];
      in.get(register);
      var slot = new byte[Slot.LENGTH];
      in.get(slot);
      var length = Math.min(KIND, in.get() & 0xff);
      var from = in.position();
      var kind = new String(Arrays.copyOfRange(plain, from, from + length), UTF_8);
      return Optional.of(new Invitation(Codec.register(register), kind, new Slot(slot)));
    } catch (SealRefused | RegisterRefused notForThem) {
      return Optional.empty();
    }
  }
}
