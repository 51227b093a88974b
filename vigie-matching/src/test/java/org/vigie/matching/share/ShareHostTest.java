package org.vigie.matching.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.matching.token.IdentifierToken;
import org.vigie.seal.Digests;
import org.vigie.seal.Oprf;
import org.vigie.seal.OprfElement;
import org.vigie.seal.OprfEvaluation;
import org.vigie.seal.OprfKey;

/** A share host alone, asked by somebody who may be lying. */
class ShareHostTest {

  private static final Oprf VOPRF = Oprf.of(Oprf.Mode.VOPRF);

  @TempDir private Path folder = Path.of("");

  private final SecureRandom random = new SecureRandom();
  private Instant now = Instant.parse("2026-11-22T12:00:00Z");

  @Test
  void S_53_answers_five_elements_a_day_and_forty_in_thirty_days_an_account() throws Exception {
    try (var host = founded()) {
      var all = 0;
      for (var day = 0; day < 60; day++) {
        var today = 0;
        for (var attempt = 0; attempt < 4; attempt++) {
          today += answered(host, ask("heron", "incident " + day), 3);
        }
        assertThat(today).isLessThanOrEqualTo(5);
        all += today;
        if (day == 29) {
          assertThat(all).isEqualTo(40);
        }
        now = now.plus(Duration.ofDays(1));
      }
      assertThat(all).isEqualTo(80);
      assertThat(host.status().evaluated()).isEqualTo(80);
    }
  }

  @Test
  void S_53_answers_five_hundred_a_day_however_many_accounts_are_invented() throws Exception {
    try (var host = founded()) {
      var all = 0;
      for (var account = 0; account < 150; account++) {
        all += answered(host, ask("account " + account, "incident " + account), 5);
      }
      assertThat(all).isEqualTo(500);
    }
  }

  @Test
  void S_53_answers_forty_for_one_incident_whoever_asks() throws Exception {
    try (var host = founded()) {
      var all = 0;
      for (var account = 0; account < 20; account++) {
        all += answered(host, ask("account " + account, "one incident"), 5);
      }
      assertThat(all).isEqualTo(40);
    }
  }

  @Test
  void S_53_a_clock_set_back_a_crash_or_a_new_start_gives_no_budget_back() throws Exception {
    try (var host = founded()) {
      assertThat(answered(host, ask("heron", "a"), 4)).isEqualTo(4);
    }
    Files.writeString(
        folder.resolve("spent"),
        "20779 cut short",
        StandardCharsets.US_ASCII,
        StandardOpenOption.APPEND);
    now = now.minus(Duration.ofDays(400));
    try (var host = host()) {
      assertThat(answered(host, ask("heron", "a"), 5)).isEqualTo(1);
      assertThat(host.status().evaluated()).isEqualTo(5);
    }
    try (var host = host()) {
      host.begin(2);
      assertThat(host.room(ask("heron", "a"))).as("also under another key").isZero();
      assertThat(host.status().evaluated()).isZero();
    }
    try (var host = host()) {
      assertThat(host.status().evaluated()).isZero();
      assertThat(host.room(ask("heron", "a"))).isZero();
    }
  }

  @Test
  void S_51_rotation_keeps_equal_pairs_equal_and_unequal_unequal_without_identifiers()
      throws Exception {
    try (var host = founded()) {
      var before = tokens(host, 1, "one", "two", "one");
      var key = Objects.requireNonNull(host.status().publicKey());
      host.begin(2);
      var factor = Objects.requireNonNull(host.status().factor());
      var seen = new HashSet<OprfElement>();
      ShareCircle.Mover mover =
          blinded -> {
            seen.addAll(blinded);
            return host.move(2, blinded);
          };
      var elements = new java.util.ArrayList<OprfElement>(List.of(key));
      before.forEach(token -> elements.add(token.element()));
      var after = ShareCircle.moved(elements, factor, mover, random);
      assertThat(after.getFirst())
          .as("one factor leads from key to key and from token to token")
          .isEqualTo(host.status().publicKey());
      assertThat(seen).as("the host sees no token").doesNotContainAnyElementsOf(elements);
      now = now.plus(Duration.ofDays(1));
      var fresh = tokens(host, 2, "one", "two", "one");
      for (var i = 0; i < 3; i++) {
        var moved = new IdentifierToken(2, after.get(i + 1));
        assertThat(moved.index()).isEqualTo(fresh.get(i).index());
        assertThat(moved.index()).isNotEqualTo(before.get(i).index());
      }
      assertThat(fresh.get(0).index()).isEqualTo(fresh.get(2).index());
      assertThat(fresh.get(0).index()).isNotEqualTo(fresh.get(1).index());
      host.finish(2);
      assertThatThrownBy(() -> host.move(2, List.of(key))).isInstanceOf(ShareRefused.class);
    }
  }

