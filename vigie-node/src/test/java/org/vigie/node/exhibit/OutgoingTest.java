package org.vigie.node.exhibit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.node.TestBrowser;
import org.vigie.node.TestNode;
import org.vigie.node.house.Founder;
import org.vigie.node.house.Told;

/** Text messages that came, that were sent and that were never sent look like what they are. */
@SuppressWarnings("NullAway.Init")
class OutgoingTest {

  private static final String NUMBER = "+33 6 39 98 00 01";
  private static final String OWNER = "whoever’s telephone this was";
  private static final String FROM_HERE = "From this device";
  private static final String UNSENT = "Not known to have been sent";
  private static final String BACKUP =
      """
      <?xml version='1.0' encoding='UTF-8' standalone='yes' ?>
      <smses count="3">
      <sms address="+33 6 39 98 00 01" date="1768496645000" type="1" body="we know your street" />
      <sms address="+33 6 39 98 00 01" date="1768496745000" type="2" body="leave my street alone" />
      <sms address="+33 6 39 98 00 01" date="1768496845000" type="3" body="I will move street" />
      </smses>
      """;

  @TempDir static Path home;
  private static TestNode node;
  private static Founder.Person keeper;
  private static int people;
  private TestBrowser browser;
  private Told told;
  private String backup;

  @BeforeAll
  static void found() {
    node = TestNode.start(home);
    keeper = Founder.found(node, "lamp keeper");
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @BeforeEach
  void tell() {
    var person = Founder.invite(node, keeper, "person", "reader " + ++people);
    browser = person.browser();
    told = Told.by(person, "somebody wrote");
    backup = Files.to(told).file("sms.xml", BACKUP).sent().getFirst();
  }

  /** What stands by the message with this number, as markup. */
  private static String message(String page, int n) {
    var from = page.indexOf("id=\"m" + n + "\"");
    assertThat(from).as("message %d", n).isNotNegative();
    return page.substring(from, page.indexOf("</li>", from));
  }

  private static String named(String name) {
    return "<strong>" + name + "</strong>";
  }

  @Test
  void are_told_apart_where_they_are_read() {
    var page = browser.get(backup + "/messages?open=page").body();
    assertThat(message(page, 1))
        .contains("we know your street", named("<bdi dir=\"auto\">" + NUMBER + "</bdi>"))
        .doesNotContain(OWNER, FROM_HERE, UNSENT);
    assertThat(message(page, 2))
        .contains("leave my street alone", named(OWNER), FROM_HERE)
        .doesNotContain(named("<bdi dir=\"auto\">"), UNSENT);
    assertThat(message(page, 3)).contains("I will move street", named(OWNER), FROM_HERE, UNSENT);
  }

  @Test
  void are_told_apart_in_french() {
    browser.with("Accept-Language", "fr");
    var page = browser.get(backup + "/messages?open=page").body();
    assertThat(message(page, 1)).doesNotContain("la personne dont", "Depuis cet appareil");
    assertThat(message(page, 2))
        .contains(named("la personne dont c’était le téléphone"), "Depuis cet appareil")
        .doesNotContain("Rien ne dit que c’est parti");
    assertThat(message(page, 3)).contains("Rien ne dit que c’est parti");
  }

  @Test
  void are_told_apart_where_they_are_found() {
    browser.get(backup + "/messages");
    var found = browser.post(backup + "/messages/search", "wanted", "street").body();
    assertThat(message(found, 1)).contains(NUMBER).doesNotContain(OWNER, UNSENT);
    assertThat(message(found, 3)).contains(named(OWNER), UNSENT);
    browser.get(told.base() + "/exhibits");
    var across = browser.post(told.base() + "/exhibits/search", "wanted", "alone");
    assertThat(across.text()).contains("Found: 1.", OWNER).doesNotContain(NUMBER);
  }

  @Test
  void an_incident_names_whoever_wrote_to_them_and_never_themselves_as_the_sender() {
    var claimed = "name=\"claimedSender\"";
    assertThat(cited("3")).containsPattern(claimed + "[^>]*value=\"\\Q" + NUMBER + "\\E\"");
    assertThat(cited("4"))
        .contains("leave my street alone", claimed)
        .doesNotContainPattern(claimed + "[^>]*value=\"[^\"]");
  }

  /** The form of an incident that quotes this line. */
  private String cited(String line) {
    browser.get(backup + "/messages");
    return browser.get(browser.post(backup + "/cite", "line", line).location()).body();
  }
}
