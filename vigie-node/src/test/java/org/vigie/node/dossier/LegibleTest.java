package org.vigie.node.dossier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vigie.evidence.redaction.RedactionRefused;
import org.vigie.evidence.redaction.TextRedaction;
import org.vigie.node.exhibit.CoverPlan;

/** What a covered copy of words keeps, and that nothing under a bar stays in it. */
class LegibleTest {

  private static final String MESSAGES =
      """
      {"n":1,"line":1,"time_raw":"13/02/2024, 10:11","author":"Sister","kind":"text","text":"the school is called Mulberry\\nand it is near","media":null}
      {"n":2,"line":3,"time_raw":"13/02/2024, 10:12","author":"Bright Tea","kind":"text","text":"stop","media":null}
      {"n":3,"line":4,"time_raw":"13/02/2024, 10:13","author":"Bright Tea","kind":"media","text":"","media":"voice.opus"}
      {"n":4,"line":5,"time_raw":"13/02/2024, 10:14","author":null,"kind":"text","text":"I wait","media":null,"flags":["outgoing"]}
      {"n":5,"line":6,"time_raw":"13/02/2024, 10:15","author":null,"kind":"text","text":"I go","media":null,"flags":["outgoing","unsent"]}
      {"n":6,"line":7,"time_raw":"13/02/2024, 10:16","author":null,"kind":"system","text":"joined","media":null}
      """;

  @Test
  void covers_a_message_whole_with_its_sender_and_all_its_lines() throws RedactionRefused {
    var copy = covered(Legible.messages(MESSAGES.getBytes(UTF_8), key -> key), Set.of(0));
    assertThat(copy)
        .startsWith(TextRedaction.BAR + " (covered)\n")
        .contains("13/02/2024, 10:12 · Bright Tea\nstop\n")
        .contains("voice.opus")
        .doesNotContain("Mulberry", "near", "Sister", "10:11");
  }

  @Test
  void says_what_the_owner_of_the_device_wrote_and_what_may_never_have_been_sent()
      throws RedactionRefused {
    var copy =
        covered(Legible.messages(MESSAGES.getBytes(UTF_8), key -> "<" + key + ">"), Set.of());
    assertThat(copy)
        .contains("13/02/2024, 10:14 · <exhibit.message.owner>\nI wait\n")
        .contains("10:15 · <exhibit.message.owner> · <exhibit.flag.unsent>\nI go\n")
        .contains("13/02/2024, 10:16\njoined\n");
  }

  @Test
  void shows_one_bar_for_a_run_so_that_nobody_can_count_what_is_gone() throws RedactionRefused {
    var one = covered(Legible.lines("a\nb\nc\nd\n".getBytes(UTF_8)), Set.of(1));
    var two = covered(Legible.lines("a\nb\nc\nd\n".getBytes(UTF_8)), Set.of(1, 2));
    assertThat(one).isEqualTo("a\n" + TextRedaction.BAR + " (covered)\nc\nd\n");
    assertThat(two).isEqualTo("a\n" + TextRedaction.BAR + " (covered)\nd\n");
  }

  @Test
  void keeps_empty_lines_in_their_place() throws RedactionRefused {
    assertThat(covered(Legible.lines("a\n\nb\n".getBytes(UTF_8)), Set.of(2)))
        .isEqualTo("a\n\n" + TextRedaction.BAR + " (covered)\n");
  }

  @Test
  void reads_numbers_as_people_write_them() {
    assertThat(CoverPlan.numbers("1-3, 7; 9–10 x 5-", 9)).isEqualTo(List.of(1, 2, 3, 7, 9));
    assertThat(CoverPlan.of("nonsense")).isEqualTo(CoverPlan.NOTHING);
    assertThat(Covering.millis("1:12,5")).isEqualTo(72_500);
    assertThat(Covering.millis("soon")).isEqualTo(-1);
  }

  @Test
  void cuts_every_script_into_passages_that_make_the_text_again() {
    for (var text :
        List.of(
            "One. Two! Three?\nFour",
            "我们知道你住在哪里。闭嘴。",
            "ང་ལ་ཁ་པར་བཏང་བྱུང་།".repeat(30),
            "خاموش رہو۔ ورنہ!",
            "\n\n",
            "",
            "\uD83D\uDD25".repeat(200))) {
      var passages = Passages.of(text);
      assertThat(String.join("", passages)).isEqualTo(text);
      assertThat(passages).allMatch(passage -> passage.length() <= 162);
    }
    assertThat(Passages.of("One. Two!")).hasSize(2);
  }

  private static String covered(Legible words, Set<Integer> covered) throws RedactionRefused {
    return new String(words.covered(covered, "(covered)"), UTF_8);
  }
}
