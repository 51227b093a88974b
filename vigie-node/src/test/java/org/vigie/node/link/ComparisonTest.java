package org.vigie.node.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vigie.kernel.RegisterId;
import org.vigie.kernel.Secret;
import org.vigie.matching.identifier.Identifiers;
import org.vigie.matching.text.TextSketch;
import org.vigie.matching.text.TextSketcher;
import org.vigie.node.link.Comparison.Joined;

class ComparisonTest {

  private static final String SCRIPT =
      "You are at the bottom of the list, there is pressure on you, we can remove the pressure,"
          + " come back and you will see your parents";
  private static final String NEARLY =
      "you are at the bottom of the list. There is pressure on you; we can remove the pressure."
          + " Come back and you see your parents, your sister too";

  @Test
  void tells_the_case_that_was_there_earlier_from_the_later_one() {
    var pairs = pairs(phone(7, 1, "a"), phone(3, 2, "a"));
    assertThat(pairs).hasSize(1);
    assertThat(pairs.getFirst().first()).isEqualTo(file(2));
    assertThat(pairs.getFirst().second()).isEqualTo(file(1));
  }

  @Test
  void says_of_a_number_in_two_cases_that_it_is_seldom_shared_by_chance() {
    var said = pairs(phone(1, 1, "a"), phone(2, 2, "a")).getFirst().said("2026-11");
    assertThat(said.strength()).isEqualTo("strong");
    assertThat(said.rarity()).isEqualTo("only");
    assertThat(said.kinds()).containsExactly("phone");
  }

  @Test
  void says_of_a_number_in_many_cases_that_it_means_little() {
    var all = new ArrayList<Joined>();
    for (var i = 1; i <= 8; i++) {
      all.add(phone(i, i, "a"));
    }
    assertThat(Comparison.of(all))
        .hasSize(28)
        .allSatisfy(pair -> {
          assertThat(pair.strength()).isEqualTo(Strength.WEAK);
          assertThat(pair.said("").rarity()).isEqualTo("many");
        });
  }

  @Test
  void finds_no_pair_within_a_case_or_between_one_persons_cases() {
    var mine =
        new Joined(
            "o1", 1, file(1), Set.of("p"), Map.of("a", SharedKind.PHONE), List.of(), List.of());
    var again =
        new Joined(
            "o2", 2, file(1), Set.of("p"), Map.of("a", SharedKind.PHONE), List.of(), List.of());
    var other =
        new Joined(
            "o3", 3, file(2), Set.of("p"), Map.of("a", SharedKind.PHONE), List.of(), List.of());
    assertThat(pairs(mine, again, other)).isEmpty();
  }

  @Test
  void S2_13_finds_nearly_the_same_words_by_their_keyed_sketches() {
    try (var key = Secret.take("0123456789abcdef".getBytes(StandardCharsets.US_ASCII))) {
      var sketcher = new TextSketcher(key, 1);
      var pairs =
          pairs(
              words(1, sketch(sketcher, SCRIPT)),
              words(2, sketch(sketcher, NEARLY)),
              words(3, sketch(sketcher, "The weather was fine and the dog slept by the door")));
      assertThat(pairs).hasSize(1);
      assertThat(pairs.getFirst().said("").kinds()).containsExactly("script");
    }
  }

  private static TextSketch sketch(TextSketcher sketcher, String text) {
    return sketcher.sketch(text, Identifiers.findIn(text, "FR"));
  }

  private static Joined words(int number, TextSketch sketch) {
    var offer = "o" + number;
    return new Joined(
        offer, number, file(number), Set.of(offer), Map.of(), List.of(sketch), List.of());
  }

  private static Joined phone(int order, int file, String index) {
    var offer = "o" + order;
    var tokens = Map.of(index, SharedKind.PHONE);
    return new Joined(
        offer, order, file(file), Set.of("person " + file), tokens, List.of(), List.of());
  }

  private static RegisterId file(int number) {
    return new RegisterId("0".repeat(16) + HexFormat.of().toHexDigits((long) number));
  }

  private static List<Comparison.Pair> pairs(Joined... joined) {
    return List.copyOf(Comparison.of(List.of(joined)));
  }
}
