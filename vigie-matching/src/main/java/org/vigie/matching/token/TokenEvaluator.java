package org.vigie.matching.token;

import java.util.List;
import org.vigie.seal.OprfElement;
import org.vigie.seal.OprfEvaluation;

/**
 * Holds the key of identifier tokens and applies it to hidden identifiers: this process, another
 * one, or share hosts of several organisations. It never learns what it evaluates.
 */
public interface TokenEvaluator {

  /** Which key this is; raised at every rotation. */
  int epoch();

  /** What its proofs are checked against. */
  OprfElement publicKey();

  /** Applies the key to each element, with one proof that it was this key (RFC 9497, VOPRF). */
  OprfEvaluation evaluate(List<OprfElement> blinded);
}
