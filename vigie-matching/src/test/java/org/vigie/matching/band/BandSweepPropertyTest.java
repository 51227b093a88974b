package org.vigie.matching.band;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vigie.matching.text.Fragments;
import org.vigie.matching.text.Overlap;
import org.vigie.matching.text.Questions;
import org.vigie.matching.text.SomeFragments;
import org.vigie.matching.text.TextIndex;
import org.vigie.testkit.Trials;

class BandSweepPropertyTest {

  /** Fewer are not looked for at once. */
  private static final int ENOUGH = 300;

  @Test
  void looking_for_all_at_once_finds_what_one_question_after_the_other_finds() {
    Trials.forAll(
        40,
        (random, size) -> {
          var texts = Texts.some(random, ENOUGH + size);
          var threshold = 0.4 + random.nextDouble() * 0.6;
          var reader = texts.index.reader();
          var finding = reader.expect(texts, threshold);
          assertThat(finding).isNotNull();
          var alone = texts.index.reader();
          for (var who = 0; who < texts.size(); who++) {
            var expected = texts.query(alone, who, threshold, false);
            assertThat(texts.query(reader, who, threshold, true)).isEqualTo(expected);
            assertThat(finding.get(who) || expected.isEmpty()).isTrue();
          }
        });
  }

  @Test
  void questions_that_go_to_several_indexes_find_in_each_what_they_ask_for_there() {
    Trials.forAll(
        6,
        (random, size) -> {
          var one = Texts.some(random, 2 * ENOUGH + size);
          var other = Texts.some(random, 2 * ENOUGH + size);
          var threshold = 0.4 + random.nextDouble() * 0.6;
          var asked = new Questions(one.size(), one::fragments);
          for (var texts : List.of(one, other)) {
            texts.questions = Optional.of(asked);
            texts.silence(random, one.size());
            var reader = texts.index.reader();
            var finding = reader.expect(texts, threshold);
            assertThat(finding).isNotNull();
            var alone = texts.index.reader();
            for (var who = 0; who < one.size(); who++) {
              if (texts.asks(who)) {
                var expected = texts.query(alone, one.fragments(who), who, threshold, false);
                var found = texts.query(reader, one.fragments(who), who, threshold, true);
                assertThat(found).isEqualTo(expected);
                assertThat(finding.get(who) || expected.isEmpty()).isTrue();
              }
            }
          }
        });
  }

  @Test
  void a_flood_is_not_kept_and_found_all_the_same() {
    var random = RandomGenerator.of("L64X128MixRandom");
    var texts = new Texts();
    for (var script = 0; script < 8; script++) {
      texts.addVariants(SomeFragments.some(random, 90, 1 << 30), 900);
    }
    texts.index.settle();
    var reader = texts.index.reader();
    assertThat(reader.expect(texts, 0.7)).isNull();
    assertThat(texts.query(reader, 0, 0.7, true)).hasSize(899);
  }

  @Test
  void a_flood_of_some_keeps_nobody_else_from_being_found_at_once() {
    var random = RandomGenerator.of("L64X128MixRandom");
    var script = SomeFragments.some(random, 90, 1 << 30);
    var texts = new Texts();
    texts.addVariants(script, 2400);
    var other = SomeFragments.some(random, 60, 1 << 30);
    texts.add(other);
    texts.add(Fragments.of(Arrays.copyOf(other.tokens(), 55)));
    texts.add(SomeFragments.some(random, 60, 1 << 30));
    texts.index.settle();
    var reader = texts.index.reader();
    var finding = reader.expect(texts, 0.7);
    assertThat(finding).isNotNull();
    assertThat(finding.get(0)).isTrue();
    assertThat(finding.get(texts.size() - 1)).isFalse();
    assertThat(texts.query(reader, 0, 0.7, true)).hasSize(2399);
    assertThat(texts.query(reader, texts.size() - 3, 0.7, true)).hasSize(1);
    assertThat(texts.query(reader, texts.size() - 1, 0.7, true)).isEmpty();
  }

  @Test
  void below_some_threshold_and_for_few_nothing_is_looked_for_at_once() {
    var random = RandomGenerator.of("L64X128MixRandom");
    var many = Texts.some(random, ENOUGH);
    assertThat(many.index.reader().expect(many, 0.3)).isNull();
    var few = Texts.some(random, 100);
    assertThat(few.index.reader().expect(few, 0.5)).isNull();
  }

  /** Texts in a row, some of them twice, each asking for later ones. */
  private static final class Texts implements TextIndex.Several {

    private final BandedTextIndex index = BandedTextIndex.gathering();
    private final List<Integer> documents = new ArrayList<>();
    private final List<Integer> firsts = new ArrayList<>();
    private final List<Integer> lasts = new ArrayList<>();
    private final BitSet silent = new BitSet();
    private Optional<Questions> questions = Optional.empty();

    /** One in eight is long, some of them longer than an outline tells, with shortened copies. */
    static Texts some(RandomGenerator random, int size) {
      var texts = new Texts();
      var sets = new ArrayList<>(SomeFragments.sets(random, size));
      for (var i = 0; i < size; i += 8) {
        var set = SomeFragments.some(random, 60 + random.nextInt(400), Integer.MAX_VALUE);
        sets.set(i, set);
        sets.set(i + random.nextInt(Math.min(8, size - i)), SomeFragments.changed(set, random));
        var part = Arrays.copyOf(set.tokens(), set.size() / (1 + random.nextInt(3)));
        sets.set(random.nextInt(size), Fragments.of(part));
      }
      for (var i = 0; i < size; i++) {
        texts.add(sets.get(random.nextInt(8) == 0 ? random.nextInt(sets.size()) : i % sets.size()));
      }
      texts.index.settle();
      return texts;
    }

    void addVariants(Fragments script, int count) {
      for (var copy = 0; copy < count; copy++) {
        var tokens = script.tokens();
        tokens[copy % tokens.length] = -1 - documents.size();
        add(Fragments.of(tokens));
      }
    }

    void add(Fragments fragments) {
      var document = index.add(fragments);
      if (document == firsts.size()) {
        firsts.add(documents.size());
        lasts.add(documents.size());
      }
      lasts.set(document, documents.size());
      documents.add(document);
    }

    /** About a third ask nothing of this index. */
    void silence(RandomGenerator random, int size) {
      silent.clear();
      IntStream.range(0, size).filter(who -> random.nextInt(3) == 0).forEach(silent::set);
    }

    List<Overlap> query(TextIndex.Reader reader, int who, double threshold, boolean expected) {
      return query(reader, fragments(who), who, threshold, expected);
    }

    List<Overlap> query(
        TextIndex.Reader reader, Fragments asked, int who, double threshold, boolean expected) {
      return expected
          ? reader.queryExpected(asked, threshold, document -> lasts.get(document) > who)
          : reader.query(asked, threshold, document -> lasts.get(document) > who);
    }

    int size() {
      return documents.size();
    }

    Fragments fragments(int who) {
      return index.fragments(documents.get(who));
    }

    @Override
    public Questions questions() {
      return questions.orElseGet(() -> new Questions(size(), this::fragments));
    }

    @Override
    public boolean asks(int who) {
      return !silent.get(who);
    }

    @Override
    public int from(int who) {
      return (int) firsts.stream().filter(first -> first <= who).count();
    }

    @Override
    public boolean again(int document) {
      return lasts.get(document) > firsts.get(document);
    }
  }
}
