package org.vigie.node.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.node.TestNode;

class EscapingTest {

  /** The same attack in the twelve scripts of the people who write to us. */
  private static final List<String> WORDS =
      List.of(
          "appel", "ئۇيغۇر", "བོད་ཡིག", "警察來電", "警察来电", "звонок", "қоңырау", "تماس", "فون کال",
          "اتصال", "çağrı", "ཧཱུྃ");

  private static final List<String> ATTACKS =
      List.of(
          "<script>alert(1)</script>",
          "\"><img src=x onerror=alert(1)>",
          "' onfocus='alert(1)",
          "</textarea><svg onload=alert(1)>",
          "${7*7} #{7*7} @template.shell.help()",
          "javascript:alert(1)",
          "\u202Egnp.exe",
          "\u0000\u0001\u0085");

  @Test
  void S_93_what_people_write_is_shown_as_text_in_every_script(@TempDir Path home) {
    try (var node = TestNode.start(home)) {
      for (var word : WORDS) {
        for (var attack : ATTACKS) {
          var typed = word + " " + attack + " " + word + " of some length";
          var page = given(node, typed);
          assertThat(page).contains(word).doesNotContain("<script>", "<img src=x", "<svg onload");
          assertThat(page).doesNotContain("value=\"\"><img", "appel 49 ");
        }
      }
    }
  }

  @Test
  void S_93_a_text_that_turns_the_direction_stays_inside_its_own_field(@TempDir Path home) {
    try (var node = TestNode.start(home)) {
      assertThat(given(node, "\u202Egnp.exe and some more words")).contains("dir=\"auto\"");
    }
  }

  private static String given(TestNode node, String typed) {
    var member = new TestMember();
    var browser = member.in(node, Set.of(Role.PERSON));
    browser.post("/pause", "_from", "/probe/text", "told", typed, "short", "\"><img src=x>");
    var again = member.in(node, Set.of(Role.PERSON));
    var page = again.get("/kept").body();
    again.post("/kept/drop");
    return page;
  }
}
