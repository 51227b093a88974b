package org.vigie.node.link;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.kernel.Refusal;
import org.vigie.matching.identifier.PhoneNumber;
import org.vigie.matching.share.ShareAsk;
import org.vigie.matching.token.LocalEvaluator;
import org.vigie.matching.token.Tokenizer;
import org.vigie.node.house.Accounts;
import org.vigie.node.share.ShareProcess;
import org.vigie.node.shell.SignedIn;
import org.vigie.node.store.SettingStore;
import org.vigie.register.Registers;
import org.vigie.register.store.Bytes;
import org.vigie.seal.Oprf;
import org.vigie.seal.OprfElement;
import org.vigie.testkit.Midnight;

/** A house and its share host: budgets, another key, and what happens when one of them is lost. */
class ShareHouseTest {

  private static final String KNOWN = "+33 6 39 98 40 17";
  private static final String CANARY = "+33 6 39 98 77 00";

  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void sameDay() throws InterruptedException {
    Midnight.notWithin(Duration.ofMinutes(5));
  }

  @Test
  void S_53_more_numbers_than_the_share_host_lets_out_wait_for_another_day() throws Exception {
    try (var house = LinkedHouse.found(folder)) {
      var helper = house.invite("caseworker", "helper");
      var first = house.side("swallow", helper);
      first.files(
          "From +33 6 39 98 40 11, +33 6 39 98 40 12, +33 6 39 98 40 13, +33 6 39 98 40 14,"
              + " +33 6 39 98 40 15, +33 6 39 98 40 16, "
              + KNOWN);
      assertThat(tokens(house)).isEqualTo(5);
      assertThat(helper.browser().get(first.links()).text())
          .contains("Takes part", "2 of its numbers and names join another day");
      assertThat(tokens(house)).as("today there is no more room").isEqualTo(5);
      tomorrow(house);
      assertThat(helper.browser().get(first.links()).text()).doesNotContain("another day");
      assertThat(tokens(house)).isEqualTo(7);
      helper.browser().get(first.links());
      assertThat(tokens(house)).isEqualTo(7);
      var second = house.side("linden", helper);
      second.files("From " + KNOWN);
      house.later(first.person(), helper, second.person());
      assertThat(house.proposals()).as("also by what came the day after").hasSize(1);
    }
  }

  @Test
  void S_53_tokens_made_past_the_journal_are_seen_by_keepers() throws Exception {
    try (var house = LinkedHouse.found(folder)) {
      var helper = house.invite("caseworker", "helper");
      house.side("swallow", helper).files("From " + KNOWN);
      house.enter(house.keeper);
      assertThat(house.keeper().get("/links").text())
          .contains("Keys so far: 1", "switched off until somebody independent")
          .doesNotContain("this journal does not speak of");
      askPastTheJournal(house);
      assertThat(house.keeper().get("/links").text())
          .contains("made 1 fingerprint that this journal does not speak of");
      assertThat(house.keeper().get("/links/journal").text())
          .contains("The share host was asked for fingerprints");
    }
  }

  @Test
  void S_53_a_question_that_died_hides_no_token_that_is_made_past_the_journal() throws Exception {
    try (var house = LinkedHouse.found(folder)) {
      var helper = house.invite("caseworker", "helper");
      var side = house.side("swallow", helper);
      side.files("From " + KNOWN);
      house
          .node
          .part(Registers.class)
          .deposit(
              house.node.part(OfficeAddress.class).register().orElseThrow(),
              LinkTypes.ASKED,
              new LinkAsked(1, 3, 1L));
      house.enter(house.keeper);
      assertThat(house.keeper().get("/links").text())
          .contains("speaks of 3 fingerprints that the share host never made")
          .doesNotContain("does not speak of");
      side.files("From +33 6 39 98 40 18");
      askPastTheJournal(house);
      assertThat(house.keeper().get("/links").text())
          .contains(
              "made 1 fingerprint that this journal does not speak of",
              "speaks of 3 fingerprints that the share host never made");
      side.files("From +33 6 39 98 40 19");
      assertThat(house.keeper().get("/links").text())
          .as("nor does the next question explain it")
          .contains("made 1 fingerprint that this journal does not speak of");
    }
  }

