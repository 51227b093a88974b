package org.vigie.node.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.node.TestBrowser;
import org.vigie.node.demo.story.Story;

@org.junit.jupiter.api.Tag("slow")
class DemoTest {

  private static final Pattern CASE = Pattern.compile("href=\"(/cases/[0-9a-f]{32})\"");

  @TempDir static Path shelf;
  private static DemoNode demo;

  @BeforeAll
  static void start() throws Exception {
    System.setProperty("vigie.app", shelf.toString());
    demo = DemoNode.start(0, Map.of("VIGIE_DATABASE_URL", "jdbc:postgresql://nobody.invalid/x"));
  }

  @AfterAll
  static void stop() throws Exception {
    demo.close();
    System.clearProperty("vigie.app");
  }

  @Test
  void lets_every_account_in_with_its_passphrase_and_no_code() {
    for (var account : Story.on(demo.template().day()).accounts()) {
      assertThat(signIn(account.signIn()).get("/account").status())
          .as(account.signIn())
          .isEqualTo(200);
    }
  }

  @Test
  void shows_each_caseworker_the_cases_they_accompany_and_no_others() {
    var story = Story.on(demo.template().day());
    var cases = signIn("tilleul").get("/cases").body();
    for (var file : story.cases()) {
      if (story.accounts().stream().noneMatch(it -> it.signIn().equals(file.person()))) {
        assertThat(cases.contains(file.person()))
            .as(file.key())
            .isEqualTo(file.caseworker().equals("tilleul"));
      }
    }
  }

  @Test
  void keeps_what_a_person_told_in_their_own_script() {
    var browser = signIn("loriot");
    var found = CASE.matcher(browser.get("/cases").body());
    assertThat(found.find()).isTrue();
    var told = Story.on(demo.template().day()).file("c02").telling();
    assertThat(browser.get(found.group(1) + "/account").body())
        .contains(told.words().lines().findFirst().orElseThrow());
  }

  @Test
  void starts_a_second_time_from_what_it_kept_and_leaves_no_home() throws Exception {
    var kept = Files.getLastModifiedTime(demo.template().folder().resolve("passphrase"));
    Path home;
    try (var again = DemoNode.start(0, Map.of())) {
      home = again.home();
      assertThat(home).exists();
      assertThat(again.template()).isEqualTo(demo.template());
    }
    assertThat(home).doesNotExist();
    assertThat(Files.getLastModifiedTime(demo.template().folder().resolve("passphrase")))
        .isEqualTo(kept);
  }

  private static TestBrowser signIn(String name) {
    var browser = new TestBrowser(demo.url());
    browser.get("/sign-in");
    var answer = browser.post("/sign-in", "name", name, "passphrase", demo.template().passphrase());
    assertThat(answer.status()).as(name).isEqualTo(303);
    return browser;
  }
}
