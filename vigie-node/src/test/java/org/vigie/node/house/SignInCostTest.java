package org.vigie.node.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.kernel.Refusal;
import org.vigie.node.TestNode;
import org.vigie.node.house.HouseRows.Kind;
import org.vigie.seal.LockedIdentity;

class SignInCostTest {

  private static final int TRIES = 1000;
  private static final double LIMIT = 4.5;

  @Test
  void S_24_an_unknown_name_takes_as_long_as_a_wrong_passphrase(@TempDir Path home) throws Refusal {
    try (var node = TestNode.start(home)) {
      var keeper = Founder.found(node, "lamp keeper");
      var accounts = node.part(Accounts.class);
      var known = new double[TRIES];
      var unknown = new double[TRIES];
      for (var i = -50; i < TRIES; i++) {
        // In turn, so that whatever else the machine does falls on both alike.
        var first = seconds(accounts, keeper.name());
        var second = seconds(accounts, "nobody at all");
        if (i >= 0) {
          known[i] = first;
          unknown[i] = second;
        }
      }
      assertThat(Math.abs(welch(trimmed(known), trimmed(unknown)))).isLessThan(LIMIT);
    }
  }

  private static double seconds(Accounts accounts, String name) throws Refusal {
    var begun = System.nanoTime();
    assertThat(accounts.signIn(name, "seven words that are not the ones", "000000")).isEmpty();
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
        assertThat(text)
            .doesNotContain("CANARY", "Café", "CafÃ", "caseworker", "house.member-described");
      }
    }
  }
}
