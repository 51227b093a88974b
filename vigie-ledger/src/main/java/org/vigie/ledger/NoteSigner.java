package org.vigie.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import org.vigie.kernel.Secret;

/**
 * A named private key that signs notes. Protects a log from anyone who would speak for it; does not
 * protect the key in the memory of a running machine. Immutable and safe for several threads.
 */
public final class NoteSigner {

  /** Length of the seed of every kind of key, in bytes. */
  public static final int SEED_LENGTH = 32;

  private final NoteKey key;
  private final PrivateKey privateKey;

  private NoteSigner(NoteKey key, PrivateKey privateKey) {
    this.key = key;
    this.privateKey = privateKey;
  }

  /**
   * The signer of a seed; the same seed gives the same key.
   *
   * @param name key name; for a log its origin
   * @param seed {@link #SEED_LENGTH} bytes; stays the caller's to close
   */
  public static NoteSigner ofSeed(String name, SignatureType type, Secret seed) {
    if (seed.length() != SEED_LENGTH) {
      throw new IllegalArgumentException("A seed has " + SEED_LENGTH + " bytes");
    }
    var pair = seed.use(bytes -> keyPair(type, bytes));
    var encoded = pair.getPublic().getEncoded();
    var prefix = HexFormat.of().parseHex(type.spkiPrefix()).length;
    try {
      var raw = Arrays.copyOfRange(encoded, prefix, encoded.length);
      return new NoteSigner(new NoteKey(name, type, raw), pair.getPrivate());
    } catch (LedgerRefused e) {
      throw new IllegalArgumentException("Not a key name", e);
    }
  }

  private static KeyPair keyPair(SignatureType type, byte[] seed) {
    try {
      var generator = KeyPairGenerator.getInstance(type.algorithm());
      generator.initialize(
          type == SignatureType.ML_DSA_44_COSIGNATURE ? -1 : 255, new SeedAsRandom(seed));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This JDK lacks " + type.algorithm(), e);
    }
  }

  /** The public half. */
  public NoteKey key() {
    return key;
  }

  /**
   * Signs the text of a note.
   *
   * @param text ends in a newline; for a cosignature it must be a checkpoint
   * @param at the time a cosignature states; a plain signature states none
   */
  public NoteSignature sign(String text, Instant at) {
    try {
      if (!key.type().isTimed()) {
        return NoteSignature.of(key, sign(text.getBytes(UTF_8)));
      }
      var seconds = at.getEpochSecond();
      var signature = sign(CosignedMessage.of(key.type(), key.name(), seconds, text));
      return NoteSignature.of(
          key,
          ByteBuffer.allocate(Long.BYTES + signature.length)
              .putLong(seconds)
              .put(signature)
              .array());
    } catch (LedgerRefused e) {
      throw new IllegalArgumentException("Only checkpoints are cosigned", e);
    }
  }

  private byte[] sign(byte[] message) {
    try {
      var signer = Signature.getInstance(key.type().algorithm());
      signer.initSign(privateKey);
      signer.update(message);
      return signer.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This JDK cannot sign", e);
    }
  }

  @Override
  public String toString() {
    return "NoteSigner[" + key + "]";
  }

  /**
   * Hands the seed to the JDK's key generator, which for both algorithms asks for exactly its 32
   * bytes (RFC 8032, section 5.1.5; FIPS 204, algorithm 1). The JDK offers no other way from a seed
   * to a key pair.
   */
  private static final class SeedAsRandom extends SecureRandom {

    private static final long serialVersionUID = 1L;
    private final transient byte[] seed;

    SeedAsRandom(byte[] seed) {
      this.seed = seed;
    }

    @Override
    public void nextBytes(byte[] bytes) {
      if (bytes.length != SEED_LENGTH) {
        throw new IllegalStateException("The JDK asks for another number of bytes than the seed's");
      }
      System.arraycopy(seed, 0, bytes, 0, SEED_LENGTH);
    }
  }
}
