package org.vigie.node.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vigie.kernel.RegisterId;
import org.vigie.kernel.Secret;
import org.vigie.matching.identifier.Identifiers;
import org.vigie.matching.recording.RecordingSketch;
import org.vigie.matching.text.Formula;
import org.vigie.matching.text.Fragments;
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
  private static final String SENTENCE = "grumbling walnuts seldom whistle ";

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
            "o1",
            1,
            file(1),
            Set.of("p"),
            Map.of("a", SharedKind.PHONE),
            List.of(),
            List.of(),
            "teller");
    var again =
        new Joined(
            "o2",
            2,
            file(1),
            Set.of("p"),
            Map.of("a", SharedKind.PHONE),
            List.of(),
            List.of(),
            "teller");
    var other =
        new Joined(
            "o3",
            3,
            file(2),
            Set.of("p"),
            Map.of("a", SharedKind.PHONE),
            List.of(),
            List.of(),
            "teller");
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

  @Test
  void one_account_with_many_cases_cannot_part_two_people_who_got_one_sentence() {
    try (var key = Secret.take("0123456789abcdef".getBytes(StandardCharsets.US_ASCII))) {
      var sketcher = new TextSketcher(key, 1);
      var all = new ArrayList<Joined>();
      for (var number = 0; number < 42; number++) {
        var teller = number < 2 ? "of case " + number : "one who makes cases up";
        var said = sketch(sketcher, SENTENCE + padding(number));
        all.add(told(number + 1, said, teller));
      }
      assertThat(found(Comparison.of(all.subList(0, 2)))).isTrue();
      assertThat(found(Comparison.of(all))).isTrue();
      for (var number = 2; number < 42; number++) {
        all.set(number, told(number + 1, all.get(number).script().getFirst(), "" + number));
      }
      assertThat(found(Comparison.of(all))).as("forty people are no one's doing").isFalse();
    }
  }

  @Test
  void among_ten_thousand_texts_two_accounts_cannot_part_them_either() {
    try (var key = Secret.take("0123456789abcdef".getBytes(StandardCharsets.US_ASCII))) {
      var sketcher = new TextSketcher(key, 1);
      var all = new ArrayList<Joined>();
      for (var number = 0; number < 10_040; number++) {
        var holds = number < 2 || number >= 10_000;
        var said = sketch(sketcher, (holds ? SENTENCE : "") + padding(number));
        all.add(told(number + 1, said, number < 10_000 ? "" + number : "one of two " + number % 2));
      }
      assertThat(found(Comparison.of(all))).isTrue();
      for (var number = 10_000; number < all.size(); number++) {
        var said = all.get(number).script().getFirst();
        all.set(number, told(number + 1, said, "one of three " + number % 3));
      }
      assertThat(found(Comparison.of(all))).as("three can").isFalse();
    }
  }

  /** Words that no two texts share. */
  private static String padding(int number) {
    var words = new StringBuilder();
    var random = RandomGeneratorFactory.of("L64X128MixRandom").create(number);
    for (var word = 0; word < 4; word++) {
      for (var letter = 0; letter < 7; letter++) {
        words.append((char) ('a' + random.nextInt(26)));
      }
      words.append(' ');
    }
    return words.toString();
  }

  private static boolean found(Collection<Comparison.Pair> pairs) {
    return pairs.stream()
        .anyMatch(pair -> Set.of(pair.first(), pair.second()).equals(Set.of(file(1), file(2))));
  }

  private static Joined told(int number, TextSketch sketch, String teller) {
    var offer = "o" + number;
    return new Joined(
        offer, number, file(number), Set.of(offer), Map.of(), List.of(sketch), List.of(), teller);
  }

  @Test
  void all_cases_of_a_person_are_one_voice_and_an_account_has_few() {
    var all = new ArrayList<Joined>();
    for (var number = 0; number < 20; number++) {
      all.add(phone(number, number, "a"));
    }
    assertThat(Set.copyOf(Voices.ofWords(all))).hasSize(7);
    assertThat(Set.copyOf(Voices.ofRecordings(all))).hasSize(7);
    for (var texts : List.of(0, 5000, 7500, 10_000, 1_000_000)) {
      var most = Voices.most(texts);
      assertThat(2 + 2 * most).as("two accounts").isLessThan(Formula.fewest(texts));
      assertThat(2 + 3 * most).as("three").isGreaterThanOrEqualTo(Formula.fewest(texts));
    }
    try (var key = Secret.take("0123456789abcdef".getBytes(StandardCharsets.US_ASCII))) {
      var sketch = sketch(new TextSketcher(key, 1), SCRIPT);
      var two = List.of(told(1, sketch, "one"), told(2, sketch, "two"), told(1, sketch, "three"));
      assertThat(Voices.ofWords(two)).containsExactly(0, 1, 0);
    }
  }

  @Test
  void one_account_parts_no_two_people_with_moments_of_the_call_they_got() {
    var call = heard(1, "swallow", IntStream.range(0, 1500));
    var all =
        new ArrayList<>(
            List.of(
                call,
                heard(2, "linden", moment(0)),
                heard(3, "one who knows it", moment(1)),
                heard(4, "one who knows it", moment(2))));
    assertThat(found(Comparison.of(all))).isTrue();
    all.set(3, heard(4, "another who knows it", moment(2)));
    assertThat(found(Comparison.of(all))).as("as put together of three").isFalse();
  }

  @Test
  void S_53_what_little_of_a_recording_is_in_another_makes_no_strong_link() {
    var call = heard(1, "swallow", IntStream.range(0, 1500));
    var little = pairs(call, heard(2, "linden", moment(0)));
    assertThat(little.getFirst().strength()).isEqualTo(Strength.SOME);
    var copy = pairs(call, heard(2, "linden", IntStream.range(200, 1400)));
    assertThat(copy.getFirst().strength()).isEqualTo(Strength.STRONG);
  }

  /** A hundred marks of a call, among others. */
  private static IntStream moment(int number) {
    var from = 100 * number;
    return IntStream.concat(
        IntStream.range(from, from + 100), IntStream.range(9000 + 2 * from, 9200 + 2 * from));
  }

  private static Joined heard(int number, String teller, IntStream marks) {
    var offer = "o" + number;
    var sketch = new RecordingSketch(Fragments.of(marks.toArray()));
    return new Joined(
        offer, number, file(number), Set.of(offer), Map.of(), List.of(), List.of(sketch), teller);
  }

  private static TextSketch sketch(TextSketcher sketcher, String text) {
    return sketcher.sketch(text, Identifiers.findIn(text, "FR"));
  }

  private static Joined words(int number, TextSketch sketch) {
    var offer = "o" + number;
    return new Joined(
        offer, number, file(number), Set.of(offer), Map.of(), List.of(sketch), List.of(), offer);
  }

  private static Joined phone(int order, int file, String index) {
    var offer = "o" + order;
    var tokens = Map.of(index, SharedKind.PHONE);
    return new Joined(
        offer, order, file(file), Set.of("person " + file), tokens, List.of(), List.of(), "teller");
  }

  private static RegisterId file(int number) {
    return new RegisterId("0".repeat(16) + HexFormat.of().toHexDigits((long) number));
  }

  private static List<Comparison.Pair> pairs(Joined... joined) {
    return List.copyOf(Comparison.of(List.of(joined)));
  }
}
