package org.vigie.matching.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.kernel.SuppressForbidden;
import org.vigie.matching.share.ShareCircle.Host;
import org.vigie.matching.share.ShareCircle.Seat;
import org.vigie.matching.token.IdentifierToken;
import org.vigie.seal.Oprf;
import org.vigie.seal.OprfKey;
import org.vigie.seal.OprfPart;
import org.vigie.seal.OprfShare;
import org.vigie.seal.OprfSharing;

/** Two of three share hosts, each with a folder and budgets of its own. */
class ShareCircleTest {

  private static final Oprf VOPRF = Oprf.of(Oprf.Mode.VOPRF);
  private static final ShareAsk ASK = ShareHostTest.ask("heron", "an incident");

  @TempDir private Path folder = Path.of("");

  private final SecureRandom random = new SecureRandom();
  private final OprfKey key = OprfKey.generate(random);
  private final List<OprfShare> shares = OprfSharing.split(key, 2, 3, random);
  private final List<ShareHost> hosts = new ArrayList<>();

  @BeforeEach
  @SuppressForbidden(reason = "a day passes in no test here")
  void begin() throws IOException, ShareRefused {
    for (var share : shares) {
      var own = Files.createDirectory(folder.resolve("host" + share.number()));
      var host = new ShareHost(own, Clock.systemUTC(), random);
      try (var secret = share.key().secret()) {
        host.adopt(1, secret);
      }
      hosts.add(host);
    }
  }

  @AfterEach
  void end() throws IOException {
    for (var host : hosts) {
      host.close();
    }
    key.close();
  }

  @Test
  void S_50_any_two_of_three_make_the_token_of_the_whole_key() throws ShareRefused {
    for (var left = 0; left < 3; left++) {
      var seats = new ArrayList<>(seats());
      seats.remove(left);
      assertThat(made(seats).tokens()).containsExactly(whole("+33639984017"));
    }
  }

  @Test
  void S_50_one_alone_makes_none() {
    assertThatThrownBy(() -> made(seats().subList(0, 1))).hasMessage(ShareRefused.PROOF);
    var seats = new ArrayList<>(seats().subList(0, 1));
    seats.add(seat(2, silent()));
    assertThatThrownBy(() -> made(seats)).hasMessage(ShareRefused.TOO_FEW);
  }

  @Test
  void S_50_a_host_with_a_wrong_share_is_found_named_and_gone_around() throws ShareRefused {
    try (var other = OprfKey.generate(random)) {
      Host wrong =
          (ask, epoch, blinded) -> java.util.Optional.of(VOPRF.evaluateAll(other, blinded, random));
      var seats = new ArrayList<>(seats());
      seats.set(0, seat(1, wrong));
      var made = made(seats);
      assertThat(made.wrong()).containsExactly(1);
      assertThat(made.tokens()).containsExactly(whole("+33639984017"));
      seats.set(2, seat(3, wrong));
      assertThatThrownBy(() -> made(seats))
          .isInstanceOfSatisfying(
              ShareRefused.class, refused -> assertThat(refused.details()).containsExactly(1, 3));
    }
  }

  @Test
  void S_50_a_stolen_index_with_fewer_than_t_shares_tests_no_guess() throws Exception {
    var right = "+33639984017";
    var index = whole(right).index();
    for (var stolen : shares) {
      assertThat(guess(List.of(stolen), right)).isNotEqualTo(index);
    }
    assertThat(guess(shares.subList(0, 2), right)).as("with t shares, it does").isEqualTo(index);
    assertThat(guess(shares.subList(0, 2), "+33639984018")).isNotEqualTo(index);
  }

  /** What a thief computes who has these shares and guesses this number. */
  private String guess(List<OprfShare> stolen, String number) throws Exception {
    var blinding = VOPRF.blind(number.getBytes(StandardCharsets.UTF_8), random);
    var parts = new ArrayList<OprfPart>();
    for (var share : stolen) {
      var answer = VOPRF.evaluateAll(share.key(), List.of(blinding.element()), random);
      var element = VOPRF.unblindAll(List.of(blinding), answer, share.key().publicKey()).getFirst();
      parts.add(new OprfPart(share.number(), element));
    }
    return new IdentifierToken(1, OprfSharing.join(parts)).index();
  }

  @Test
  void S_53_each_host_counts_for_itself() throws ShareRefused {
    var seats = seats();
    assertThat(tokens(List.of(seats.get(0), seats.get(1)), 4)).isEqualTo(4);
    assertThat(tokens(List.of(seats.get(1), seats.get(2)), 4)).isEqualTo(1);
    assertThat(tokens(List.of(seats.get(0), seats.get(2)), 4)).isEqualTo(1);
    assertThat(tokens(List.of(seats.get(0), seats.get(1)), 4)).isZero();
  }

  private int tokens(List<Seat> seats, int count) throws ShareRefused {
    var inputs = new ArrayList<byte[]>();
    for (var i = 0; i < count; i++) {
      inputs.add(new byte[] {(byte) i});
    }
    return new ShareCircle(key.publicKey(), 2, seats)
        .tokens(ASK, 1, inputs, random)
        .tokens()
        .size();
  }

  private ShareCircle.Made made(List<Seat> seats) throws ShareRefused {
    return new ShareCircle(key.publicKey(), 2, seats)
        .tokens(ASK, 1, List.of("+33639984017".getBytes(StandardCharsets.UTF_8)), random);
  }

  private IdentifierToken whole(String input) throws ShareRefused {
    Host whole =
        (ask, epoch, blinded) -> java.util.Optional.of(VOPRF.evaluateAll(key, blinded, random));
    return new ShareCircle(key.publicKey(), 1, List.of(new Seat(1, key.publicKey(), whole)))
        .tokens(ASK, 1, List.of(input.getBytes(StandardCharsets.UTF_8)), random)
        .tokens()
        .getFirst();
  }

  private List<Seat> seats() {
    var seats = new ArrayList<Seat>();
    for (var host : hosts) {
      seats.add(seat(seats.size() + 1, host::evaluate));
    }
    return seats;
  }

  private Seat seat(int number, Host host) {
    return new Seat(number, shares.get(number - 1).key().publicKey(), host);
  }

  private static Host silent() {
    return (ask, epoch, blinded) -> {
      throw new IOException("the line is cut");
    };
  }
}
