package org.vigie.seal;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.ECConstantTimeMultiplier;
import org.bouncycastle.math.ec.ECCurve;
import org.bouncycastle.math.ec.ECPoint;
import org.vigie.kernel.Language;

/** A point of P-256 other than infinity, as OPRF messages carry it: 33 bytes, compressed. */
public final class OprfElement {

  private static final int WORDS = 6;

  /** Length of {@link #bytes()}. */
  public static final int LENGTH = 33;

  static final ECCurve CURVE = CustomNamedCurves.getByName("P-256").getCurve();
  static final BigInteger ORDER = CustomNamedCurves.getByName("P-256").getN();
  static final OprfElement GENERATOR = new OprfElement(CustomNamedCurves.getByName("P-256").getG());

  private static final ECConstantTimeMultiplier SECRET_MULTIPLIER =
      new ECConstantTimeMultiplier(ORDER);

  private final ECPoint point;

  OprfElement(ECPoint point) {
    if (point.isInfinity()) {
      throw new IllegalArgumentException("no element of the group");
    }
    this.point = point.normalize();
  }

  /**
   * Six words to compare a public key by voice: the first 66 bits of its SHA-256. Both sides must
   * ask for the same language.
   */
  public List<String> fingerprintWords(Language language) {
    return WordList.of(language).spell(Digests.sha256(bytes()), WORDS);
  }

  /**
   * Reads {@link #bytes} (RFC 9497 section 4.3).
   *
   * @throws SealRefused {@code seal.malformed} if they are no point of the curve
   */
  public static OprfElement ofBytes(byte[] bytes) throws SealRefused {
    if (bytes.length != LENGTH) {
      throw SealRefused.malformed();
    }
    try {
      var point = CURVE.decodePoint(bytes);
      if (point.isInfinity() || !point.isValid()) {
        throw SealRefused.malformed();
      }
      return new OprfElement(point);
    } catch (IllegalArgumentException notOnCurve) {
      throw SealRefused.malformed();
    }
  }

  /** The point, compressed (SEC 1). */
  public byte[] bytes() {
    return point.getEncoded(true);
  }

  /** A number from 1 to the order less one, every one as likely. */
  static BigInteger randomScalar(SecureRandom random) {
    while (true) {
      var scalar = new BigInteger(ORDER.bitLength(), random);
      if (scalar.signum() > 0 && scalar.compareTo(ORDER) < 0) {
        return scalar;
      }
    }
  }

  /** Times a number nobody may learn, in a time that does not depend on it. */
  OprfElement timesSecret(BigInteger scalar) {
    return new OprfElement(SECRET_MULTIPLIER.multiply(point, scalar));
  }

  ECPoint point() {
    return point;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof OprfElement that && point.equals(that.point);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes());
  }

  @Override
  public String toString() {
    return "OprfElement";
  }
}
