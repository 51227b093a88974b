package org.vigie.matching.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.matching.identifier.Identifier;
import org.vigie.matching.identifier.Identifiers;
import org.vigie.matching.identifier.Reading;
import org.vigie.seal.OprfElement;
import org.vigie.seal.OprfEvaluation;
import org.vigie.seal.OprfKey;
import org.vigie.seal.SealRefused;

class TokenizerTest {

  private static final SecureRandom RANDOM = new SecureRandom();

  @Test
  void any_writing_of_one_number_gives_one_token() throws SealRefused {
    try (var evaluator = evaluator()) {
      var tokens =
          new Tokenizer(evaluator, RANDOM)
              .tokens(
                  List.of(
                      read("06 39 98 12 34"),
                      read("+33 6 39 98 12 34"),
                      read("۰۰۳۳۶۳۹۹۸۱۲۳۴"),
                      read("06 39 98 12 35")));
      assertThat(tokens.get(0)).isEqualTo(tokens.get(1)).isEqualTo(tokens.get(2));
      assertThat(tokens.get(0).index()).isEqualTo(tokens.get(2).index()).hasSize(64);
      assertThat(tokens.get(3).index()).isNotEqualTo(tokens.get(0).index());
    }
  }

  @Test
  void tokens_of_two_keys_have_nothing_in_common() throws SealRefused {
    try (var one = evaluator();
        var other = evaluator()) {
      var number = List.of(read("06 39 98 12 34"));
      assertThat(new Tokenizer(one, RANDOM).tokens(number).getFirst().index())
          .isNotEqualTo(new Tokenizer(other, RANDOM).tokens(number).getFirst().index());
    }
  }

  @Test
  void rotation_needs_no_identifiers() throws SealRefused {
    try (var before = evaluator();
        var factor = OprfKey.generate(RANDOM);
        var after = before.rotated(factor)) {
      var number = List.of(read("06 39 98 12 34"));
      var old = new Tokenizer(before, RANDOM).tokens(number).getFirst();
      var fresh = new Tokenizer(after, RANDOM).tokens(number).getFirst();
      assertThat(old.rotated(factor)).isEqualTo(fresh);
      assertThat(old.rotated(factor).index()).isEqualTo(fresh.index()).isNotEqualTo(old.index());
    }
  }

  @Test
  void refuses_an_evaluator_that_uses_another_key() {
    try (var said = evaluator();
        var used = evaluator()) {
      var lying =
          new TokenEvaluator() {
            @Override
            public int epoch() {
              return 1;
            }

            @Override
            public OprfElement publicKey() {
              return said.publicKey();
            }

            @Override
            public OprfEvaluation evaluate(List<OprfElement> blinded) {
              return used.evaluate(blinded);
            }
          };
      assertThatThrownBy(() -> new Tokenizer(lying, RANDOM).tokens(List.of(read("@kaysar_x"))))
          .isInstanceOf(SealRefused.class);
    }
  }

  @Test
  void shows_nothing_when_printed() throws SealRefused {
    try (var evaluator = evaluator()) {
      var token = new Tokenizer(evaluator, RANDOM).tokens(List.of(read("@kaysar_x"))).getFirst();
      assertThat(token).hasToString("IdentifierToken[epoch 1]");
    }
  }

  private static LocalEvaluator evaluator() {
    return new LocalEvaluator(OprfKey.generate(RANDOM), 1, RANDOM);
  }

  private static Identifier read(String raw) {
    return Identifiers.read(raw, "FR") instanceof Reading.Read(var identifier)
        ? identifier
        : fail(raw);
  }

  private static Identifier fail(String raw) {
    throw new AssertionError("cannot read " + raw);
  }
}
