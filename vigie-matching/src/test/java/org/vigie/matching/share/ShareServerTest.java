package org.vigie.matching.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.kernel.SuppressForbidden;
import org.vigie.seal.Oprf;
import org.vigie.seal.OprfElement;
import org.vigie.testkit.Midnight;
import org.vigie.testkit.Trials;

class ShareServerTest {

  private static final Oprf VOPRF = Oprf.of(Oprf.Mode.VOPRF);

  @TempDir private Path folder = Path.of("");

  private final SecureRandom random = new SecureRandom();

  @BeforeEach
  void sameDay() throws InterruptedException {
    Midnight.notWithin(Duration.ofMinutes(1));
  }

  @Test
  void answers_every_question_over_a_line() throws Exception {
    var questions = new PipedOutputStream();
    var answers = new PipedInputStream(1 << 16);
    try (var host = host()) {
      var in = new PipedInputStream(questions, 1 << 16);
      var out = new PipedOutputStream(answers);
      var served = Thread.ofVirtual().start(() -> serve(host, in, out));
      var client = new ShareClient(answers, questions);
      assertThat(client.status()).isEqualTo(new ShareStatus(0, null, null, 0));
      client.found(1);
      assertThatThrownBy(() -> client.found(1)).hasMessage(ShareRefused.STATE);
      var ask = ShareHostTest.ask("heron", "an incident");
      assertThat(client.room(ask)).isEqualTo(5);
      var blinding = VOPRF.blind(new byte[] {1}, random);
      var key = Objects.requireNonNull(client.status().publicKey());
      var answer = client.evaluate(ask, 1, List.of(blinding.element())).orElseThrow();
      assertThat(VOPRF.unblindAll(List.of(blinding), answer, key)).hasSize(1);
      assertThatThrownBy(() -> client.evaluate(ask, 7, List.of(blinding.element())))
          .hasMessage(ShareRefused.EPOCH);
      var six = new ArrayList<OprfElement>();
      for (var i = 0; i < 6; i++) {
        six.add(VOPRF.blind(new byte[] {(byte) i}, random).element());
      }
      assertThat(client.evaluate(ask, 1, six).orElseThrow().elements()).hasSize(4);
      assertThat(client.evaluate(ask, 1, six)).isEmpty();
      client.begin(2);
      var factor = Objects.requireNonNull(client.status().factor());
      assertThat(ShareCircle.moved(List.of(key), factor, all -> client.move(2, all), random))
          .containsExactly(Objects.requireNonNull(client.status().publicKey()));
      client.finish(2);
      assertThat(client.status().changing()).isFalse();
      questions.close();
      served.join();
    }
  }

  @Test
  void whatever_comes_it_answers_refuses_or_hangs_up() throws Exception {
    try (var host = host()) {
      host.found(1);
      Trials.forAll(
          300,
          200,
          (trial, size) -> {
            var bytes = new byte[size];
            trial.nextBytes(bytes);
            bytes[0] = (byte) trial.nextInt(10);
            var out = new ByteArrayOutputStream();
            try {
              new ShareServer(host).serve(new ByteArrayInputStream(bytes), out, () -> {});
            } catch (EOFException hungUp) {
              assertThat(out.size()).isLessThan(10_000);
            }
          });
      assertThat(host.status().evaluated()).as("noise makes no element").isZero();
    }
  }

  private static void serve(ShareHost host, PipedInputStream in, PipedOutputStream out) {
    try (out) {
      new ShareServer(host).serve(in, out, () -> {});
    } catch (IOException cut) {
      throw new UncheckedIOException(cut);
    }
  }

  @SuppressForbidden(reason = "a day passes in no test here")
  private ShareHost host() throws IOException {
    return new ShareHost(folder, Clock.systemUTC(), random);
  }
}