  private static void askPastTheJournal(LinkedHouse house) throws Refusal {
    var ask = new ShareAsk("a".repeat(64), "b".repeat(64));
    var blinded =
        Oprf.of(Oprf.Mode.VOPRF).blind(KNOWN.getBytes(UTF_8), new SecureRandom()).element();
    var answer =
        house.node.part(ShareProcess.class).ask(line -> line.evaluate(ask, 1, List.of(blinded)));
    assertThat(answer).isPresent();
  }

  @Test
  void S_51_another_key_finds_the_same_links_and_leaves_no_old_index() throws Exception {
    try (var house = LinkedHouse.found(folder)) {
      var helper = house.invite("caseworker", "helper");
      var first = house.side("swallow", helper);
      var probe = house.side("heron", helper);
      house.keeper().get("/links");
      house.keeper().post("/links/canaries", "identifier", CANARY);
      first.files("From " + KNOWN);
      var before = indexes(house);
      var journal = house.keeper().get("/links/journal").text();
      house.keeper().get("/links");
      house.keeper().post("/links/key");
      assertThat(house.keeper().get("/links").text())
          .contains("The key is changed", "Keys so far: 2");
      assertThat(indexes(house)).hasSameSizeAs(before).doesNotContainAnyElementsOf(before);
      assertThat(house.keeper().get("/links/journal").text())
          .contains("All fingerprints were brought to another key", "An incident joined")
          .hasSizeGreaterThan(journal.length());
      var second = house.side("linden", helper);
      second.files("From " + KNOWN);
      probe.files("Is it " + CANARY + "?");
      house.later(first.person(), helper, second.person(), probe.person());
      assertThat(house.keeper().get("/links").text())
          .contains("given to nobody", "note for heron")
          .doesNotContain("note for swallow");
      house.release();
      assertThat(first.asked(helper)).as("who was there earlier stays so").hasSize(1);
      assertThat(second.asked(helper)).isEmpty();
    }
  }

  @Test
  void S_51_a_change_broken_off_at_any_step_is_finished_when_a_keeper_comes() throws Exception {
    for (var step = 0; step < 4; step++) {
      var home = Files.createDirectory(folder.resolve("house" + step));
      try (var house = LinkedHouse.found(home)) {
        var helper = house.invite("caseworker", "helper");
        var first = house.side("swallow", helper);
        var second = house.side("linden", helper);
        first.files("From " + KNOWN);
        second.files("From " + KNOWN);
        breakOff(house, step);
        var process = house.node.part(ShareProcess.class).process();
        if (process != null) {
          process.destroyForcibly();
        }
        house.later(first.person(), helper, second.person());
        assertThat(house.keeper().get("/links").text())
            .as("step %d", step)
            .contains("Keys so far: 2")
            .doesNotContain("not finished");
        house.release();
        assertThat(first.asked(helper)).hasSize(1);
        assertThat(Files.readString(home.resolve("share/key"))).endsWith(" -");
      }
    }
  }

  /** Does the first steps of a change, as far as a power cut would have let it come. */
  private static void breakOff(LinkedHouse house, int steps) throws Refusal {
    var desk = house.node.part(ShareDesk.class);
    desk.want();
    if (steps > 0) {
      house
          .node
          .part(ShareProcess.class)
          .ask(line -> {
            line.begin(2);
            return true;
          });
    }
    if (steps > 1) {
      desk.begin();
    }
    if (steps > 2) {
      var keeper = signIn(house);
      var office =
          house
              .node
              .part(Registers.class)
              .open(keeper.keys(), house.node.part(OfficeAddress.class).register().orElseThrow())
              .orElseThrow();
      office.append(LinkTypes.CHANGED, new KeyChanged(2));
      keeper.keys().close();
    }
  }

