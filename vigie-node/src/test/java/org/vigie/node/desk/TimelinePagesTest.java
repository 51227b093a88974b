package org.vigie.node.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.node.TestNode;
import org.vigie.node.house.Founder;
import org.vigie.node.house.Told;

@SuppressWarnings("NullAway.Init")
class TimelinePagesTest {

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
    return Told.by(Founder.invite(node, keeper, "person", name), "Somebody called me");
  }

  private static void on(Told told, String month, String day, String... fields) {
    var all =
        new java.util.ArrayList<>(java.util.List.of("when.year", "2025", "when.month", month));
    all.addAll(java.util.List.of("when.day", day));
    all.addAll(java.util.List.of(fields));
    told.incident(all.toArray(String[]::new));
  }

  @Test
  void S0_5_show_through_whom_words_came_by_handles_alone() {
    var told = told("alder");
    on(
        told,
        "3",
        "2",
        "act",
        "proxy-relayed-message",
        "channel",
        "through-relatives",
        "intermediaries",
        "mother, who heard it from an aunt");
    assertThat(told.text("/timeline"))
        .contains("2 March 2025")
        .contains("Through relatives · through mother, who heard it from an aunt");
  }

  @Test
  void show_contacts_and_the_silences_between_as_list_and_table() {
    var told = told("birch");
    on(told, "1", "15", "number", "+852 5555 0187", "channel", "call");
    on(told, "1", "29", "number", "+852 5555 0187", "channel", "call");
    on(told, "3", "1", "channel", "email");
    var page = told.text("/timeline");
    assertThat(page)
        .contains("15 January 2025")
        .contains("+852 5555 0187")
        .contains("30 days of silence")
        .contains("The same as a table")
        .contains("Silence of 30 days")
        .doesNotContain("13 days of silence");
    assertThat(told.person().browser().get(told.base() + "/timeline").body())
        .contains("alt=\"Timeline of contacts from 15 January 2025");
  }

  @Test
  void claim_no_silence_where_a_contact_may_hide() {
    var told = told("cedar");
    on(told, "1", "1", "channel", "call");
    told.incident("when.year", "2025", "when.month", "3", "channel", "letter");
    on(told, "5", "1", "channel", "call");
    told.incident("when.year", "2024", "channel", "in-person");
    var page = told.text("/timeline");
    assertThat(page)
        .contains("58 days of silence")
        .contains("30 days of silence")
        .doesNotContain("119 days of silence")
        .contains("March 2025")
        .contains("One contact is not dated well enough to be drawn; a silence may hide it.");
  }

  @Test
  void take_an_estimated_day_for_the_week_around_it() {
    var told = told("ash");
    on(told, "1", "1", "channel", "call");
    on(told, "2", "10", "when.about", "yes", "channel", "call");
    assertThat(told.text("/timeline"))
        .contains("about 10 February 2025")
        .contains("36 days of silence")
        .doesNotContain("39 days of silence");
  }

  @Test
  void show_one_kind_of_contact_alone() {
    var told = told("dogwood");
    on(told, "1", "1", "channel", "call");
    on(told, "2", "1", "channel", "letter", "whenNote", "the day of the frost");
    assertThat(told.text("/timeline?kind=call"))
        .contains("1 January 2025")
        .doesNotContain("the day of the frost");
  }

  @Test
  void S_33_draw_for_readers_of_the_case_alone_and_leave_no_copy_behind() {
    var told = told("elder");
    on(told, "1", "1", "channel", "call");
    var picture = told.person().browser().get(told.base() + "/timeline.png?screen=phone");
    assertThat(picture.header("Content-Type")).isEqualTo("image/png");
    assertThat(picture.header("Cache-Control")).isEqualTo("no-store");
    var stranger = Founder.invite(node, keeper, "person", "fir").browser();
    assertThat(stranger.get(told.base() + "/timeline.png").status()).isEqualTo(404);
    assertThat(stranger.get(told.base() + "/timeline").status()).isEqualTo(404);
  }

  @Test
  void say_calmly_what_could_come_next() {
    var told = told("gorse");
    assertThat(told.text("")).contains("One question needs an answer");
    told.text("/consent");
    told.person().browser().post(told.base() + "/consent", "answer.keep", "later");
    assertThat(told.text("")).contains("write down one thing that happened");
    told.incident("channel", "call");
    assertThat(told.text("")).contains("So far only you can read this.");
  }

  @Test
  void S1_14_keep_a_name_for_each_kind_of_paper() {
    var told = told("hazel");
    told.text("/names");
    told.person()
        .browser()
        .post(told.base() + "/names", "pseudonym", "swallow", "name.press", "H. of the lamp");
    var page = told.person().browser().get(told.base() + "/names").body();
    assertThat(page).contains("value=\"swallow\"").contains("value=\"H. of the lamp\"");
    assertThat(told.text("")).contains("swallow").doesNotContain("H. of the lamp");
  }
}
