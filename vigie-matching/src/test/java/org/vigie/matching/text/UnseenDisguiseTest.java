package org.vigie.matching.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vigie.matching.band.BandedTextIndex;

/** Sentences of real languages in disguises that the fold was not tried on while it was made. */
class UnseenDisguiseTest {

  private static final int COPIES = 60;

  private static final List<String> LATIN =
      List.of(
          "We know where your brother works and when your mother walks home.",
          "Leave the committee before Friday or the shop will have visitors.",
          "Ton passeport ne sera pas renouvelé tant que tu parles à ces gens.",
          "On nous a demandé de te rappeler que ta sœur habite toujours là-bas.",
          "Derneğe bir daha gidersen burada kimse seni koruyamaz, bunu bil.",
          "Send us the list of guests and your father gets his pension back.");

  private static final List<String> OTHERS =
      List.of(
          "Мы знаем, где живёт твоя сестра и в какой школе учатся её дети.",
          "Если ты ещё раз выступишь на собрании, отцу не вернут паспорт.",
          "Сенің ағаңның қайда жұмыс істейтінін білеміз, үндемегенің дұрыс.",
          "ما می‌دانیم خواهرت کجا کار می‌کند، دیگر به آن انجمن نرو.",
          "سىڭلىڭنىڭ قەيەردە ئىشلەيدىغانلىقىنى بىلىمىز، يىغىلىشقا بارما.",
          "ہمیں معلوم ہے کہ تمہارا بھائی کہاں کام کرتا ہے، جلسے میں مت جانا۔",
          "我们知道你弟弟在哪里上班，周五之前退出委员会，否则后果自负。",
          "请把参加晚会的客人名单发给我们，你父亲的退休金就会恢复发放。",
          "ཁྱེད་ཀྱི་སྲིང་མོ་ལས་ཀ་གང་དུ་བྱེད་ཀྱི་ཡོད་པ་ང་ཚོས་ཤེས་ཀྱི་ཡོད། ཚོགས་འདུར་མ་འགྲོ།");

  /** Ways of writing that a phone or a web page offers. */
  enum Way {
    SCRIPT_LETTERS(true),
    CIRCLED(true),
    MONOSPACE_CAPITALS(true),
    GREEK_LETTERS(true),
    DOTS_BELOW(false),
    HYPHENATED(false),
    UNDERSCORED(false),
    VARIATION_SELECTORS(false),
    OVERRIDES(false),
    DECOMPOSED(false),
    COMPATIBILITY(false),
    IDEOGRAPHIC_SPACES(false),
    STRETCHED(false);

    private final boolean latin;

    Way(boolean latin) {
      this.latin = latin;
    }

    String write(String text, RandomGenerator random) {
      return switch (this) {
        case DECOMPOSED -> Normalizer.normalize(text, Normalizer.Form.NFKD);
        case COMPATIBILITY -> Normalizer.normalize(text, Normalizer.Form.NFKC) + "!!";
        case OVERRIDES -> "\u202B" + text.replace(" ", " \u202C\u202A") + "\u202C";
        case IDEOGRAPHIC_SPACES -> text.replace(' ', '\u3000');
        case STRETCHED -> stretched(text, random);
        default -> {
          var out = new StringBuilder();
          text.codePoints().forEach(c -> letter(c, random, out));
          yield out.toString();
        }
      };
    }

    private void letter(int c, RandomGenerator random, StringBuilder out) {
      var lower = c >= 'a' && c <= 'z';
      var letter = Character.isLetter(c);
      switch (this) {
        case SCRIPT_LETTERS -> out.appendCodePoint(lower ? 0x1D4EA + c - 'a' : c);
        case CIRCLED -> out.appendCodePoint(lower ? 0x24D0 + c - 'a' : c);
        case MONOSPACE_CAPITALS -> out.appendCodePoint(lower ? 0x1D670 + c - 'a' : c);
        case GREEK_LETTERS -> out.appendCodePoint(random.nextInt(3) == 0 ? greek(c) : c);
        case DOTS_BELOW -> out.appendCodePoint(c).append(letter ? "\u0323" : "");
        case HYPHENATED -> out.appendCodePoint(c).append(random.nextInt(3) == 0 ? "-" : "");
        case UNDERSCORED -> out.appendCodePoint(c).append(random.nextInt(4) == 0 ? "_" : "");
        case VARIATION_SELECTORS ->
            out.appendCodePoint(c).append(random.nextInt(3) == 0 ? "\uFE0E" : "");
        default -> throw new IllegalStateException(name());
      }
    }

    private static int greek(int c) {
      var at = "ovaikptu".indexOf(c);
      return at < 0 ? c : "ονɑικρτυ".charAt(at);
    }

    private static String stretched(String text, RandomGenerator random) {
      var out = new StringBuilder();
      text.codePoints()
          .forEach(c -> {
            out.appendCodePoint(c);
            if (Character.isLetter(c) && random.nextInt(12) == 0) {
              out.appendCodePoint(c).appendCodePoint(c).appendCodePoint(c);
            }
          });
      return out.toString().toUpperCase(Locale.ROOT);
    }
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void finds_a_script_however_it_is_written(Way way) {
    var random = RandomGeneratorFactory.of("L64X128MixRandom").create(71);
    var sentences = new ArrayList<>(LATIN);
    if (!way.latin) {
      sentences.addAll(OTHERS);
    }
    var matcher = new TextMatcher(BandedTextIndex::new);
    sentences.forEach(sentence -> matcher.add(TextMatcherTest.sketch(sentence)));
    var found = 0;
    for (var i = 0; i < COPIES; i++) {
      var number = i % sentences.size();
      var written = TextMatcherTest.sketch(way.write(sentences.get(number), random));
      var matches = matcher.query(written, TextMatcher.DEFAULT_THRESHOLD);
      assertThat(matches.size()).isLessThanOrEqualTo(1);
      found += matches.stream().anyMatch(match -> match.text() == number) ? 1 : 0;
    }
    assertThat(found).isGreaterThanOrEqualTo(COPIES * 97 / 100);
  }
}
