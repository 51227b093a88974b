package org.vigie.seal;

import java.math.BigInteger;

/**
 * A client's input, hidden: the element to send, and the secret number to unhide the answer with.
 */
public final class OprfBlinding {

  private final BigInteger blind;
  private final OprfElement element;

  OprfBlinding(BigInteger blind, OprfElement element) {
    this.blind = blind;
    this.element = element;
  }

  /** What to send: says nothing about the input, whatever the receiver can compute. */
  public OprfElement element() {
    return element;
  }

  BigInteger blind() {
    return blind;
  }

  /** Never the secret number. */
  @Override
  public String toString() {
    return "OprfBlinding";
  }
}
