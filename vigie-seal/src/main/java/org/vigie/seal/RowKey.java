package org.vigie.seal;

import org.vigie.kernel.Secret;

/**
 * Seals small values into their place with XAES-256-GCM (C2SP XAES-256-GCM.md). Protects contents
 * against whoever has no key and against unnoticed change or moving; does not protect length, nor
 * against an older value put back into the same place. Overhead 40 bytes. Safe for use by several
 * threads; closing forgets the key, though the cipher's copy stays in the heap until collected.
 */
public final class RowKey implements AutoCloseable {

  private static final String LABEL = "vigie/v1/rows/";
  private static final int LENGTH = 32;

  private final Xaes cipher;

  private RowKey(Xaes cipher) {
    this.cipher = cipher;
  }

  /**
   * The key for {@code label}, such as a table's name, under {@code seed}; the caller closes both.
   */
  public static RowKey derive(Secret seed, String label) {
    try (var key = Hkdf.derive(seed, LABEL + label, LENGTH)) {
      return new RowKey(new Xaes(key));
    }
  }

  /** {@code plain} sealed into {@code place}; 40 bytes longer and different every time. */
  public byte[] seal(byte[] plain, Place place) {
    return cipher.seal(plain, place.bytes());
  }

  /**
   * What was sealed into {@code place}.
   *
   * @throws SealRefused {@code seal.tampered} if it was sealed with another key, into another
   *     place, or changed since
   */
  public byte[] open(byte[] sealed, Place place) throws SealRefused {
    return cipher.open(sealed, place.bytes()).orElseThrow(SealRefused::tampered);
  }

  @Override
  public void close() {
    cipher.close();
  }

  /** Never the key. */
  @Override
  public String toString() {
    return "RowKey";
  }
}
