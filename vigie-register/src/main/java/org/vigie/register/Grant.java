package org.vigie.register;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.List;
import org.vigie.kernel.MemberId;
import org.vigie.kernel.RegisterId;
import org.vigie.kernel.Secret;
import org.vigie.ledger.Hash;
import org.vigie.register.store.Bytes;
import org.vigie.seal.AgeFile;
import org.vigie.seal.MemberKeys;
import org.vigie.seal.PublicKeys;
import org.vigie.seal.SealRefused;
import org.vigie.seal.SignatureLabel;

/**
 * An epoch's seed on its way to one member, signed by who gives it. Protects the seed against
 * everyone else and against being passed on as if meant for another member, register or epoch; the
 * age format has no place for that binding, so it is inside.
 *
 * @param headSequence the register's last entry as the giver saw it
 */
record Grant(
    RegisterId register,
    int epoch,
    Bytes recipient,
    MemberId giver,
    Bytes giverKeys,
    long headSequence,
    Hash headHash,
    Bytes signature) {

  private static final byte FORMAT = 1;
  private static final int SEED = 32;
  private static final int SIGNATURE = 64;
  private static final int SIGNED = 1 + 16 + 4 + 32 + 16 + 32 + SEED + 8 + 32;

  /** A grant and the seed in it, to be closed by whoever opened it. */
  record Opened(Grant grant, Secret seed) {}

  /** Seals {@code key}'s seed to {@code recipient}. */
  static Bytes seal(
      RegisterId register,
      EpochKey key,
      PublicKeys recipient,
      MemberId giver,
      MemberKeys giverKeys,
      long headSequence,
      Hash headHash) {
    var unsigned =
        new Grant(
            register,
            key.number(),
            Bytes.of(recipient.fingerprint()),
            giver,
            Bytes.of(giverKeys.publicKeys().fingerprint()),
            headSequence,
            headHash,
            Bytes.of(new byte[SIGNATURE]));
    var signed = unsigned.signedBytes(key);
    var signature = giverKeys.signing().sign(SignatureLabel.REGISTER_GRANT, signed);
    var plain = ByteBuffer.allocate(SIGNED + SIGNATURE).put(signed).put(signature).array();
    return Bytes.of(AgeFile.seal(plain, List.of(recipient.recipient())));
  }

  /**
   * Opens a grant for {@code keys}; the signature is checked later by {@link #requireSigned}, when
   * the register has said who the giver is.
   */
  static Opened open(Bytes wrap, MemberKeys keys) throws RegisterRefused {
    byte[] plain;
    try {
      plain = AgeFile.open(wrap.toArray(), List.of(keys.encryption()));
    } catch (SealRefused refused) {
      throw new RegisterRefused("register.false-grant");
    }
    var in = ByteBuffer.wrap(plain);
    try {
      if (plain.length != SIGNED + SIGNATURE || in.get() != FORMAT) {
        throw new RegisterRefused("register.false-grant");
      }
      var register = Codec.register(bytes(in, 16));
      var epoch = in.getInt();
      var recipient = Bytes.of(bytes(in, 32));
      var giver = Codec.member(bytes(in, 16));
      var giverKeys = Bytes.of(bytes(in, 32));
      var seed = Secret.take(bytes(in, SEED));
      var headSequence = in.getLong();
      var headHash = Hash.of(bytes(in, 32));
      var signature = Bytes.of(bytes(in, SIGNATURE));
      return new Opened(
          new Grant(
              register, epoch, recipient, giver, giverKeys, headSequence, headHash, signature),
          seed);
    } catch (BufferUnderflowException cutShort) {
      throw new RegisterRefused("register.false-grant");
    }
  }

  /** Checks that this grant is for {@code me}, this register and this epoch. */
  void requireFor(RegisterId wanted, int wantedEpoch, PublicKeys me) throws RegisterRefused {
    if (!register.equals(wanted)
        || epoch != wantedEpoch
        || !recipient.equals(Bytes.of(me.fingerprint()))) {
      throw RegisterRefused.about(giver, "register.false-grant");
    }
  }

  /** Checks the giver's signature with the keys the register's entries vouch for. */
  void requireSigned(PublicKeys by, EpochKey key) throws RegisterRefused {
    var signed = signedBytes(key);
    if (!giverKeys.equals(Bytes.of(by.fingerprint()))
        || !by.verifier().verify(SignatureLabel.REGISTER_GRANT, signed, signature.toArray())) {
      throw RegisterRefused.about(giver, "register.false-grant");
    }
  }

  private byte[] signedBytes(EpochKey key) {
    return key.seed()
        .use(seed ->
            ByteBuffer.allocate(SIGNED)
                .put(FORMAT)
                .put(register.bytes())
                .putInt(epoch)
                .put(recipient.toArray())
                .put(giver.bytes())
                .put(giverKeys.toArray())
                .put(seed)
                .putLong(headSequence)
                .put(headHash.toBytes())
                .array());
  }

  private static byte[] bytes(ByteBuffer in, int length) {
    var bytes = new byte[length];
    in.get(bytes);
    return bytes;
  }
}
