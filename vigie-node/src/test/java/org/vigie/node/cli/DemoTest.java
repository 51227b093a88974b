package org.vigie.node.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.evidence.CheckResult;
import org.vigie.evidence.PackageCheck;
import org.vigie.imports.detect.Exports;
import org.vigie.node.TestBrowser;
import org.vigie.node.casefile.Cases;
import org.vigie.node.demo.story.Role;
import org.vigie.node.demo.story.Story;
import org.vigie.node.exhibit.Exhibit;
import org.vigie.node.exhibit.Exhibits;
import org.vigie.node.house.Accounts;
import org.vigie.node.link.LinkDesk;
import org.vigie.node.link.LinkOffice;
import org.vigie.node.shell.SignedIn;
import org.vigie.node.witness.WatchedLogs;
import org.vigie.node.witness.Witnesses;

@org.junit.jupiter.api.Tag("slow")
class DemoTest {

  private static final Pattern CASE = Pattern.compile("href=\"(/cases/[0-9a-f]{32})\"");

  private static final String WORDS = "org/vigie/imports/whatsapp/ru.properties";

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
  void shows_each_caseworker_what_they_may_read_and_nothing_else() {
    var story = Story.on(demo.template().day());
    var cases = signIn("tilleul").get("/cases").body();
    for (var file : story.cases()) {
      var account =
          story.accounts().stream().filter(it -> it.signIn().equals(file.person())).findFirst();
      // Whoever has no account is accompanied by one caseworker and read by the other.
      var person = account.map(it -> it.role() == Role.PERSON).orElse(false);
      var name = account.map(it -> it.name()).orElse(file.person());
      assertThat(cases.contains(name))
          .as(file.key())
          .isEqualTo(!person || file.caseworker().equals("tilleul"));
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

  @Test
  void shows_every_file_that_was_brought_with_what_was_read_from_it() throws Exception {
    var story = Story.on(demo.template().day());
    for (var file : story.cases()) {
      assertThat(exhibits(file.key())).as(file.key()).hasSize(file.exhibits().size());
    }
    assertThat(exhibits("c02")).anyMatch(exhibit -> exhibit.derived("preview").isPresent());
    assumeTrue(whole(), "the readers' words do not lie beside their classes");
    assertThat(exhibits("c01").getFirst().derived("messages")).isPresent();
  }

  /** A cage sees the classes of the readers alone, so their words have to lie beside them. */
  private static boolean whole() throws Exception {
    var place = Path.of(Exports.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    return !Files.isDirectory(place) || Files.exists(place.resolve(WORDS));
  }

  /** The exhibits of a case, as its caseworker opens it. */
  private static List<Exhibit> exhibits(String key) throws Exception {
    var story = Story.on(demo.template().day());
    var file = story.file(key);
    var name =
        story.accounts().stream()
            .filter(account -> account.signIn().equals(file.person()))
            .map(account -> account.name())
            .findFirst()
            .orElse(file.person());
    var member = enter(file.caseworker());
    try {
      for (var open : demo.part(Cases.class).of(member.keys())) {
        if (open.file().opened().pseudonym().equals(name)) {
          return Exhibits.of(open.register()).inOrder();
        }
      }
      throw new AssertionError(key);
    } finally {
      member.keys().close();
    }
  }

  @Test
  void leaves_a_keeper_one_link_to_decide_and_shows_the_others_to_those_they_are_about()
      throws Exception {
    var keeper = enter("phare");
    var tilleul = enter("tilleul");
    try {
      assertThat(demo.part(LinkOffice.class).proposals(keeper)).hasSize(1);
      var linked = 0;
      for (var open : demo.part(Cases.class).of(tilleul.keys())) {
        linked += demo.part(LinkDesk.class).views(open.register()).size();
      }
      assertThat(linked).isPositive();
    } finally {
      keeper.keys().close();
      tilleul.keys().close();
    }
  }

  @Test
  void shows_the_analyst_one_campaign_of_three_people_and_never_a_case() throws Exception {
    var browser = signIn("boussole");
    var list = browser.get("/campaigns").text();
    assertThat(list).contains("Campaign 1").doesNotContain("Campaign 2");
    var page = browser.get("/campaigns/1").text();
    assertThat(page)
        .contains("At least 3 people", "the same telephone number, at least 3 people")
        .doesNotContain("5555", "Fauvette", "Roitelet", "Bergeronnette");
    assertThat(browser.get("/cases").status()).isNotEqualTo(200);
  }

  @Test
  void tells_the_case_that_was_there_earlier_of_one_threat_in_other_words() throws Exception {
    var aulne = enter("aulne");
    try {
      var kinds = new ArrayList<String>();
      for (var open : demo.part(Cases.class).of(aulne.keys())) {
        for (var view : demo.part(LinkDesk.class).views(open.register())) {
          kinds.addAll(view.notice().kinds());
        }
      }
      assertThat(kinds).contains("script");
    } finally {
      aulne.keys().close();
    }
  }

  @Test
  void shows_witnesses_at_work_with_a_partner_that_is_said_to_be_invented() throws Exception {
    var witnesses = demo.part(Witnesses.class);
    var partner = witnesses.all().getFirst();
    assertThat(partner.address()).as("nobody is ever called").isEmpty();
    assertThat(witnesses.reach().witnessed()).isPositive();
    assertThat(demo.part(WatchedLogs.class).all().getFirst().last()).isPresent();
    assertThat(signIn("phare").get("/witnesses").text())
        .containsAnyOf("The Semaphore (invented house)", "Le Sémaphore (maison inventée)");
    var file = shelf.resolve("witnessed.zip");
    try (var out = Files.newOutputStream(file)) {
      demo.writePackage(out);
    }
    assertThat(PackageCheck.check(List.of(file), List.of(), List.of(partner.key())))
        .noneMatch(CheckResult::isFailure)
        .extracting(CheckResult::key)
        .contains("witness.known");
  }

  private static SignedIn enter(String name) throws Exception {
    return demo.part(Accounts.class).signIn(name, demo.template().passphrase(), "").orElseThrow();
  }

  @Test
  void S3_10_its_package_is_found_good_by_whoever_checks_it() throws Exception {
    var file = shelf.resolve("package.zip");
    try (var out = Files.newOutputStream(file)) {
      demo.writePackage(out);
    }
    assertThat(CommandLineOfVigie.run("verify", file.toString())).isZero();
  }

  @Test
  void ends_with_nothing_left_and_exit_code_0_when_it_is_told_to_stop(@TempDir Path temporary)
      throws Exception {
    var process = start(temporary, "demo", "--port", "0");
    try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
      var line = lines.readLine();
      while (line != null && !line.startsWith("vigie: ready at ")) {
        line = lines.readLine();
      }
      assertThat(line).matches("vigie: ready at http://127\\.0\\.0\\.1:[0-9]+");
      process.toHandle().destroy();
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    assertThat(process.exitValue()).isZero();
    try (var left = Files.list(temporary)) {
      assertThat(left.filter(file -> file.getFileName().toString().startsWith("vigie"))).isEmpty();
    }
  }

  @Test
  void a_start_removes_what_a_killed_demonstration_left_and_nothing_else(@TempDir Path temporary)
      throws Exception {
    var killed = ready(start(temporary, "demo", "--port", "0"));
    var running = ready(start(temporary, "demo", "--port", "0"));
    var both = homes(temporary);
    assertThat(both).hasSize(2);
    killed.destroyForcibly().waitFor();
    assertThat(homes(temporary)).isEqualTo(both);
    var strangers = Files.createDirectory(temporary.resolve("vigie-demo-of-somebody-else"));
    Files.writeString(strangers.resolve("letter"), "not ours");
    var next = ready(start(temporary, "demo", "--port", "0"));
    try {
      var left = homes(temporary);
      assertThat(left).hasSize(3).contains(strangers);
      both.retainAll(left);
      assertThat(both).hasSize(1);
      assertThat(running.isAlive()).isTrue();
    } finally {
      for (var process : List.of(running, next)) {
        process.toHandle().destroy();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      }
    }
    assertThat(homes(temporary)).containsExactly(strangers);
  }

  private static Process ready(Process process) throws IOException {
    var lines = process.inputReader(StandardCharsets.UTF_8);
    var line = lines.readLine();
    while (line != null && !line.startsWith("vigie: ready at ")) {
      line = lines.readLine();
    }
    assertThat(line).isNotNull();
    return process;
  }

  private static Set<Path> homes(Path temporary) throws IOException {
    try (var all = Files.list(temporary)) {
      return all.filter(file -> file.getFileName().toString().startsWith("vigie-demo-"))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static Process start(Path temporary, String... words) throws IOException {
    var classes =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.io.tmpdir=" + temporary,
                "-Dvigie.app=" + shelf,
                "-cp",
                classes,
                "org.vigie.node.Main"));
    command.addAll(List.of(words));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  private static TestBrowser signIn(String name) {
    var browser = new TestBrowser(demo.url());
    browser.get("/sign-in");
    var answer = browser.post("/sign-in", "name", name, "passphrase", demo.template().passphrase());
    assertThat(answer.status()).as(name).isEqualTo(303);
    return browser;
  }
}
