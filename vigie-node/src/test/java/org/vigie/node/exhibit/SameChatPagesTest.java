package org.vigie.node.exhibit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.node.TestNode;
import org.vigie.node.house.Founder;
import org.vigie.node.house.Told;

/** Two exports of one chat that were sent separately, as people meet them. */
@SuppressWarnings("NullAway.Init")
class SameChatPagesTest {

  private static final String EARLY =
      """
      13/02/2024, 10:11 - Sister: salam
      13/02/2024, 10:12 - Bright Tea: be silent
      13/02/2024, 10:13 - Bright Tea: <Media omitted>
      14/02/2024, 09:00 - Sister: who is this?
      """;
  private static final String LATE =
      """
      13/02/2024, 10:12 - Bright Tea: be silent
      13/02/2024, 10:13 - Bright Tea: IMG-1.jpg (file attached)
      14/02/2024, 09:00 - Sister: who is this?
      15/02/2024, 09:00 - Bright Tea: you know who
      15/02/2024, 09:01 - Bright Tea: think of your mother
      """;

  @TempDir static Path home;
  private static TestNode node;
  private static Founder.Person keeper;

  @BeforeAll
  static void found() {
    node = TestNode.start(home);
    keeper = Founder.found(node, "lamp keeper");
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  private static Told told(String name) {
    return Told.by(Founder.invite(node, keeper, "person", name), "somebody called");
  }

  @Test
  void the_page_says_what_is_the_same_and_shows_what_is_only_here() {
    var told = told("rush");
    Files.to(told).file("a.txt", EARLY).sent();
    var late = Files.to(told).file("b.txt", LATE).sent().getLast();
    assertThat(told.text(late))
        .contains(
            "Another export of this chat is exhibit 1: 2 messages are the same, 3 are only here.");
    var browser = told.person().browser();
    assertThat(browser.get(late).body()).contains(late + "/messages?fresh=yes");
    assertThat(told.text(late + "/messages?fresh=yes&open=page"))
        .contains("Found: 3.", "IMG-1.jpg", "you know who", "think of your mother")
        .doesNotContain("be silent", "who is this?");
    assertThat(told.text(late + "/messages?open=page")).contains("be silent");
  }

  @Test
  void contacts_count_each_message_once() {
    var told = told("sedge");
    told.incident("when.year", "2024", "when.month", "2", "when.day", "1", "channel", "call");
    Files.to(told).file("a.txt", EARLY).sent();
    assertThat(told.text("/timeline")).contains("Messages in exhibits (4)");
    Files.to(told).file("b.txt", LATE).sent();
    assertThat(told.text("/timeline")).contains("Messages in exhibits (6)");
    Files.to(told).file("c.txt", LATE).sent();
    assertThat(told.text("/timeline")).contains("Messages in exhibits (6)");
  }

  @Test
  void nobody_learns_of_an_export_in_a_case_they_cannot_read() {
    var told = told("flag");
    var theirs = Files.to(told).file("a.txt", EARLY).sent().getFirst();
    var other = told("bulrush");
    var own = Files.to(other).file("b.txt", LATE).sent().getFirst();
    assertThat(other.text(own)).doesNotContain("Another export");
    assertThat(told.text(theirs)).doesNotContain("Another export");
    assertThat(other.person().browser().get(theirs).status()).isEqualTo(404);
    assertThat(other.person().browser().get(theirs + "/messages?fresh=yes").status())
        .isEqualTo(404);
  }
}
