package org.vigie.register;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.util.List;
import org.vigie.kernel.RegisterId;
import org.vigie.kernel.Secret;
import org.vigie.register.store.Bytes;
import org.vigie.seal.AgeFile;
import org.vigie.seal.HybridKey;
import org.vigie.seal.Place;
import org.vigie.seal.RowKey;
import org.vigie.seal.SealRefused;

/**
 * The key pair of one epoch and the row key under its seed. Protects what is sealed in the epoch
 * against whoever holds no grant; does not protect what a member kept.
 */
final class EpochKey implements AutoCloseable {

  private static final byte[] AGE = "age-encryption.org/".getBytes(US_ASCII);

  private final int number;
  private final Secret seed;
  private final HybridKey pair;
  private final RowKey rows;

  /** Takes over {@code seed}. */
  EpochKey(int number, Secret seed) {
    this.number = number;
    this.seed = seed;
    pair = HybridKey.ofSeed(seed);
    rows = RowKey.derive(seed, "entry");
  }

  int number() {
    return number;
  }

  Secret seed() {
    return seed;
  }

  HybridKey pair() {
    return pair;
  }

  String recipient() {
    return pair.recipient().text();
  }

  byte[] seal(byte[] plain, Place place) {
    return rows.seal(plain, place);
  }

  /** Opens what a member sealed as a row, or what anyone sealed to the epoch's recipient. */
  byte[] open(Bytes sealed, Place place) throws SealRefused {
    var bytes = sealed.toArray();
    return deposited(bytes) ? AgeFile.open(bytes, List.of(pair)) : rows.open(bytes, place);
  }

  /** Whether {@code sealed} is an age file rather than a row. */
  static boolean deposited(byte[] sealed) {
    return sealed.length > AGE.length
        && MessageDigest.isEqual(java.util.Arrays.copyOf(sealed, AGE.length), AGE);
  }

  /** Where the seed of the epoch before {@code epoch} is sealed. */
  static Place previousSeed(RegisterId register, int epoch) {
    return new Place(register.value(), "epoch", Integer.toString(epoch), "previous_seed", epoch, 1);
  }

  @Override
  public void close() {
    rows.close();
    pair.close();
    seed.close();
  }

  /** Never the key. */
  @Override
  public String toString() {
    return "EpochKey[" + number + "]";
  }
}
