package org.vigie.node.consent;

import org.vigie.kernel.Refusal;
import org.vigie.register.OpenRegister;

/**
 * What other capabilities do when answers about consent were written down, so that taking one back
 * counts at once. Each declares a bean of this type.
 */
public interface ConsentHeard {

  /** Answers in {@code file} were kept. */
  void heard(OpenRegister file) throws Refusal;
}
