package org.vigie.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.vigie.kernel.Secret;
import org.vigie.testkit.Trials;

class RecoverySharesTest {

  private final SecureRandom random = new SecureRandom();

  @Test
  void S_44_every_subset_that_is_large_enough_recovers_and_every_smaller_one_is_refused() {
    for (var total = 2; total <= 6; total++) {
      for (var needed = 2; needed <= total; needed++) {
        checkAllSubsets(needed, total);
      }
    }
  }

  private void checkAllSubsets(int needed, int total) {
    try (var secret = Secret.random(32, random)) {
      var shares = RecoveryShares.split(secret, needed, total, random);
      for (var chosen = 1; chosen < 1 << total; chosen++) {
        var subset = new ArrayList<RecoveryShare>();
        for (var i = 0; i < total; i++) {
          if ((chosen >> i & 1) == 1) {
            subset.add(shares.get(i));
          }
        }
        if (subset.size() >= needed) {
          try (var joined = RecoveryShares.join(subset)) {
            assertThat(joined.sameAs(secret)).isTrue();
          } catch (SealRefused refused) {
            throw new AssertionError(refused);
          }
        } else {
          assertRefused(
              () -> RecoveryShares.join(subset), "seal.too-few-shares", needed, subset.size());
        }
      }
    }
  }

  @Test
  void S_44_no_share_is_the_secret_and_fewer_shares_combined_by_hand_are_not_either() {
    Trials.forAll(
        64,
        (trial, size) -> {
          var bytes = TestBytes.random(trial, 16 + size);
          try (var secret = Secret.take(bytes.clone())) {
            for (var share : RecoveryShares.split(secret, 2, 5, random)) {
              assertThat(share.part()).isNotEqualTo(bytes);
            }
          }
        });
  }

  @Test
  void S_44_a_corrupted_share_is_named() {
    try (var secret = Secret.random(32, random)) {
      var texts = texts(RecoveryShares.split(secret, 3, 5, random));
      Trials.forAll(
          1,
          (trial, size) -> {
            var wrong = new ArrayList<>(texts);
            var which = trial.nextInt(5);
            var text = new StringBuilder(texts.get(which).replace(" ", ""));
            var at = trial.nextInt(text.length());
            text.setCharAt(at, text.charAt(at) == 'q' ? 'p' : 'q');
            wrong.set(which, text.toString());
            assertRefused(() -> RecoveryShares.joinTexts(wrong), "seal.share-corrupted", which + 1);
          });
    }
  }

  @Test
  void S_44_a_share_forged_with_a_right_checksum_is_named() {
    try (var secret = Secret.random(32, random)) {
      var shares = RecoveryShares.split(secret, 3, 5, random);
      var part = shares.get(1).part();
      part[0] ^= 1;
      var roster = shares.get(1).roster();
      System.arraycopy(
          RecoveryShare.digest(2, part), 0, roster, RecoveryShare.DIGEST, RecoveryShare.DIGEST);
      var forged = new RecoveryShare(3, 5, 2, roster, shares.get(1).check(), part);
      var given = List.of(shares.get(0), forged, shares.get(2));
      assertRefused(() -> RecoveryShares.join(given), "seal.share-of-another-set", 2);
    }
  }

  @Test
  void shares_of_two_splittings_do_not_mix_and_one_share_twice_counts_once() {
    try (var secret = Secret.random(32, random)) {
      var one = RecoveryShares.split(secret, 2, 3, random);
      var other = RecoveryShares.split(secret, 2, 3, random);
      assertThat(one.getFirst().setId()).hasSize(8).isNotEqualTo(other.getFirst().setId());
      assertRefused(
          () -> RecoveryShares.join(List.of(one.get(0), one.get(1), other.get(2))),
          "seal.share-of-another-set",
          3);
      assertRefused(
          () -> RecoveryShares.join(List.of(one.get(0), one.get(0))), "seal.too-few-shares", 2, 1);
      assertRefused(() -> RecoveryShares.join(List.of()), "seal.too-few-shares", 2, 0);
    }
  }

  @Test
  void a_set_made_up_whole_fails_the_check_of_the_joined_secret() {
    try (var secret = Secret.random(32, random);
        var other = Secret.random(32, random)) {
      var shares = RecoveryShares.split(secret, 2, 2, random);
      var check = RecoveryShares.split(other, 2, 2, random).getFirst().check();
      var forged =
          shares.stream()
              .map(s -> new RecoveryShare(2, 2, s.number(), s.roster(), check, s.part()))
              .toList();
      assertRefused(() -> RecoveryShares.join(forged), "seal.shares-do-not-join");
    }
  }

  @Test
  void a_printed_share_reads_back_in_any_case_and_grouping() throws SealRefused {
    try (var secret = Secret.random(32, random)) {
      for (var share : RecoveryShares.split(secret, 2, 16, random)) {
        var text = share.text();
        assertThat(text).startsWith("vigie -shar e1").matches("[a-z0-9 -]+");
        var typed = text.toUpperCase(Locale.ROOT).replaceFirst(" ", "\n\u00a0");
        var read = RecoveryShare.parse(typed);
        assertThat(read.text()).isEqualTo(text);
        assertThat(read.setId()).isEqualTo(share.setId());
        assertThat(read.toString())
            .isEqualTo("RecoveryShare[" + share.number() + " of 16, needs 2]");
      }
    }
  }

  @Test
  void refuses_numbers_that_make_no_sense() {
    try (var secret = Secret.random(32, random)) {
      for (var bad : new int[][] {{1, 3}, {4, 3}, {2, 17}, {0, 0}}) {
        assertThatIllegalArgumentException()
            .isThrownBy(() -> RecoveryShares.split(secret, bad[0], bad[1], random));
      }
    }
  }

  private static List<String> texts(List<RecoveryShare> shares) {
    return shares.stream().map(RecoveryShare::text).toList();
  }

  private static void assertRefused(ThrowingCallable call, String key, Object... details) {
    assertThatThrownBy(call)
        .isInstanceOf(SealRefused.class)
        .hasMessage(key)
        .satisfies(
            refused -> assertThat(((SealRefused) refused).details()).isEqualTo(List.of(details)));
  }
}
