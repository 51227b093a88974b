package org.vigie.seal;

/**
 * Padded lengths that hide all but the rough size (Padmé, PoPETs 2019 "Reducing Metadata Leakage").
 * Protects the exact length of what is sealed; does not protect its order of magnitude. At most 12
 * per cent longer.
 */
public final class Padme {

  private Padme() {}

  /**
   * The length to pad {@code length} bytes to: never shorter, and the same for all neighbours.
   *
   * @throws IllegalArgumentException if {@code length} is negative
   */
  public static long paddedLength(long length) {
    if (length < 0) {
      throw new IllegalArgumentException("a length is not negative");
    }
    if (length < 2) {
      return length;
    }
    var exponent = 63 - Long.numberOfLeadingZeros(length);
    var bitsOfExponent = 64 - Long.numberOfLeadingZeros(exponent);
    var mask = (1L << Math.max(0, exponent - bitsOfExponent)) - 1;
    return Math.addExact(length, mask) & ~mask;
  }
}
