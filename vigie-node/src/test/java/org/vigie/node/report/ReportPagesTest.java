package org.vigie.node.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.node.TestBrowser;
import org.vigie.node.TestNode;
import org.vigie.node.house.Founder;
import org.vigie.node.house.Told;

@SuppressWarnings("NullAway.Init")
class ReportPagesTest {

  @TempDir static Path home;
  private static TestNode node;
  private static Told told;

  @BeforeAll
  static void found() {
    node = TestNode.start(home);
    var keeper = Founder.found(node, "lamp keeper");
    told = Told.by(Founder.invite(node, keeper, "person", "wren"), "They flooded my page");
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  private static String seen(String address) {
    var browser = told.person().browser();
    browser.get(told.base() + "/exhibits/address");
    var body =
        TestBrowser.part("_csrf", browser.token())
            + TestBrowser.part("address", address)
            + TestBrowser.part("seen.day", "3")
            + TestBrowser.part("seen.month", "2")
            + TestBrowser.part("seen.year", "2024")
            + TestBrowser.part("words", "two hundred accounts within an hour")
            + "--b7d1--\r\n";
    var bytes = new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8));
    var kept = browser.postMultipart(told.base() + "/exhibits/address", bytes);
    assertThat(kept.location()).endsWith("/address");
    return kept.location().replaceAll(".*/exhibits/([^/]+)/address", "$1");
  }

  @Test
  void S3_20_a_flooded_page_is_captured_and_leads_to_the_platform_and_to_pharos() {
    var page = seen("https://posts.example/blog/77");
    var incident = told.incident("act", "digital-brigading", "channel", "social", "cite", page);
    assertThat(told.text(incident)).contains("Coordinated online harassment", "Exhibit 1");
    var reports = told.text(incident + "/reports");
    assertThat(reports)
        .contains("Everybody could see this")
        .contains("The platform that shows it", "give the exact address of each post")
        .contains("PHAROS (France)", "internet-signalement.gouv.fr", "the exact address")
        .contains("Not for private messages", "A report is not a complaint")
        .contains("hxxps://posts[.]example/blog/77", "3 February 2024")
        .contains("three months from the day it was published")
        .contains("no lawyer has reviewed this page yet")
        .doesNotContain("https://posts.example");
  }

  @Test
  void S3_20_what_was_reported_where_and_what_became_of_it_is_kept() {
    var browser = told.person().browser();
    var incident = told.incident("act", "digital-brigading", "channel", "social");
    var reports = incident + "/reports";
    assertThat(told.text(reports)).contains("No page is kept with this incident yet.");
    browser.post(
        reports,
        "door",
        "pharos",
        "when.day",
        "4",
        "when.month",
        "2",
        "when.year",
        "2024",
        "reference",
        "A-1234");
    assertThat(told.text(reports))
        .contains("Reported already", "A-1234", "4 February 2024", "No answer is written down.");
    var one =
        Pattern.compile("action=\"(" + reports + "/[0-9a-f]{16})\"")
            .matcher(browser.get(reports).body());
    assertThat(one.find()).isTrue();
    browser.post(one.group(1), "answer", "passed");
    assertThat(told.text(reports)).contains("They sent us somewhere else.", "A-1234");
    browser.post(reports, "door", "");
    assertThat(told.text(reports)).contains("Choose where it was reported.");
  }

  @Test
  void S3_20_what_came_privately_is_not_sent_to_pharos() {
    var incident = told.incident("act", "digital-brigading", "channel", "text-message");
    assertThat(told.text(incident + "/reports"))
        .contains("does not belong there", "A complaint: police")
        .doesNotContain("internet-signalement", "give the exact address of each post");
    assertThat(told.person().browser().get(incident + "/reports").body())
        .doesNotContain("value=\"pharos\"");
    var unknown = told.incident("original", "something happened");
    assertThat(told.text(unknown + "/reports"))
        .contains("It is not written down whether everybody could see this.", "PHAROS (France)");
  }
}
