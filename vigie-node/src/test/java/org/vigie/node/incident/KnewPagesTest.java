package org.vigie.node.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.node.TestNode;
import org.vigie.node.house.Founder;
import org.vigie.node.house.Told;

/** What a caller showed to know, and forms that relatives were told to fill in. */
@SuppressWarnings("NullAway.Init")
class KnewPagesTest {

  @TempDir static Path home;
  private static TestNode node;
  private static Founder.Person keeper;
  private static Told told;

  @BeforeAll
  static void found() {
    node = TestNode.start(home);
    keeper = Founder.found(node, "lamp keeper");
    told = Told.by(Founder.invite(node, keeper, "person", "swallow"), "Somebody called");
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @Test
  void S2_5_what_the_caller_knew_is_a_list_and_says_who_could_know_it_before() {
    var browser = told.person().browser();
    var incident = told.incident("act", "surveil-knowledge", "channel", "call");
    assertThat(told.text(incident)).contains("Nothing is written down of what they knew.");
    var list = incident + "/knew";
    browser.get(list);
    browser.post(list, "words", "The street of my school", "subject", "school", "reach", "few");
    browser.get(list);
    browser.post(list, "words", "That I spoke at the café", "reach", "public");
    browser.get(list);
    browser.post(list, "words", "");
    assertThat(told.text(list))
        .contains("The street of my school", "School or studies", "A few people knew")
        .contains("That I spoke at the café", "Anybody could read or see it")
        .contains("write no names here");
    assertThat(told.text(incident))
        .contains("What they knew", "The street of my school", "A few people knew");

    var withdraw = Pattern.compile("action=\"(" + list + "/[0-9a-f]{16}/withdraw)\"");
    var first = withdraw.matcher(browser.get(list).body());
    assertThat(first.find()).isTrue();
    browser.post(first.group(1));
    assertThat(told.text(incident))
        .doesNotContain("The street of my school")
        .contains("That I spoke at the café");
  }

  @Test
  void S2_5_correcting_the_incident_keeps_the_list() {
    var browser = told.person().browser();
    var incident = told.incident("act", "surveil-knowledge", "original", "I know where you live");
    browser.get(incident + "/knew");
    browser.post(incident + "/knew", "words", "My door code");
    browser.get(incident + "/edit");
    browser.post(incident, "act", "surveil-knowledge", "original", "I know where you sleep");
    assertThat(told.text(incident)).contains("where you sleep", "My door code");
  }

  @Test
  void S2_5_the_list_of_another_case_is_not_there() {
    var incident = told.incident("act", "surveil-knowledge");
    var stranger = Founder.invite(node, keeper, "person", "rook");
    assertThat(stranger.browser().get(incident + "/knew").status()).isEqualTo(404);
  }

  @Test
  void S3_16_a_form_that_relatives_had_to_fill_in_is_kept_with_what_it_asked() {
    var browser = told.person().browser();
    var incident =
        told.incident(
            "act", "proxy-relative-questioned",
            "target", "relative",
            "formFrom", "men from the office",
            "formAsked", "school",
            "formAsked", "status",
            "formAsked", "departure",
            "formFilled", "partly",
            "formAnswered", "only the year");
    assertThat(told.text(incident))
        .contains(
            "Relatives questioned or visited",
            "A form to fill in",
            "men from the office",
            "claimed, not verified",
            "School or studies",
            "Papers, residence, asylum",
            "How and when somebody left",
            "The form was filled in in part.",
            "only the year");
    var edit = browser.get(incident + "/edit").body();
    assertThat(edit)
        .contains("value=\"men from the office\"")
        .containsPattern("name=\"formAsked\" value=\"departure\" checked")
        .doesNotContainPattern("name=\"formAsked\" value=\"health\" checked");
    assertThat(browser.get(incident + "?lang=fr").status()).isEqualTo(200);
  }

  @Test
  void S3_16_nothing_is_said_of_a_form_where_there_was_none() {
    var incident = told.incident("act", "proxy-relative-questioned", "target", "relative");
    assertThat(told.text(incident)).doesNotContain("A form to fill in");
  }
}
