package org.vigie.seal;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import org.vigie.kernel.Language;
import org.vigie.kernel.Secret;

/**
 * All a member's keys, unlocked: to open what is sealed to them, to sign, and to keep their
 * keyring. Random and never derived from a passphrase, so a passphrase can change without them.
 * Held in memory for a session only; close it.
 */
public final class MemberKeys implements AutoCloseable {

  static final int BUNDLE = 3 * 32 + Slot.COUNT;

  private static final String KEYRING = "keyring";

  private final HybridKey encryption;
  private final SigningKey signing;
  private final Secret keyringSeed;
  private final RowKey keyring;
  private final byte[] layout;

  private MemberKeys(HybridKey encryption, SigningKey signing, Secret keyringSeed, byte[] layout) {
    this.encryption = encryption;
    this.signing = signing;
    this.keyringSeed = keyringSeed;
    this.keyring = RowKey.derive(keyringSeed, KEYRING);
    this.layout = layout;
  }

  /** Fresh keys drawn from {@code random}. */
  public static MemberKeys generate(SecureRandom random) {
    return new MemberKeys(
        HybridKey.generate(random),
        SigningKey.generate(random),
        Secret.random(32, random),
        Slot.shuffled(random));
  }

  /** Opens what is sealed to this member. Closed with these keys. */
  public HybridKey encryption() {
    return encryption;
  }

  /** Signs for this member. Closed with these keys. */
  public SigningKey signing() {
    return signing;
  }

  /** Seals this member's keyring. Closed with these keys. */
  public RowKey keyring() {
    return keyring;
  }

  /** What others need of this member. */
  public PublicKeys publicKeys() {
    return new PublicKeys(encryption.recipient(), signing.verifier());
  }

  /** Six words to compare by voice, see {@link PublicKeys#fingerprintWords}. */
  public List<String> fingerprintWords(Language language) {
    return publicKeys().fingerprintWords(language);
  }

  @Override
  public void close() {
    encryption.close();
    signing.close();
    keyring.close();
    keyringSeed.close();
  }

  /** Never a key. */
  @Override
  public String toString() {
    return "MemberKeys";
  }

  /** Which of the four places in a locked identity a slot has. */
  int position(Slot slot) {
    return layout[slot.number()];
  }

  /** All keys in one piece, for a slot. */
  Secret bundle() {
    try (var opens = encryption.seed();
        var signs = signing.seed()) {
      return opens.use(
          a -> signs.use(b -> keyringSeed.use(c -> Secret.take(Bytes.join(a, b, c, layout)))));
    }
  }

  /** What {@link #bundle} made; it came out of an authenticated slot, so it is whole. */
  static MemberKeys ofBundle(byte[] bundle) {
    var layout = Arrays.copyOfRange(bundle, 96, BUNDLE);
    try (var opens = Secret.take(Arrays.copyOf(bundle, 32));
        var signs = Secret.take(Arrays.copyOfRange(bundle, 32, 64))) {
      return new MemberKeys(
          HybridKey.ofSeed(opens),
          SigningKey.ofSeed(signs),
          Secret.take(Arrays.copyOfRange(bundle, 64, 96)),
          layout);
    }
  }
}
