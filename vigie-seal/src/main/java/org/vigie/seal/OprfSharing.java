package org.vigie.seal;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.bouncycastle.math.ec.ECPoint;

/**
 * Shares an OPRF key among hosts (Shamir over the order of P-256), so that {@code threshold} of
 * them together evaluate what the whole key would, and fewer learn nothing. Protects the key from a
 * thief of fewer shares; does not protect it while it is split, which happens in one place and not
 * in constant time: split where nothing else runs.
 */
public final class OprfSharing {

  private static final int MOST = 255;

  private OprfSharing() {}

  /**
   * Splits {@code key}.
   *
   * @param threshold how many evaluate together, at least 1
   * @param count how many shares, at least the threshold, at most 255
   */
  public static List<OprfShare> split(OprfKey key, int threshold, int count, SecureRandom random) {
    if (threshold < 1 || count < threshold || count > MOST) {
      throw new IllegalArgumentException("no such threshold");
    }
    while (true) {
      var numbers = evaluated(polynomial(key.scalar(), threshold, random), count);
      // A share of zero could not evaluate; it comes up once in 2^256.
      if (numbers.stream().allMatch(number -> number.signum() > 0)) {
        var shares = new ArrayList<OprfShare>();
        for (var number : numbers) {
          shares.add(new OprfShare(shares.size() + 1, new OprfKey(number)));
        }
        return List.copyOf(shares);
      }
    }
  }

  private static List<BigInteger> polynomial(
      BigInteger constant, int threshold, SecureRandom random) {
    var coefficients = new ArrayList<BigInteger>(List.of(constant));
    while (coefficients.size() < threshold) {
      coefficients.add(OprfElement.randomScalar(random));
    }
    return coefficients;
  }

  private static List<BigInteger> evaluated(List<BigInteger> polynomial, int count) {
    var values = new ArrayList<BigInteger>();
    for (var x = 1; x <= count; x++) {
      var at = BigInteger.valueOf(x);
      var value = BigInteger.ZERO;
      for (var coefficient : polynomial.reversed()) {
        value = value.multiply(at).add(coefficient).mod(OprfElement.ORDER);
      }
      values.add(value);
    }
    return values;
  }

  /**
   * What the whole key would have answered, from what shares answered to one element (Lagrange
   * interpolation at zero, in the exponent). Whether each answered rightly is proved before, share
   * by share: a wrong part gives a wrong element.
   *
   * @param parts as many as the threshold, each number once
   * @throws SealRefused {@code seal.malformed} if there is none, a number twice or below 1, or they
   *     cancel out
   */
  public static OprfElement join(List<OprfPart> parts) throws SealRefused {
    var numbers = new HashSet<Integer>();
    for (var part : parts) {
      if (part.number() < 1 || part.number() > MOST || !numbers.add(part.number())) {
        throw SealRefused.malformed();
      }
    }
    ECPoint sum = OprfElement.CURVE.getInfinity();
    for (var part : parts) {
      sum = sum.add(part.element().point().multiply(weight(part.number(), parts)));
    }
    if (sum.isInfinity()) {
      throw SealRefused.malformed();
    }
    return new OprfElement(sum);
  }

  /** The Lagrange coefficient at zero: numbers of shares alone, nothing secret. */
  private static BigInteger weight(int number, List<OprfPart> parts) {
    var above = BigInteger.ONE;
    var below = BigInteger.ONE;
    for (var other : parts) {
      if (other.number() != number) {
        above = above.multiply(BigInteger.valueOf(other.number()));
        below = below.multiply(BigInteger.valueOf((long) other.number() - number));
      }
    }
    return above
        .multiply(below.mod(OprfElement.ORDER).modInverse(OprfElement.ORDER))
        .mod(OprfElement.ORDER);
  }

  /**
   * Whether public parts belong to one sharing of {@code whole}: any {@code threshold} of them give
   * it. To be asked once, when hosts are named; a host with a part of another key is found then.
   */
  public static boolean belong(OprfElement whole, List<OprfPart> parts, int threshold) {
    if (threshold < 1 || parts.size() < threshold) {
      return false;
    }
    try {
      var first = parts.subList(0, threshold - 1);
      for (var last : parts.subList(threshold - 1, parts.size())) {
        var some = new ArrayList<>(first);
        some.add(last);
        if (!join(some).equals(whole)) {
          return false;
        }
      }
      return true;
    } catch (SealRefused malformed) {
      return false;
    }
  }
}
