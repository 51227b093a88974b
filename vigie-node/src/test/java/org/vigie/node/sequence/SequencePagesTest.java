package org.vigie.node.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.node.TestNode;
import org.vigie.node.house.Founder;
import org.vigie.node.house.Told;

@SuppressWarnings("NullAway.Init")
class SequencePagesTest {

  @TempDir static Path folder;
  private static TestNode node;
  private static Founder.Person keeper;

  @BeforeAll
  static void found() {
    node = TestNode.start(folder);
    keeper = Founder.found(node, "keeper");
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  private static Told told(String name) {
    return Told.by(Founder.invite(node, keeper, "person", name), "Somebody came to my parents");
  }

  private static String incident(Told told, String year, String month, String act, String... more) {
    var fields = new ArrayList<>(List.of("act", act));
    if (!year.isEmpty()) {
      fields.addAll(List.of("when.year", year, "when.month", month));
    }
    fields.addAll(List.of(more));
    return told.incident(fields.toArray(String[]::new));
  }

  private static String visited(Told told, String year, String month) {
    return incident(
        told, year, month, "proxy-relative-questioned", "target", "relative", "demand", "data");
  }

  private static String questions(Told told, String year, String month) {
    return incident(
        told,
        year,
        month,
        "proxy-relayed-message",
        "channel",
        "through-relatives",
        "demand",
        "data");
  }

  @Test
  void S3_15_warn_at_step_one_and_two_with_reasons_and_other_explanations() {
    var told = told("alder");
    var first = visited(told, "2026", "1");
    assertThat(told.text("/sequence"))
        .contains("This order was seen in other accounts before a direct contact")
        .contains("Relatives were approached.")
        .contains("No direct contact is written down.")
        .contains("A visit or summons that concerned something else")
        .contains("Other families, with nobody abroad, had the same visit.")
        .contains("Decide now, in quiet, what to do if somebody unknown calls")
        .contains("January 2026");
    questions(told, "2026", "3");
    assertThat(told.text("/sequence"))
        .contains("Odd questions come through relatives")
        .contains("No direct contact is written down.")
        .contains("most often goes on with: Somebody makes direct contact");
    assertThat(told.person().browser().get(told.base() + "/sequence").body())
        .contains("href=\"" + first + "\"");
    assertThat(told.text("")).contains("2 steps that other accounts also describe. A hypothesis.");
  }

  @Test
  void S3_8_show_the_family_step_and_the_silence_before_a_first_message_a_year_later() {
    var told = told("birch");
    incident(told, "2026", "3", "surveil-knowledge", "target", "person", "channel", "text-message");
    visited(told, "2024", "11");
    var page = told.text("/sequence");
    assertThat(page)
        .contains("resembles an order that other accounts describe")
        .doesNotContain("No direct contact is written down.");
    assertThat(page.indexOf("Relatives are approached")).isLessThan(page.indexOf("A long silence"));
    assertThat(page.indexOf("A long silence"))
        .isLessThan(page.indexOf("Somebody makes direct contact"));
  }

  @Test
  void S2_1_say_nothing_of_an_order_where_there_is_one_demand_alone() {
    var told = told("cedar");
    incident(told, "2026", "1", "recruit-informant", "target", "person", "demand", "spying");
    assertThat(told.text("/sequence"))
        .contains("nothing can be said about an order")
        .contains("not a sign of safety, nor of danger");
    assertThat(told.text("")).contains("Nothing can be said from what is written here.");
  }

  @Test
  void S3_17_advise_another_line_where_relatives_were_asked_for_a_number_before_messages_begin() {
    var told = told("hazel");
    questions(told, "2026", "3");
    assertThat(told.text("/sequence"))
        .contains("take your number and your accounts as known")
        .contains("Keep the old one: what comes there is evidence.");
    incident(told, "2026", "5", "threat-barrage", "target", "person", "channel", "text-message");
    var page = told.text("/sequence");
    assertThat(page).contains("take your number and your accounts as known");
    assertThat(page.indexOf("Odd questions come through relatives"))
        .isLessThan(page.indexOf("Somebody makes direct contact"));
    var other = told("holly");
    incident(other, "2026", "1", "proxy-relative-questioned", "target", "relative");
    assertThat(other.text("/sequence")).doesNotContain("take your number and your accounts");
  }

  @Test
  void S3_29_put_danger_first_where_we_can_find_you_follows_a_demand() {
    var told = told("rowan");
    incident(told, "2026", "4", "recruit-data", "target", "person", "demand", "data");
    incident(told, "2026", "5", "threat-reach", "target", "person");
    var page = told.text("/sequence");
    assertThat(page.indexOf("Something is demanded"))
        .isPositive()
        .isLessThan(page.indexOf("Harm is announced"));
    assertThat(page.indexOf("Somebody says they can find you"))
        .isPositive()
        .isLessThan(page.indexOf("Nobody has to answer"));
    assertThat(page).contains("call 112 and go where people are");
    var quieter = told("sorrel");
    incident(quieter, "2026", "4", "recruit-data", "target", "person", "demand", "data");
    incident(quieter, "2026", "5", "threat", "target", "person");
    assertThat(quieter.text("/sequence")).doesNotContain("Somebody says they can find you");
  }

  @Test
  void leave_without_a_place_what_has_no_date() {
    var told = told("dogwood");
    visited(told, "2026", "1");
    incident(told, "", "", "threat-silence", "target", "person", "demand", "silence");
    assertThat(told.text("/sequence"))
        .contains("Without a place in the order, because the date is not known well enough")
        .contains("A demand can be left without an answer.")
        .doesNotContain("No direct contact is written down.");
  }

  @Test
  void are_for_nobody_but_those_who_read_the_case() {
    var told = told("elder");
    visited(told, "2026", "1");
    assertThat(keeper.browser().get(told.base() + "/sequence").status()).isEqualTo(404);
    var other = Founder.invite(node, keeper, "person", "fir");
    assertThat(other.browser().get(told.base() + "/sequence").status()).isEqualTo(404);
  }

  @Test
  void read_in_french() {
    var told = told("gorse");
    visited(told, "2026", "1");
    told.person().browser().get("/language/fr?to=" + told.base() + "/sequence");
    assertThat(told.text("/sequence"))
        .contains("Cet ordre a été observé dans d’autres récits avant un contact direct.")
        .contains("Une visite ou une convocation pour autre chose")
        .contains("janvier 2026");
  }
}
