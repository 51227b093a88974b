package org.vigie.matching.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.vigie.matching.band.BandedTextIndex;

/**
 * Somebody sends one script over and over, to slow the search or to make the script look common.
 */
class FloodTest {

  private static final Corpus.Script SCRIPT = Corpus.Script.LATIN;
  private static final int FLOOD = 3000;

  /** The last one counts a sample of what this test adds, as others do of very many. */
  private static final List<Supplier<TextIndex>> INDEXES =
      List.of(ExactTextIndex::new, BandedTextIndex::new, () -> BandedTextIndex.gathering(256));

  private final Corpus corpus = new Corpus(41);
  private final List<String> vocabulary = corpus.vocabulary(SCRIPT);
  private final List<String> script = corpus.message(vocabulary, 22);

  private TextSketch own(int words) {
    return TextMatcherTest.sketch(Corpus.text(SCRIPT, corpus.message(vocabulary, words)));
  }

  private TextSketch copy(Rewording kind) {
    return TextMatcherTest.sketch(kind.apply(corpus, SCRIPT, script, vocabulary));
  }

  @Test
  void copies_in_any_disguise_are_one_document() {
    var index = new BandedTextIndex();
    for (var i = 0; i < FLOOD; i++) {
      var kind = i % 2 == 0 ? Rewording.WITH_INVISIBLE : Rewording.SHOUTED;
      index.add(copy(kind).letters());
    }
    assertThat(index.size()).isEqualTo(1);
  }

  @Test
  void variants_do_not_make_a_script_look_like_a_greeting() {
    for (var index : INDEXES) {
      var matcher = new TextMatcher(index);
      var first = matcher.add(copy(Rewording.COPIED));
      for (var i = 0; i < 300; i++) {
        matcher.add(own(20));
      }
      var reworded = copy(Rewording.REWORDED_A_FIFTH);
      var before = score(matcher, reworded, first);
      assertThat(before).isGreaterThan(TextMatcher.DEFAULT_THRESHOLD);
      for (var i = 0; i < FLOOD / 5; i++) {
        var words = new ArrayList<>(script);
        words.addAll(corpus.message(vocabulary, 3));
        matcher.add(TextMatcherTest.sketch(Corpus.text(SCRIPT, words)));
      }
      var after = score(matcher, reworded, first);
      assertThat(after).isGreaterThan(0.95 * before);
    }
  }

  /** A sentence within texts that differ otherwise, brought over and over by one account. */
  @Test
  void one_owner_cannot_make_a_sentence_look_like_a_formula() {
    var words = vocabulary.stream().filter(word -> word.length() == 8).limit(4).toList();
    var sentence = Corpus.text(SCRIPT, words);
    for (var index : INDEXES) {
      var matcher = new TextMatcher(index);
      for (var i = 0; i < 300; i++) {
        matcher.add(own(20));
      }
      var first = matcher.add(within(sentence), 1);
      var asked = within(sentence);
      matcher.add(asked, 2);
      var before = score(matcher, asked, first);
      assertThat(before).isGreaterThan(TextMatcher.DEFAULT_THRESHOLD);
      for (var i = 0; i < FLOOD / 10; i++) {
        matcher.add(within(sentence), 0);
      }
      var after = score(matcher, asked, first);
      assertThat(after).isGreaterThan(0.95 * before);
      for (var i = 0; i < 30; i++) {
        matcher.add(within(sentence), 3 + i);
      }
      assertThat(score(matcher, asked, first)).as("of thirty people it is one").isZero();
    }
  }

  private TextSketch within(String sentence) {
    return TextMatcherTest.sketch(
        sentence + " " + Corpus.text(SCRIPT, corpus.message(vocabulary, 5)));
  }

  private static double score(TextMatcher matcher, TextSketch asked, int text) {
    matcher.settle();
    return matcher.query(asked, TextMatcher.DEFAULT_THRESHOLD).stream()
        .filter(match -> match.text() == text)
        .mapToDouble(TextMatch::score)
        .findFirst()
        .orElse(0);
  }

  @Test
  void S_50_a_stolen_sketch_without_the_key_cannot_test_a_guess() {
    var guess = Corpus.text(SCRIPT, script);
    var stolen = TextMatcherTest.sketch(guess);
    var chance = 0;
    for (var key = 2; key < 42; key++) {
      var tried = TextMatcherTest.sketcher((byte) key).sketch(guess, List.of());
      assertThat(tried.letters().size()).isEqualTo(stolen.letters().size());
      chance += tried.letters().shared(stolen.letters());
      assertThat(tried.letters()).isNotEqualTo(stolen.letters());
    }
    assertThat(chance).isZero();
  }

  @Test
  void S_50_an_epoch_later_nothing_can_be_compared() {
    var guess = Corpus.text(SCRIPT, script);
    try (var key = org.vigie.kernel.Secret.take(new byte[32])) {
      var one = new TextSketcher(key, 1).sketch(guess, List.of());
      var two = new TextSketcher(key, 2).sketch(guess, List.of());
      assertThat(one.letters().shared(two.letters())).isZero();
      assertThat(one.letters().shared(one.sounds())).isZero();
    }
  }
}
