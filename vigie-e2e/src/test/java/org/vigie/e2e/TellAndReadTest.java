package org.vigie.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.SelectOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.ledger.CustodyLog;
import org.vigie.ledger.PublicationSchedule;
import org.vigie.node.demo.files.Voice;

@Tag("slow")
class TellAndReadTest {

  private static final String WORDS = "A man called. He wants to know who comes on Thursdays.";
  private static final String NUMBER = "+33 6 39 98 40 17";
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("dd/MM/yyyy, HH:mm", Locale.ROOT);

  @TempDir private Path home = Path.of("");
  @TempDir private Path phone = Path.of("");

  @Test
  void J2_a_person_tells_once_with_files_and_gets_a_receipt_and_J3_a_caseworker_reads_and_cites()
      throws Exception {
    try (var node = TurnedNode.atTheHour(home);
        var keeper = Resident.found(node, "lantern");
        var person = keeper.invite("swallow", "Person");
        var helper = keeper.invite("swallow-helper", "Caseworker")) {
      keeper.walk().to("/members");
      person.walk().byKeyboard();
      helper.walk().byKeyboard();
      var file = tells(person);
      rewords(person.walk(), file);
      receipt(node, person, file);
      letsIn(node, person, file);
      node.later(Duration.ofSeconds(31));
      helper.enter();
      reads(helper.walk(), file);
    }
  }

  private String tells(Resident person) throws Exception {
    var walk = person.walk();
    var time = new ReadingTime();
    walk.to("/tell").look("J2-tell");
    time.reads(walk).types(WORDS);
    walk.fill("In your own words", WORDS).press("Keep this and go on");
    walk.look("J2-consent");
    time.reads(walk);
    walk.page.locator("input[name='answer.keep'][value=yes]").check();
    walk.press("Keep these answers").look("J2-files").sees("Do you have something to show?");
    time.reads(walk);
    walk.page
        .locator("input[type=file]")
        .setInputFiles(
            new Path[] {
              Files.writeString(phone.resolve("WhatsApp Chat.txt"), chat()),
              Files.write(phone.resolve("note.wav"), Voice.wav("He called me at night", 7))
            });
    walk.press("Send and seal").look("J2-kept").sees("Kept and sealed");
    time.reads(walk);
    assertThat(time.soFar()).as("reading and typing").isLessThan(Duration.ofMinutes(3));
    return walk.page.url().replaceFirst(".*(/cases/[0-9a-f]{32}).*", "$1");
  }

  private static void rewords(Walk walk, String file) {
    walk.to(file + "/account").follow("Say this in other words").look("J2-reword");
    walk.fill("In your own words", WORDS + " He did not say his name.");
    walk.press("Keep this version").look("J2-account").sees("Earlier versions");
  }

  private static void receipt(TurnedNode node, Resident person, String file) {
    var walk = person.walk();
    walk.to(file + "/exhibits").follow("Exhibit 1");
    var exhibit = walk.page.url();
    walk.look("J2-exhibit").to(exhibit + "/receipt").look("J2-receipt-waiting");
    walk.sees("Until then there is nothing to take along");
    var log = node.part(CustodyLog.class);
    do {
      node.later(Duration.ofMinutes(61));
      log.publishIfDue(PublicationSchedule.HOURLY);
    } while (log.waiting() > 0);
    node.later(Duration.ofSeconds(31));
    person.enter();
    walk.to(exhibit + "/receipt").look("J2-receipt").sees("Proof from the custody log");
  }

  private static void letsIn(TurnedNode node, Resident person, String file) {
    person.walk().to(file + "/people").look("J3-people");
    person
        .walk()
        .page
        .getByLabel("Who?")
        .first()
        .selectOption(new SelectOption().setLabel("N. swallow-helper"));
    person.walk().press("Give them a key");
    node.later(Duration.ofSeconds(31));
  }

  private static void reads(Walk walk, String file) {
    walk.to(file).look("J3-case").to(file + "/exhibits").look("J3-exhibits");
    walk.follow("Exhibit 1").look("J3-exhibit").follow("Read the messages");
    walk.look("J3-veiled").seesNot("who comes on Thursdays");
    walk.follow("Show the words on this page").look("J3-opened").sees("who comes on Thursdays");
    walk.page.locator("input[type=checkbox][name=line]").nth(1).check();
    walk.page.locator("input[type=checkbox][name=line]").nth(2).check();
    walk.press("Keep a translation beside them").look("J3-translating");
    walk.page.locator("textarea[name=words]").fill("Dites-nous qui vient le jeudi.");
    walk.page.locator("select[name=role]").selectOption("interpreter");
    walk.submit();
    walk.look("J3-translated").sees("An interpreter whom the person chose");
    walk.to(file + "/exhibits").follow("Exhibit 1").follow("Prepare it");
    walk.look("J3-preparing").page.locator("textarea[name=summary]").fill("Questions about guests");
    walk.submit();
    walk.look("J3-prepared").sees("Questions about guests").follow("Read how it was kept");
    walk.look("J3-custody").sees("Chain of custody").follow("En français");
    walk.look("J3-custody-fr").sees("Chaîne de conservation");
    walk.to(file + "/exhibits").follow("Exhibit 1").follow("Read the messages");
    walk.page.locator("input[type=checkbox][name=line]").nth(1).check();
    walk.page.locator("input[type=checkbox][name=line]").nth(2).check();
    walk.press("Make an incident of the ticked lines").look("J3-incident");
    assertThat(walk.page.locator("textarea[name=original]").inputValue())
        .contains("who comes on Thursdays");
    walk.page.locator("textarea[name=number]").fill(NUMBER);
    walk.page.locator("select[name=demand]").selectOption("spying");
    walk.submit();
    walk.look("J3-cited").sees("Exhibit 1");
    walk.to(file + "/callers").look("J3-callers").sees(NUMBER);
    walk.followFirst("a[href*='/callers/']");
    walk.look("J3-caller").sees("France");
    walk.to(file + "/timeline").look("J3-timeline");
    walk.to(file + "/check-ins").look("J3-check-ins").tick("In two weeks");
    walk.fill("What to look at", "Whether he asks about guests again").press("Plan this day");
    walk.to(file + "/check-ins").sees("about guests again").look("J3-check-ins-planned");
  }

  /** Forty messages on four days, and a silence of three weeks. */
  private static String chat() {
    var lines = new StringBuilder();
    var at = LocalDateTime.of(2026, 9, 14, 18, 4);
    for (var n = 0; n < 40; n++) {
      var words = n == 1 ? "Tell us who comes on Thursdays." : "Message number " + n;
      lines.append(STAMP.format(at)).append(" - ").append(n % 3 == 0 ? "Me" : NUMBER);
      lines.append(": ").append(words).append('\n');
      at = at.plusMinutes(7).plusDays(n % 10 == 9 ? (n == 19 ? 21 : 1) : 0);
    }
    return lines.toString();
  }
}
