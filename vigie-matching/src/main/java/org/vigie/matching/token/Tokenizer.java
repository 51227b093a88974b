package org.vigie.matching.token;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.vigie.matching.identifier.Identifier;
import org.vigie.seal.Oprf;
import org.vigie.seal.SealRefused;

/**
 * Turns identifiers into tokens by asking an evaluator that does not see them. Safe for use by
 * several threads if the evaluator is.
 */
public final class Tokenizer {

  private static final Oprf VOPRF = Oprf.of(Oprf.Mode.VOPRF);

  private final TokenEvaluator evaluator;
  private final SecureRandom random;

  /** A tokenizer that asks {@code evaluator}. */
  public Tokenizer(TokenEvaluator evaluator, SecureRandom random) {
    this.evaluator = evaluator;
    this.random = random;
  }

  /**
   * The tokens of {@code identifiers}, in their order.
   *
   * @throws SealRefused {@code seal.proof-refused} if the evaluator used another key than it says
   */
  public List<IdentifierToken> tokens(List<? extends Identifier> identifiers) throws SealRefused {
    if (identifiers.isEmpty()) {
      return List.of();
    }
    var blindings =
        identifiers.stream()
            .map(i -> i.canonical().getBytes(StandardCharsets.UTF_8))
            .map(input -> VOPRF.blind(input, random))
            .toList();
    var answer = evaluator.evaluate(blindings.stream().map(b -> b.element()).toList());
    var tokens = new ArrayList<IdentifierToken>();
    for (var element : VOPRF.unblindAll(blindings, answer, evaluator.publicKey())) {
      tokens.add(new IdentifierToken(evaluator.epoch(), element));
    }
    return List.copyOf(tokens);
  }
}
