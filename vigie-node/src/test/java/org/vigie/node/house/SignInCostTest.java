package org.vigie.node.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.kernel.Refusal;
import org.vigie.node.NodeServer;
import org.vigie.node.TestNode;
import org.vigie.node.house.HouseRows.Kind;
import org.vigie.node.ops.SettingsReader;
import org.vigie.seal.ArgonPolicy;
import org.vigie.seal.LockedIdentity;

class SignInCostTest {

  private static final int TRIES = 1_000;
  private static final double LIMIT = 4.5;

  /**
   * In seconds. The cheap Argon2 of tests shows what the real one hides: beside a second that
   * spreads over milliseconds, a quarter of one stays at t = 1 in a thousand tries.
   */
  private static final double UNSEEN = 0.000_25;

  private static final String WRONG = "seven words that are not the ones";

  /** One way of not getting in. */
  private record Failing(String name, String passphrase) {}

  @Test
  void S_24_every_way_of_not_getting_in_takes_as_long_as_an_unknown_name(@TempDir Path home)
      throws Refusal {
    try (var node = TestNode.start(home)) {
      var keeper = Founder.found(node, "lamp keeper");
      var closed = Founder.invite(node, keeper, "caseworker", "crane");
      var accounts = node.part(Accounts.class);
      for (var i = 0; i <= SecondFactor.MOST_WRONG; i++) {
        seconds(accounts, new Failing(closed.name(), closed.passphrase()));
      }
      var ways =
          List.of(
              new Failing("nobody at all", WRONG),
              new Failing(keeper.name(), WRONG),
              new Failing(keeper.name(), keeper.passphrase()),
              new Failing(closed.name(), closed.passphrase()));
      var differences = differences(accounts, ways);
      // A real difference shows every time; a busy machine shows one now and then.
      for (var again = 0; again < 2 && Collections.max(differences) >= LIMIT; again++) {
        differences = differences(accounts, ways);
      }
      assertThat(differences).as("from the first way").allMatch(t -> t < LIMIT);
    }
  }

  /** How far each of {@code ways} is from the first: Welch's t, nothing where nobody sees it. */
  private static List<Double> differences(Accounts accounts, List<Failing> ways) throws Refusal {
    var order = new ArrayList<>(IntStream.range(0, ways.size()).boxed().toList());
    var shuffling = new SecureRandom();
    var times = new double[ways.size()][TRIES];
    for (var i = -100; i < TRIES; i++) {
      // Shuffled, so that whatever else the machine does, and whatever one way leaves behind for
      // the next (a warm cache, a collection that is due), falls on all alike.
      Collections.shuffle(order, shuffling);
      for (int way : order) {
        var taken = seconds(accounts, ways.get(way));
        if (i >= 0) {
          times[way][i] = taken;
        }
      }
    }
    var differences = new ArrayList<Double>();
    for (var way = 1; way < ways.size(); way++) {
      var t = welch(trimmed(times[0]), trimmed(times[way]));
      var apart = Math.abs(mean(trimmed(times[0])) - mean(trimmed(times[way])));
      differences.add(apart < UNSEEN ? 0 : Math.abs(t));
    }
    return differences;
  }

  private static double seconds(Accounts accounts, Failing way) throws Refusal {
    var begun = System.nanoTime();
    assertThat(accounts.signIn(way.name(), way.passphrase(), "000000")).isEmpty();
    return (System.nanoTime() - begun) / 1e9;
  }

  /** Without the slowest tenth, which is the machine's and not ours. */
  private static double[] trimmed(double[] times) {
    var sorted = times.clone();
    Arrays.sort(sorted);
    return Arrays.copyOf(sorted, sorted.length * 9 / 10);
  }

  private static double welch(double[] a, double[] b) {
    var spread = variance(a) / a.length + variance(b) / b.length;
    return (mean(a) - mean(b)) / Math.sqrt(spread);
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  private static double variance(double[] values) {
    var mean = mean(values);
    return Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / (values.length - 1);
  }

  @Test
  void S_20_the_cost_stored_with_an_account_is_the_policys(@TempDir Path home) throws Refusal {
    try (var node = TestNode.start(home)) {
      var keeper = Founder.found(node, "lamp keeper");
      var accounts = node.part(Accounts.class);
      var member =
          accounts.signIn(keeper.name(), keeper.passphrase(), keeper.code(1)).orElseThrow();
      var row = node.part(HouseRows.class).find(Kind.ACCOUNT, accounts.lookupOf(member.id()));
      var locked = LockedIdentity.parse(Arrays.copyOf(row.orElseThrow(), LockedIdentity.LENGTH));
      assertThat(locked.policy()).isEqualTo(TestNode.QUICK);
      member.keys().close();
    }
  }

  @Test
  void S_20_signing_in_under_a_risen_policy_raises_the_accounts_cost_and_loses_nothing(
      @TempDir Path home) throws Exception {
    Founder.Person keeper;
    try (var node = TestNode.start(home)) {
      keeper = Founder.found(node, "lamp keeper");
    }
    var risen = new ArgonPolicy(2 * TestNode.QUICK.memoryKib(), 2, 1);
    var settings = SettingsReader.read(home, Map.of()).listening("127.0.0.1", 0);
    for (var again = 0; again < 2; again++) {
      try (var node = NodeServer.start(settings, Clock.systemUTC(), risen)) {
        var accounts = node.part(Accounts.class);
        var code = keeper.code(again);
        assertThat(accounts.signIn(keeper.name(), WRONG, code)).isEmpty();
        var member = accounts.signIn(keeper.name(), keeper.passphrase(), code).orElseThrow();
        assertThat(accounts.opens(member.id(), keeper.passphrase())).isTrue();
        var row = node.part(HouseRows.class).find(Kind.ACCOUNT, accounts.lookupOf(member.id()));
        var stored = row.orElseThrow();
        var locked = LockedIdentity.parse(Arrays.copyOf(stored, LockedIdentity.lengthIn(stored)));
        assertThat(locked.policy()).isEqualTo(risen);
        assertThat(locked.costs()).containsExactly(risen, TestNode.QUICK);
        // The code that was used stays used: the row was exchanged, not put back.
        assertThat(accounts.signIn(keeper.name(), keeper.passphrase(), code)).isEmpty();
        member.keys().close();
      }
    }
  }

  @Test
  void S_01_no_row_holds_a_name_a_role_or_the_apps_secret(@TempDir Path home)
      throws java.io.IOException {
    try (var node = TestNode.start(home)) {
      var keeper = Founder.found(node, "CANARY-NAME");
      Founder.invite(node, keeper, "person", "CANARY-OTHER");
    }
    try (var files = java.nio.file.Files.walk(home)) {
      for (var file : files.filter(java.nio.file.Files::isRegularFile).toList()) {
        var text =
            java.nio.file.Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1);
        // Nothing shorter: a few bytes are among sealed ones by chance.
        assertThat(text)
            .doesNotContain("CANARY", "of the Lamp", "caseworker", "house.member-described");
      }
    }
  }
}
