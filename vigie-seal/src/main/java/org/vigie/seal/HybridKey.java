package org.vigie.seal;

import java.security.SecureRandom;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.vigie.kernel.Secret;

/**
 * The private key of a {@link HybridRecipient}: a 32-byte X-Wing seed. Protects its seed from heap
 * dumps until used; does not protect it while a file is being opened.
 */
public final class HybridKey implements Identity {

  /** Length of the seed in bytes. */
  public static final int SEED_LENGTH = 32;

  static final String PREFIX = "age-secret-key-pq-";

  private final Secret seed;
  private volatile @Nullable HybridRecipient recipient;

  private HybridKey(Secret seed) {
    this.seed = seed;
  }

  /** A fresh key drawn from {@code random}. */
  public static HybridKey generate(SecureRandom random) {
    return new HybridKey(Secret.random(SEED_LENGTH, random));
  }

  /**
   * The key with this seed, which is copied: the caller still closes its own.
   *
   * @throws IllegalArgumentException if it is not {@link #SEED_LENGTH} bytes
   */
  public static HybridKey ofSeed(Secret seed) {
    if (seed.length() != SEED_LENGTH) {
      throw new IllegalArgumentException("an X-Wing seed has 32 bytes");
    }
    return new HybridKey(seed.copy());
  }

  /**
   * Reads {@code AGE-SECRET-KEY-PQ-1…}.
   *
   * @throws SealRefused {@code seal.malformed} if it is anything else
   */
  public static HybridKey parse(String text) throws SealRefused {
    return new HybridKey(SecretText.parse(PREFIX, text, SEED_LENGTH));
  }

  /** A copy of the seed, to be closed by whoever asked for it. */
  public Secret seed() {
    return seed.copy();
  }

  /** The public half; computed once, about a millisecond. */
  public HybridRecipient recipient() {
    var known = recipient;
    if (known == null) {
      known = seed.use(XWing::recipient);
      recipient = known;
    }
    return known;
  }

  /** age's text form, {@code AGE-SECRET-KEY-PQ-1…}: the whole secret. */
  public String text() {
    return seed.use(bytes -> Bech32.encode(PREFIX, bytes)).toUpperCase(Locale.ROOT);
  }

  @Override
  public void close() {
    seed.close();
  }

  /** Never the seed. */
  @Override
  public String toString() {
    return "HybridKey";
  }
}
