package org.vigie.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.vigie.kernel.Secret;
import org.vigie.testkit.Trials;

class OprfSharingTest {

  private static final Oprf VOPRF = Oprf.of(Oprf.Mode.VOPRF);

  private final SecureRandom random = new SecureRandom();

  @Test
  void S_50_any_t_of_n_give_what_the_whole_key_gives_and_fewer_do_not() {
    Trials.forAll(
        60,
        6,
        (trial, size) -> {
          var count = size;
          var threshold = 1 + trial.nextInt(count);
          var input = TestBytes.random(trial, 12);
          try (var key = OprfKey.generate(random)) {
            var shares = OprfSharing.split(key, threshold, count, random);
            var blinding = VOPRF.blind(input, random);
            var enough = answers(some(trial, shares, threshold), blinding);
            var joined = OprfSharing.join(enough);
            assertThat(joined).isEqualTo(VOPRF.evaluate(key, blinding.element()));
            assertThat(VOPRF.finish(input, blinding, joined)).isEqualTo(VOPRF.compute(key, input));
            if (threshold > 1) {
              var fewer = answers(some(trial, shares, threshold - 1), blinding);
              assertThat(OprfSharing.join(fewer)).isNotEqualTo(joined);
            }
            shares.forEach(OprfShare::close);
          }
        });
  }

  @Test
  void S_50_two_of_three_pass_the_vectors_of_RFC_9497() throws SealRefused {
    var seen = 0;
    var json = new String(TestBytes.resource("oprf-vectors.json"), StandardCharsets.UTF_8);
    for (var suite : JsonParser.parseString(json).getAsJsonArray()) {
      var object = suite.getAsJsonObject();
      if (!object.get("identifier").getAsString().equals("P256-SHA256")
          || object.get("mode").getAsInt() != 1) {
        continue;
      }
      try (var secret = Secret.take(TestBytes.hex(object.get("skSm").getAsString()));
          var key = OprfKey.ofSecret(secret)) {
        var shares = OprfSharing.split(key, 2, 3, random);
        for (var vector : object.getAsJsonArray("vectors")) {
          var blinded = vector.getAsJsonObject().get("BlindedElement").getAsString().split(",", -1);
          var expected =
              vector.getAsJsonObject().get("EvaluationElement").getAsString().split(",", -1);
          for (var i = 0; i < blinded.length; i++) {
            var element = OprfElement.ofBytes(TestBytes.hex(blinded[i]));
            for (var left = 0; left < 3; left++) {
              var two = new ArrayList<>(shares);
              two.remove(left);
              var joined = OprfSharing.join(parts(two, element));
              assertThat(TestBytes.hex(joined.bytes())).isEqualTo(expected[i]);
              seen++;
            }
          }
        }
      }
    }
    assertThat(seen).isEqualTo(12);
  }

  @Test
  void S_50_a_share_of_another_key_does_not_belong() {
    try (var key = OprfKey.generate(random);
        var other = OprfKey.generate(random)) {
      var parts = new ArrayList<OprfPart>();
      OprfSharing.split(key, 2, 4, random).forEach(share -> parts.add(share.publicPart()));
      assertThat(OprfSharing.belong(key.publicKey(), parts, 2)).isTrue();
      assertThat(OprfSharing.belong(key.publicKey(), parts, 5)).isFalse();
      assertThat(OprfSharing.belong(other.publicKey(), parts, 2)).isFalse();
      for (var i = 0; i < parts.size(); i++) {
        var swapped = new ArrayList<>(parts);
        swapped.set(i, new OprfPart(i + 1, other.publicKey()));
        assertThat(OprfSharing.belong(key.publicKey(), swapped, 2)).isFalse();
      }
    }
  }

  @Test
  void refuses_what_is_no_set_of_shares() {
    try (var key = OprfKey.generate(random)) {
      var part = new OprfPart(1, key.publicKey());
      for (var bad :
          List.of(
              List.<OprfPart>of(),
              List.of(part, part),
              List.of(new OprfPart(0, part.element())),
              List.of(new OprfPart(-1, part.element())))) {
        assertThatThrownBy(() -> OprfSharing.join(bad)).isInstanceOf(SealRefused.class);
      }
      assertThatThrownBy(() -> OprfSharing.split(key, 0, 1, random))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> OprfSharing.split(key, 3, 2, random))
          .isInstanceOf(IllegalArgumentException.class);
      try (var share = OprfSharing.split(key, 1, 1, random).getFirst()) {
        assertThat(share).hasToString("OprfShare[1]");
      }
    }
  }

  private static List<OprfShare> some(RandomGenerator trial, List<OprfShare> shares, int count) {
    var left = new ArrayList<>(shares);
    while (left.size() > count) {
      left.remove(trial.nextInt(left.size()));
    }
    return left;
  }

  private static List<OprfPart> answers(List<OprfShare> shares, OprfBlinding blinding) {
    return parts(shares, blinding.element());
  }

  private static List<OprfPart> parts(List<OprfShare> shares, OprfElement element) {
    return shares.stream()
        .map(share -> new OprfPart(share.number(), VOPRF.evaluate(share.key(), element)))
        .toList();
  }
}
