package org.vigie.typeset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.vigie.kernel.Language;
import org.vigie.testkit.Trials;

class LinesTest {

  @Test
  void no_character_is_lost_and_no_line_is_too_wide() {
    var sentences = List.copyOf(Samples.SENTENCES.values());
    Trials.forAll(
        6,
        (random, size) -> {
          var words = new StringBuilder();
          for (var i = 0; i < size; i++) {
            var sentence = sentences.get(random.nextInt(sentences.size()));
            sentence.codePoints().limit(random.nextInt(40)).forEach(words::appendCodePoint);
          }
          var width = 40 + random.nextDouble() * 300;
          var broken = Lines.breakInto(Text.of("en", words.toString()), 10, false, width);
          assertThat(read(broken)).isEqualTo(Composition.written(words.toString()));
          assertThat(broken.width()).isLessThanOrEqualTo(width);
        });
  }

  @Test
  void a_number_moves_to_the_next_line_whole() {
    var text = Text.of(Language.EN, Run.of("aaaa bbbb cccc "), Run.number("+1 555 01 00"));
    var broken = Lines.breakInto(text, 10, false, 110);
    assertThat(lines(broken)).containsExactly("aaaa bbbb cccc ", "+1 555 01 00");
  }

  @Test
  void a_hash_wider_than_the_line_is_broken_anywhere() {
    var text = Text.of(Language.EN, Run.number("0123456789abcdef".repeat(4)));
    var broken = Lines.breakInto(text, 10, false, 110);
    assertThat(broken.lines().size()).isGreaterThan(2);
    assertThat(broken.width()).isLessThanOrEqualTo(110.5);
  }

  @Test
  void a_line_feed_breaks_and_an_empty_line_stays() {
    var broken = Lines.breakInto(Text.of(Language.EN, "a\n\nb"), 10, false, 110);
    assertThat(lines(broken)).containsExactly("a", "", "b");
  }

  @Test
  void right_to_left_lines_hang_their_spaces_out_at_the_left() {
    var broken = Lines.breakInto(Text.of("ug", "بارلىق ئىنسانلار تۇغۇلۇشىدىنلا"), 10, false, 80);
    assertThat(broken.rightToLeft()).isTrue();
    assertThat(broken.lines().getFirst().lead()).isPositive();
  }

  private static List<String> lines(Lines.Broken broken) {
    return broken.lines().stream().map(LinesTest::read).toList();
  }

  private static String read(Lines.Broken broken) {
    return String.join("", lines(broken));
  }

  private static String read(Line line) {
    return line.clusters().stream().map(Line.Cluster::text).collect(Collectors.joining());
  }
}
