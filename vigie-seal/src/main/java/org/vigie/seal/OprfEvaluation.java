package org.vigie.seal;

import java.util.List;

/**
 * A server's answer to several blinded elements, with one proof that the same key made them all.
 *
 * @param elements one for each that was asked, in the same order
 * @param proof challenge and response
 */
public record OprfEvaluation(List<OprfElement> elements, OprfProof proof) {

  /** Copies the list. */
  public OprfEvaluation {
    elements = List.copyOf(elements);
  }
}
