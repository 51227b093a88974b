package org.vigie.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.kernel.Secret;
import org.vigie.testkit.Trials;

class OprfTest {

  private final SecureRandom random = new SecureRandom();

  @Test
  void S_50_passes_the_vectors_of_RFC_9497_in_both_modes() throws SealRefused {
    var inputs = 0;
    for (var suite : vectors()) {
      var object = suite.getAsJsonObject();
      var mode = object.get("mode").getAsInt();
      if (text(object, "identifier").equals("P256-SHA256") && mode < 2) {
        inputs += check(Oprf.of(mode == 0 ? Oprf.Mode.OPRF : Oprf.Mode.VOPRF), mode, object);
      }
    }
    assertThat(inputs).isEqualTo(6);
  }

  private static int check(Oprf oprf, int mode, JsonObject suite) throws SealRefused {
    var inputs = 0;
    try (var seed = Secret.take(hex(suite, "seed"));
        var key = oprf.deriveKey(seed, hex(suite, "keyInfo"));
        var secret = key.secret()) {
      String scalar = secret.use(bytes -> TestBytes.hex(bytes));
      assertThat(scalar).isEqualTo(text(suite, "skSm"));
      if (mode > 0) {
        assertThat(TestBytes.hex(key.publicKey().bytes())).isEqualTo(text(suite, "pkSm"));
      }
      for (var vector : suite.getAsJsonArray("vectors")) {
        inputs += check(oprf, key, mode, vector.getAsJsonObject());
      }
    }
    return inputs;
  }

  private static int check(Oprf oprf, OprfKey key, int mode, JsonObject vector) throws SealRefused {
    var inputs = new ArrayList<byte[]>();
    var blindings = new ArrayList<OprfBlinding>();
    var expected = text(vector, "Output").split(",", -1);
    for (var i = 0; i < expected.length; i++) {
      inputs.add(TestBytes.hex(text(vector, "Input").split(",", -1)[i]));
      var blind = new BigInteger(text(vector, "Blind").split(",", -1)[i], 16);
      blindings.add(oprf.blind(inputs.getLast(), blind));
      assertThat(TestBytes.hex(blindings.getLast().element().bytes()))
          .isEqualTo(text(vector, "BlindedElement").split(",", -1)[i]);
      var evaluated = oprf.evaluate(key, blindings.getLast().element());
      assertThat(TestBytes.hex(evaluated.bytes()))
          .isEqualTo(text(vector, "EvaluationElement").split(",", -1)[i]);
      assertThat(TestBytes.hex(oprf.finish(inputs.getLast(), blindings.getLast(), evaluated)))
          .isEqualTo(expected[i]);
      assertThat(TestBytes.hex(oprf.compute(key, inputs.getLast()))).isEqualTo(expected[i]);
    }
    if (mode > 0) {
      var proof = vector.getAsJsonObject("Proof");
      var nonce = new BigInteger(text(proof, "r"), 16);
      var asked = blindings.stream().map(OprfBlinding::element).toList();
      var answer = oprf.evaluateAll(key, asked, nonce);
      assertThat(TestBytes.hex(answer.proof().bytes())).isEqualTo(text(proof, "proof"));
      var outputs = oprf.finishAll(inputs, blindings, answer, key.publicKey());
      assertThat(outputs.stream().map(TestBytes::hex).toList()).containsExactly(expected);
    }
    return expected.length;
  }

  @Test
  void S_50_refuses_an_answer_from_another_key_or_with_a_changed_proof() throws SealRefused {
    var oprf = Oprf.of(Oprf.Mode.VOPRF);
    try (var key = OprfKey.generate(random);
        var other = OprfKey.generate(random)) {
      var inputs = List.of(new byte[] {1}, new byte[] {2});
      var blindings = inputs.stream().map(input -> oprf.blind(input, random)).toList();
      var asked = blindings.stream().map(OprfBlinding::element).toList();
      var honest = oprf.evaluateAll(key, asked, random);
      var foreign = oprf.evaluateAll(other, asked, random);
      var swapped =
          new OprfEvaluation(
              List.of(honest.elements().get(1), honest.elements().get(0)), honest.proof());
      var bytes = honest.proof().bytes();
      bytes[63] ^= 1;
      var changed = new OprfEvaluation(honest.elements(), OprfProof.ofBytes(bytes));
      var server = key.publicKey();
      assertThat(oprf.finishAll(inputs, blindings, honest, server)).hasSize(2);
      for (var bad : List.of(foreign, swapped, changed)) {
        assertThatThrownBy(() -> oprf.finishAll(inputs, blindings, bad, server))
            .hasMessage("seal.proof-refused");
      }
      assertThatThrownBy(
              () -> oprf.finishAll(inputs.subList(0, 1), blindings.subList(0, 1), honest, server))
          .hasMessage("seal.proof-refused");
    }
  }

  @Test
  void the_blind_hides_the_input_and_leaves_the_output_alone() {
    var oprf = Oprf.of(Oprf.Mode.OPRF);
    try (var key = OprfKey.generate(random)) {
      Trials.forAll(
          40,
          (trial, size) -> {
            if (size % 8 != 0) {
              return;
            }
            var input = TestBytes.random(trial, size);
            var one = oprf.blind(input, random);
            var other = oprf.blind(input, random);
            assertThat(one.element()).isNotEqualTo(other.element());
            assertThat(oprf.finish(input, one, oprf.evaluate(key, one.element())))
                .isEqualTo(oprf.finish(input, other, oprf.evaluate(key, other.element())))
                .isEqualTo(oprf.compute(key, input));
          });
    }
  }

  @Test
  void S_50_refuses_what_is_no_element_no_key_and_no_proof() {
    var bad =
        new String[] {
          "",
          "00",
          "00".repeat(33),
          "02" + "ff".repeat(32),
          "02ffffffff00000001000000000000000000000000ffffffffffffffffffffffff",
          "04" + "00".repeat(32),
          "02".repeat(32)
        };
    for (var text : bad) {
      assertThatThrownBy(() -> OprfElement.ofBytes(TestBytes.hex(text)))
          .isInstanceOf(SealRefused.class);
    }
    for (var text : new String[] {"00".repeat(32), "ff".repeat(32), "01"}) {
      try (var secret = Secret.take(TestBytes.hex(text))) {
        assertThatThrownBy(() -> OprfKey.ofSecret(secret)).isInstanceOf(SealRefused.class);
      }
    }
    assertThatThrownBy(() -> OprfProof.ofBytes(new byte[63])).isInstanceOf(SealRefused.class);
    assertThatThrownBy(() -> OprfProof.ofBytes(TestBytes.hex("ff".repeat(64))))
        .isInstanceOf(SealRefused.class);
  }

  @Test
  void a_key_is_kept_as_bytes() throws SealRefused {
    try (var key = OprfKey.generate(random);
        var secret = key.secret();
        var again = OprfKey.ofSecret(secret)) {
      assertThat(again.publicKey()).isEqualTo(key.publicKey());
      assertThat(OprfElement.ofBytes(key.publicKey().bytes())).isEqualTo(key.publicKey());
    }
  }

  private static JsonArray vectors() {
    var json = new String(TestBytes.resource("oprf-vectors.json"), StandardCharsets.UTF_8);
    return JsonParser.parseString(json).getAsJsonArray();
  }

  private static String text(JsonObject object, String name) {
    return object.get(name).getAsString();
  }

  private static byte[] hex(JsonObject object, String name) {
    return TestBytes.hex(text(object, name));
  }
}