  @Test
  void S_51_a_change_broken_off_anywhere_goes_on_or_was_never_begun() throws Exception {
    OprfElement first;
    try (var host = founded()) {
      first = Objects.requireNonNull(host.status().publicKey());
      host.begin(2);
    }
    OprfElement second;
    try (var host = host()) {
      host.begin(2);
      second = Objects.requireNonNull(host.status().publicKey());
      var factor = Objects.requireNonNull(host.status().factor());
      var moved =
          ShareCircle.moved(List.of(first), factor, blinded -> host.move(2, blinded), random);
      assertThat(moved).containsExactly(second);
      assertThatThrownBy(() -> host.begin(3)).hasMessage(ShareRefused.STATE);
      assertThatThrownBy(() -> evaluate(host, ask("heron", "a"), 1, 1))
          .hasMessage(ShareRefused.EPOCH);
      host.finish(2);
      host.finish(2);
    }
    try (var host = host()) {
      assertThat(host.status().changing()).isFalse();
      assertThat(host.status().publicKey()).isEqualTo(second);
    }
    assertThat(Files.readString(folder.resolve("key"))).endsWith(" -");
  }

  @Test
  void takes_over_a_key_once_and_then_no_other() throws Exception {
    try (var host = host();
        var key = OprfKey.generate(random);
        var secret = key.secret()) {
      assertThatThrownBy(() -> evaluate(host, ask("heron", "a"), 1, 1))
          .hasMessage(ShareRefused.EMPTY);
      host.adopt(1, secret);
      assertThat(host.status().publicKey()).isEqualTo(key.publicKey());
      assertThatThrownBy(() -> host.adopt(1, secret)).hasMessage(ShareRefused.STATE);
      assertThatThrownBy(() -> host.found(2)).hasMessage(ShareRefused.STATE);
    }
  }

  @Test
  void a_closed_one_takes_no_key_over_the_one_it_had() throws Exception {
    var host = founded();
    var key = Files.readString(folder.resolve("key"));
    host.close();
    assertThatThrownBy(() -> host.found(2)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(host::status).isInstanceOf(IllegalStateException.class);
    assertThat(folder.resolve("key")).hasContent(key);
  }

  @Test
  void one_process_has_the_folder() throws Exception {
    try (var host = founded()) {
      assertThat(host.status().epoch()).isEqualTo(1);
      assertThatThrownBy(this::host)
          .isInstanceOfAny(IOException.class, java.nio.channels.OverlappingFileLockException.class);
    }
  }

  private ShareHost founded() throws IOException, ShareRefused {
    var host = host();
    host.found(1);
    return host;
  }

  private ShareHost host() throws IOException {
    return new ShareHost(folder, () -> now, random);
  }

  private int answered(ShareHost host, ShareAsk ask, int count) throws Exception {
    return evaluate(host, ask, 1, count).map(answer -> answer.elements().size()).orElse(0);
  }

  private Optional<OprfEvaluation> evaluate(ShareHost host, ShareAsk ask, int epoch, int count)
      throws ShareRefused, IOException {
    var blinded =
        IntStream.range(0, count)
            .mapToObj(i -> VOPRF.blind(new byte[] {(byte) i}, random).element())
            .toList();
    return host.evaluate(ask, epoch, blinded);
  }

  private List<IdentifierToken> tokens(ShareHost host, int epoch, String... inputs)
      throws ShareRefused {
    var key = Objects.requireNonNull(host.status().publicKey());
    var circle = new ShareCircle(key, 1, List.of(new ShareCircle.Seat(1, key, host::evaluate)));
    var bytes =
        java.util.Arrays.stream(inputs).map(i -> i.getBytes(StandardCharsets.UTF_8)).toList();
    var made = circle.tokens(ask("heron", "a"), epoch, bytes, random);
    assertThat(made.wrong()).isEmpty();
    assertThat(made.away()).isEmpty();
    return made.tokens();
  }

  static ShareAsk ask(String account, String incident) {
    return new ShareAsk(digest(account), digest(incident));
  }

  private static String digest(String text) {
    return HexFormat.of().formatHex(Digests.sha256(text.getBytes(StandardCharsets.UTF_8)));
  }
}
