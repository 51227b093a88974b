package org.vigie.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.kernel.Secret;

class PoprfTest {

  private static final byte[] INFO = Bytes.of("norm-v1");

  private final SecureRandom random = new SecureRandom();
  private final Poprf poprf = new Poprf();

  @Test
  void S_50_passes_the_vectors_of_RFC_9497_in_the_third_mode() throws SealRefused {
    var inputs = 0;
    var json = new String(TestBytes.resource("oprf-vectors.json"), StandardCharsets.UTF_8);
    for (var suite : JsonParser.parseString(json).getAsJsonArray()) {
      var object = suite.getAsJsonObject();
      if (text(object, "identifier").equals("P256-SHA256") && object.get("mode").getAsInt() == 2) {
        try (var seed = Secret.take(hex(object, "seed"));
            var key = poprf.deriveKey(seed, hex(object, "keyInfo"));
            var secret = key.secret()) {
          String scalar = secret.use(bytes -> TestBytes.hex(bytes));
          assertThat(scalar).isEqualTo(text(object, "skSm"));
          assertThat(TestBytes.hex(key.publicKey().bytes())).isEqualTo(text(object, "pkSm"));
          for (var vector : object.getAsJsonArray("vectors")) {
            inputs += check(key, vector.getAsJsonObject());
          }
        }
      }
    }
    assertThat(inputs).isEqualTo(4);
  }

  private int check(OprfKey key, JsonObject vector) throws SealRefused {
    var info = hex(vector, "Info");
    var inputs = new ArrayList<byte[]>();
    var blindings = new ArrayList<OprfBlinding>();
    for (var i = 0; i < texts(vector, "Input").length; i++) {
      inputs.add(TestBytes.hex(texts(vector, "Input")[i]));
      var blind = new BigInteger(texts(vector, "Blind")[i], 16);
      blindings.add(poprf.blind(inputs.getLast(), blind));
    }
    var asked = blindings.stream().map(OprfBlinding::element).toList();
    assertThat(asked.stream().map(element -> TestBytes.hex(element.bytes())))
        .containsExactly(texts(vector, "BlindedElement"));
    var proof = vector.getAsJsonObject("Proof");
    var answer = poprf.evaluateAll(key, asked, info, new BigInteger(text(proof, "r"), 16));
    assertThat(answer.elements().stream().map(element -> TestBytes.hex(element.bytes())))
        .containsExactly(texts(vector, "EvaluationElement"));
    assertThat(TestBytes.hex(answer.proof().bytes())).isEqualTo(text(proof, "proof"));
    var outputs = poprf.finishAll(inputs, blindings, answer, info, key.publicKey());
    assertThat(outputs.stream().map(TestBytes::hex)).containsExactly(texts(vector, "Output"));
    for (var i = 0; i < inputs.size(); i++) {
      assertThat(poprf.compute(key, inputs.get(i), info)).isEqualTo(outputs.get(i));
    }
    return inputs.size();
  }

  @Test
  void S_50_refuses_an_answer_of_another_key_of_another_information_or_with_a_changed_proof()
      throws SealRefused {
    try (var key = OprfKey.generate(random);
        var other = OprfKey.generate(random)) {
      var inputs = List.of(new byte[] {1}, new byte[] {2});
      var blindings = inputs.stream().map(input -> poprf.blind(input, random)).toList();
      var asked = blindings.stream().map(OprfBlinding::element).toList();
      var honest = poprf.evaluateAll(key, asked, INFO, random);
      var server = key.publicKey();
      assertThat(poprf.finishAll(inputs, blindings, honest, INFO, server)).hasSize(2);
      var bytes = honest.proof().bytes();
      bytes[63] ^= 1;
      for (var bad :
          List.of(
              poprf.evaluateAll(other, asked, INFO, random),
              poprf.evaluateAll(key, asked, Bytes.of("norm-v2"), random),
              new OprfEvaluation(honest.elements().reversed(), honest.proof()),
              new OprfEvaluation(honest.elements().subList(0, 1), honest.proof()),
              new OprfEvaluation(honest.elements(), OprfProof.ofBytes(bytes)))) {
        assertThatThrownBy(() -> poprf.finishAll(inputs, blindings, bad, INFO, server))
            .hasMessage("seal.proof-refused");
      }
      assertThatThrownBy(
              () -> poprf.finishAll(inputs.subList(0, 1), blindings, honest, INFO, server))
          .hasMessage("seal.proof-refused");
    }
  }

  @Test
  void S_50_refuses_an_information_under_which_the_key_is_zero() throws SealRefused {
    var zero = OprfElement.ORDER.subtract(poprf.tweak(INFO));
    try (var key = new OprfKey(zero)) {
      var blinding = poprf.blind(new byte[] {1}, random);
      var asked = List.of(blinding.element());
      assertThatThrownBy(() -> poprf.evaluateAll(key, asked, INFO, random))
          .hasMessage("seal.malformed");
      assertThatThrownBy(() -> poprf.compute(key, new byte[] {1}, INFO))
          .hasMessage("seal.malformed");
      var elsewhere = poprf.evaluateAll(key, asked, new byte[0], random);
      assertThatThrownBy(() ->
              poprf.finishAll(
                  List.of(new byte[] {1}), List.of(blinding), elsewhere, INFO, key.publicKey()))
          .as("the identity in place of a public key")
          .hasMessage("seal.malformed");
    }
  }

  @Test
  void one_key_gives_unrelated_outputs_under_two_informations() throws SealRefused {
    var input = Bytes.of("norm-v1|tel|+33639984017");
    try (var key = OprfKey.generate(random)) {
      var plain = Oprf.of(Oprf.Mode.VOPRF).compute(key, input);
      assertThat(poprf.compute(key, input, INFO))
          .isEqualTo(poprf.compute(key, input, INFO))
          .isNotEqualTo(poprf.compute(key, input, Bytes.of("norm-v2")))
          .isNotEqualTo(plain);
    }
    assertThatThrownBy(() -> poprf.tweak(new byte[65_536]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static String[] texts(JsonObject object, String name) {
    return text(object, name).split(",", -1);
  }

  private static String text(JsonObject object, String name) {
    return object.get(name).getAsString();
  }

  private static byte[] hex(JsonObject object, String name) {
    return TestBytes.hex(text(object, name));
  }
}
