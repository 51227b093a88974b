package org.vigie.matching.token;

import java.security.SecureRandom;
import java.util.List;
import org.vigie.seal.Oprf;
import org.vigie.seal.OprfElement;
import org.vigie.seal.OprfEvaluation;
import org.vigie.seal.OprfKey;

/**
 * An evaluator in this process. Protects stored tokens against whoever lacks the key; does not
 * protect them from somebody who takes key and index together: numbers can be tried one by one.
 */
public final class LocalEvaluator implements TokenEvaluator, AutoCloseable {

  private static final Oprf VOPRF = Oprf.of(Oprf.Mode.VOPRF);

  private final OprfKey key;
  private final int epoch;
  private final SecureRandom random;

  /** Takes over {@code key}, which it closes. */
  public LocalEvaluator(OprfKey key, int epoch, SecureRandom random) {
    this.key = key;
    this.epoch = epoch;
    this.random = random;
  }

  @Override
  public int epoch() {
    return epoch;
  }

  @Override
  public OprfElement publicKey() {
    return key.publicKey();
  }

  @Override
  public OprfEvaluation evaluate(List<OprfElement> blinded) {
    return VOPRF.evaluateAll(key, blinded, random);
  }

  /** The evaluator of the next epoch, under this key times {@code factor}. */
  public LocalEvaluator rotated(OprfKey factor) {
    return new LocalEvaluator(key.times(factor), epoch + 1, random);
  }

  @Override
  public void close() {
    key.close();
  }
}
