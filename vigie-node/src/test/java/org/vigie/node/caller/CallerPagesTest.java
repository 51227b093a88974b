package org.vigie.node.caller;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.node.TestNode;
import org.vigie.node.house.Founder;
import org.vigie.node.house.Told;

@SuppressWarnings("NullAway.Init")
class CallerPagesTest {

  private static final Pattern CALLER = Pattern.compile("/callers/([0-9a-f]{16})\"");

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

  private static List<String> callers(Told told) {
    var page = told.person().browser().get(told.base() + "/callers").body();
    return CALLER.matcher(page).results().map(found -> found.group(1)).distinct().toList();
  }

  @Test
  void S2_1_keep_a_claim_as_a_claim_beside_the_number_it_came_with() {
    var told = told("alder");
    var incident =
        told.incident(
            "act",
            "recruit-informant",
            "when.year",
            "2026",
            "when.month",
            "1",
            "when.day",
            "15",
            "claimedSender",
            "an official of the bureau",
            "demand",
            "spying",
            "number",
            "+852 5555 0187");
    assertThat(told.text(incident)).contains("an official of the bureau claimed, not verified");
    var caller = told.text("/callers/" + callers(told).getFirst());
    assertThat(caller)
        .contains("What was claimed an official of the bureau claimed, not verified")
        .contains("15 January 2026");
  }

  @Test
  void S3_13_tell_the_plan_of_a_number_and_leave_the_rest_unknown() {
    var told = told("birch");
    told.incident("number", "+852 5555 0187\n+33 1 99 00 12 34");
    assertThat(told.text("/callers/" + callers(told).get(1)))
        .contains("France, by its numbering plan; the caller may be anywhere")
        .contains("Fixed line, per numbering plan");
    var caller = told.text("/callers/" + callers(told).getFirst());
    assertThat(caller)
        .contains("Hong Kong SAR China, by its numbering plan; the caller may be anywhere")
        .contains("Line type unknown")
        .contains("it may be forged or mistyped")
        .contains("Whether it is in use is unknown")
        .contains("A Hong Kong code does not show that the caller is in Hong Kong")
        .contains("A displayed number can be forged")
        .contains("Do not call it back")
        .doesNotContain("tel:+852");
  }

  @Test
  void S3_13_keep_what_was_seen_of_its_use_and_why_it_may_be_forged() {
    var told = told("cedar");
    told.incident("number", "+852 5555 0188");
    var path = "/callers/" + callers(told).getFirst();
    told.text(path + "/edit");
    told.person()
        .browser()
        .post(
            told.base() + path,
            "raw",
            "+852 5555 0188",
            "platform",
            "whatsapp",
            "displayedName",
            "陈队长",
            "state",
            "not-in-use",
            "on.year",
            "2026",
            "on.month",
            "3",
            "spoof",
            "rang while its owner sat beside me");
    assertThat(told.text(path))
        .contains("It was no longer in use, as far as was seen · March 2026")
        .contains("rang while its owner sat beside me")
        .contains("陈队长 a name that was shown");
  }

  @Test
  void know_one_number_in_every_national_writing() {
    var told = told("dogwood");
    told.incident("number", "06 39 98 40 17\n+33 6 39 98 40 17", "numberRegion", "FR");
    told.incident("number", "0033639984017");
    assertThat(callers(told)).hasSize(1);
    var caller = told.text("/callers/" + callers(told).getFirst());
    assertThat(caller)
        .contains("Ways it was written 06 39 98 40 17 +33 6 39 98 40 17 0033639984017")
        .contains("In international form +33639984017");
  }

  @Test
  void keep_as_words_what_is_no_number_and_say_so() {
    var told = told("elder");
    var incident = told.incident("number", "the man from the bureau\n06 39 98 40 17");
    assertThat(told.text(incident))
        .contains("the man from the bureau")
        .contains("it is kept as written and is not compared")
        .contains("Say in which country this number was written");
    assertThat(callers(told)).hasSize(2);
  }

  @Test
  void never_take_two_hidden_numbers_for_one() {
    var told = told("fir");
    told.incident("number", "Numéro masqué");
    told.incident("number", "Numéro masqué");
    assertThat(callers(told)).hasSize(2);
    assertThat(told.text("/callers/" + callers(told).getFirst()))
        .contains("The number was hidden; nothing is known of it")
        .contains("A hidden number does not show that the caller chose to hide.");
  }

  @Test
  void read_two_records_as_one_caller_and_take_them_apart_without_losing_any() {
    var told = told("gorse");
    told.incident("number", "+852 5555 0191\n@lamp_officer");
    var both = callers(told);
    var path = told.base() + "/callers/" + both.getFirst();
    told.text(path);
    told.person().browser().post(path + "/join", "other", both.get(1), "basis", "the same voice");
    assertThat(callers(told)).hasSize(1);
    assertThat(told.text("/callers/" + both.get(1)))
        .contains("+852 5555 0191")
        .contains("@lamp_officer")
        .contains("the same voice");
    told.person().browser().post(path + "/apart", "one", both.getFirst(), "other", both.get(1));
    assertThat(callers(told)).containsExactlyElementsOf(both);
  }

  @Test
  void stay_with_an_incident_until_they_are_unticked() {
    var told = told("hazel");
    var incident = told.incident("number", "+852 5555 0192\n@second_name");
    var both = callers(told);
    told.text(incident + "/edit");
    told.person().browser().post(incident, "caller", both.get(1));
    assertThat(told.text(incident)).contains("@second_name").doesNotContain("5555 0192");
    assertThat(callers(told)).hasSize(2);
  }
}
