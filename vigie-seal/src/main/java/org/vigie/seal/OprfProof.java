package org.vigie.seal;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * A proof that two elements are the same multiple of two others (RFC 9497 section 2.2).
 *
 * @param challenge the verifier's number
 * @param response the prover's number
 */
public record OprfProof(BigInteger challenge, BigInteger response) {

  /** Length of {@link #bytes()}. */
  public static final int LENGTH = 2 * OprfKey.LENGTH;

  /** Challenge and response, 32 bytes each. */
  public byte[] bytes() {
    return Bytes.join(OprfKey.scalarBytes(challenge), OprfKey.scalarBytes(response));
  }

  /**
   * Reads {@link #bytes}.
   *
   * @throws SealRefused {@code seal.malformed} if they are not two numbers below the order
   */
  public static OprfProof ofBytes(byte[] bytes) throws SealRefused {
    if (bytes.length != LENGTH) {
      throw SealRefused.malformed();
    }
    var challenge = new BigInteger(1, Arrays.copyOf(bytes, OprfKey.LENGTH));
    var response = new BigInteger(1, Arrays.copyOfRange(bytes, OprfKey.LENGTH, LENGTH));
    if (challenge.compareTo(OprfElement.ORDER) >= 0 || response.compareTo(OprfElement.ORDER) >= 0) {
      throw SealRefused.malformed();
    }
    return new OprfProof(challenge, response);
  }
}
