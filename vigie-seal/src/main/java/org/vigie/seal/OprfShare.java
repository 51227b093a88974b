package org.vigie.seal;

/**
 * One of several parts of an OPRF key, for one share host. Protects the key as long as fewer than
 * the threshold are in one hand; does not protect it from that many. Close it.
 *
 * @param number from 1; which part it is, not secret
 * @param key what its host applies to elements
 */
public record OprfShare(int number, OprfKey key) implements AutoCloseable {

  /** What proofs of this part's host are checked against. */
  public OprfPart publicPart() {
    return new OprfPart(number, key.publicKey());
  }

  @Override
  public void close() {
    key.close();
  }

  /** The number, never the key. */
  @Override
  public String toString() {
    return "OprfShare[" + number + "]";
  }
}