  @Test
  void S_51_a_house_from_before_the_share_host_keeps_its_links_under_a_key_of_its_own()
      throws Exception {
    try (var house = LinkedHouse.found(folder)) {
      var settings = house.node.part(SettingStore.class);
      settings.put("links.shared", Bytes.of("no".getBytes(UTF_8)));
      var helper = house.invite("caseworker", "helper");
      var first = house.side("swallow", helper);
      first.files("From " + KNOWN);
      var desk = house.node.part(ShareDesk.class);
      OprfElement former;
      try (var key = house.node.part(LinkKeys.class).former()) {
        former = key.publicKey();
        var number = List.of(new PhoneNumber("+33639984017"));
        try (var local = new LocalEvaluator(key, 1, new SecureRandom())) {
          var token = new Tokenizer(local, new SecureRandom()).tokens(number).getFirst();
          assertThat(indexes(house)).as("as that release made it").containsExactly(token.index());
        }
      }
      house.enter(house.keeper);
      assertThat(house.keeper().get("/links").text()).contains("Keys so far: 2");
      assertThat(desk.pin().orElseThrow().key()).isNotEqualTo(former);
      var second = house.side("linden", helper);
      second.files("From " + KNOWN);
      house.later(first.person(), helper, second.person());
      house.release();
      assertThat(first.asked(helper)).hasSize(1);
    }
  }

  @Test
  void a_lost_share_host_is_replaced_and_cases_bring_their_tokens_again() throws Exception {
    try (var house = LinkedHouse.found(folder)) {
      var helper = house.invite("caseworker", "helper");
      var first = house.side("swallow", helper);
      var second = house.side("linden", helper);
      first.files("From " + KNOWN);
      loseShares(house);
      var asked = asked(house);
      second.files("From " + KNOWN);
      house.enter(house.keeper);
      assertThat(asked(house)).as("nothing is asked of a host without the key").isEqualTo(asked);
      assertThat(house.keeper().get("/links").text()).contains("The share host does not answer");
      house.keeper().post("/links/key");
      var page = house.keeper().get("/links");
      assertThat(page.text())
          .contains("nothing proves that it came from that one", "Keys so far: 1");
      var shown = shown(page.body());
      house.keeper().post("/links/key", "shown", "02" + "0".repeat(64));
      assertThat(house.keeper().get("/links").text()).contains("Keys so far: 1");
      house.keeper().post("/links/key", "shown", shown);
      assertThat(house.keeper().get("/links").text())
          .contains("This key counts from now on", "Keys so far: 2")
          .doesNotContain("nothing proves");
      house.later(first.person(), helper, second.person());
      assertThat(house.proposals()).isEmpty();
      helper.browser().get(first.links());
      helper.browser().get(second.links());
      house.later(first.person(), helper, second.person());
      assertThat(house.proposals()).hasSize(1);
      assertThat(house.keeper().get("/links").text()).doesNotContain("three months old");
      house.node.later(Duration.ofDays(91));
      house.enter(house.keeper);
      assertThat(house.keeper().get("/links").text()).contains("more than three months old");
    }
  }

  @Test
  void S_53_who_was_caught_is_held_and_keepers_are_told_when_the_key_of_the_trap_is_lost()
      throws Exception {
    try (var house = LinkedHouse.found(folder)) {
      var helper = house.invite("caseworker", "helper");
      var probe = house.side("heron", helper);
      house.keeper().get("/links");
      house.keeper().post("/links/canaries", "identifier", CANARY);
      probe.files("Is it " + CANARY + "?");
      assertThat(house.keeper().get("/links").text()).contains("note for heron");
      loseShares(house);
      house.keeper().post("/links/key");
      var page = house.keeper().get("/links");
      assertThat(page.text()).contains("1 number given to nobody cannot be brought to this key");
      house.keeper().post("/links/key", "shown", shown(page.body()));
      assertThat(house.keeper().get("/links").text())
          .contains("Keys so far: 2", "note for heron", "add the number again")
          .doesNotContain("cannot be brought");
      assertThat(house.keeper().get("/links/journal").text())
          .containsOnlyOnce("A number given to nobody was added")
          .containsOnlyOnce("went with its key");
      house.keeper().get("/links");
      house.keeper().post("/links/key");
      var third = house.keeper().get("/links");
      assertThat(third.text()).contains("Keys so far: 3", "note for heron");
      var lift = Pattern.compile("action=\"(/links/canaries/[0-9a-f]{16}/lift)\"");
      var line = lift.matcher(third.body());
      assertThat(line.find()).isTrue();
      house.keeper().post(line.group(1));
      assertThat(house.keeper().get("/links").text()).doesNotContain("note for heron");
    }
  }

