package org.vigie.node.desk;

import static java.time.temporal.ChronoUnit.DAYS;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.node.TestNode;
import org.vigie.node.house.Founder;
import org.vigie.node.house.Told;

class CheckInPagesTest {

  @TempDir private Path home = Path.of("");

  private static String[] on(LocalDate day) {
    return new String[] {
      "channel", "text-message",
      "when.year", Integer.toString(day.getYear()),
      "when.month", Integer.toString(day.getMonthValue()),
      "when.day", Integer.toString(day.getDayOfMonth())
    };
  }

  /** What somebody did themselves that day; nothing came. */
  private static String[] changed(LocalDate day) {
    var fields = on(day);
    fields[1] = "none";
    return Stream.concat(Stream.of(fields), Stream.of("impact", "contact-stopped"))
        .toArray(String[]::new);
  }

  @Test
  void S3_11_a_campaign_that_stopped_is_dormant_and_somebody_looks_again_on_a_day() {
    try (var node = TestNode.start(home)) {
      // So early that the day does not end while it is told.
      node.later(Duration.between(node.now(), node.now().truncatedTo(DAYS).plus(1, DAYS)));
      var keeper = Founder.found(node, "lamp keeper");
      var person = Founder.invite(node, keeper, "person", "swift");
      var told = Told.by(person, "Six months of messages, then nothing");
      var browser = person.browser();
      assertThat(told.text("/check-ins")).contains("No contact with a day is written down yet.");
      var today = LocalDate.ofInstant(node.now(), ZoneOffset.UTC);
      told.incident(on(today.minusDays(200)));
      told.incident(on(today.minusDays(20)));
      told.incident(changed(today.minusDays(4)));
      assertThat(told.text("/check-ins"))
          .contains("The last contact that is written down", "20 days ago")
          .doesNotContain("dormant");
      told.text("/check-ins");
      browser.post(told.base() + "/check-ins", "in", "14", "note", "Ask whether he wrote again");
      assertThat(told.text("/check-ins")).contains("Ask whether he wrote again");
      assertThat(told.text("")).contains("One day to look again is planned.");
      browser.post(told.base() + "/check-ins", "in", "soon");
      assertThat(told.text("/check-ins")).contains("no whole day in the form");

      node.later(Duration.ofDays(15));
      signIn(person);
      assertThat(told.text("/check-ins"))
          .contains("It has been dormant", "35 days", "Whether it resumes, nobody knows.")
          .contains("The day has come");
      assertThat(told.text("")).contains("you wanted to look again");
      var one =
          Pattern.compile("action=\"(" + told.base() + "/check-ins/[0-9a-f]{16})\"")
              .matcher(browser.get(told.base() + "/check-ins").body());
      assertThat(one.find()).isTrue();
      var foreign = browser.post(one.group(1), "outcome", "any words that somebody likes");
      assertThat(foreign.status()).as("only what is offered is kept").isEqualTo(415);
      assertThat(told.text("/check-ins")).contains("The day has come");
      browser.post(one.group(1), "outcome", "quiet", "words", "Nothing since");
      assertThat(told.text("/check-ins"))
          .contains("It is still quiet.", "Nothing since")
          .doesNotContain("The day has come");
      assertThat(told.text("")).doesNotContain("you wanted to look again");
      browser.post(told.base() + "/check-ins", "in", "30");
      var page = browser.get(told.base() + "/check-ins").body();
      var next = Pattern.compile("action=\"(" + told.base() + "/check-ins/[0-9a-f]{16})\"");
      var found = next.matcher(page);
      assertThat(found.find()).isTrue();
      assertThat(browser.post(found.group(1), "outcome", "resumed").location())
          .isEqualTo(told.base() + "/incidents/new");
    }
  }

  private static void signIn(Founder.Person person) {
    person.browser().get("/sign-in");
    var fields =
        List.of("name", person.name(), "passphrase", person.passphrase(), "code", person.code(1));
    assertThat(person.browser().post("/sign-in", fields.toArray(String[]::new)).status())
        .isEqualTo(303);
  }
}