  private void loseShares(LinkedHouse house) throws Exception {
    house.node.part(ShareProcess.class).close();
    for (var file : List.of("key", "spent", "lock")) {
      Files.delete(folder.resolve("share").resolve(file));
    }
  }

  private static String shown(String page) {
    var shown = Pattern.compile("name=\"shown\" value=\"([0-9a-f]{66})\"").matcher(page);
    assertThat(shown.find()).isTrue();
    return shown.group(1);
  }

  @Test
  void S_52_what_may_be_compared_waits_for_the_monday_after_seven_whole_days() throws Exception {
    try (var house = LinkedHouse.found(folder)) {
      var helper = house.invite("caseworker", "helper");
      house.side("swallow", helper).files("From " + KNOWN);
      house.side("linden", helper).files("From " + KNOWN);
      var approved = LocalDate.ofInstant(house.node.now(), ZoneOffset.UTC);
      var earliest = approved.plusDays(8);
      while (earliest.getDayOfWeek() != java.time.DayOfWeek.MONDAY) {
        earliest = earliest.plusDays(1);
      }
      for (var day = approved; !day.isAfter(earliest); day = day.plusDays(1)) {
        house.enter(house.keeper);
        var today = LocalDate.ofInstant(house.node.now(), ZoneOffset.UTC);
        assertThat(house.proposals()).as("%s", today).hasSize(today.isBefore(earliest) ? 0 : 1);
        house.node.later(Duration.ofDays(1));
      }
    }
  }

  private static void tomorrow(LinkedHouse house) throws Exception {
    house.node.part(ShareProcess.class).close();
    // The share host's clock is its own: a day passes for it when what it spent is gone.
    var spent = Path.of(house.node.part(org.vigie.node.ops.Home.class).share().toString(), "spent");
    Files.writeString(spent, "before 5\n");
  }

  private static long asked(LinkedHouse house) {
    var journal = house.keeper().get("/links/journal").body();
    return journal.split("The share host was asked", -1).length;
  }

  private static long tokens(LinkedHouse house) throws Refusal {
    return indexes(house).size();
  }

  /** What the comparison's register holds, as a keeper's session opens it. */
  private static List<String> indexes(LinkedHouse house) throws Refusal {
    var keeper = signIn(house);
    try {
      var office =
          house
              .node
              .part(Registers.class)
              .open(keeper.keys(), house.node.part(OfficeAddress.class).register().orElseThrow())
              .orElseThrow();
      var indexes = new java.util.ArrayList<String>();
      for (var entry : office.entries()) {
        entry
            .as(LinkTypes.OFFER)
            .ifPresent(made -> made.tokens().forEach(token -> indexes.add(token.index())));
        entry
            .as(LinkTypes.MOVED)
            .ifPresent(it -> it.offer().tokens().forEach(token -> indexes.add(token.index())));
        entry.as(LinkTypes.CANARY).ifPresent(it -> indexes.add(it.index()));
      }
      return indexes;
    } finally {
      keeper.keys().close();
    }
  }

  private static SignedIn signIn(LinkedHouse house) throws Refusal {
    house.node.later(Duration.ofSeconds(31));
    var keeper = house.keeper;
    return house
        .node
        .part(Accounts.class)
        .signIn(keeper.name(), keeper.passphrase(), keeper.code(0))
        .orElseThrow();
  }
}
