package org.vigie.ledger.timestamp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.vigie.testkit.Trials.forAll;

import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.ledger.Hash;
import org.vigie.ledger.LedgerRefused;

class TimeStampTest {

  private static final byte[] DATA = "a checkpoint".getBytes(UTF_8);
  private static final String P_256 = "-newkey ec -pkeyopt ec_paramgen_curve:P-256";

  @TempDir Path temp;

  @ParameterizedTest
  @ValueSource(strings = {P_256, "-newkey rsa:2048"})
  void S_73_a_token_by_openssl_is_checked_with_the_JDK_alone(String key) throws Exception {
    try (var authority = OpensslAuthority.start(temp, key.split(" "))) {
      var chain = CertificateChain.parse(Files.readAllBytes(authority.root()));
      var token = TimeStampToken.parseReply(stamp(authority));

      var signer = token.verify(Hash.sha256(DATA), List.of(), chain.roots());

      assertThat(signer.getSubjectX500Principal()).hasToString("CN=Test TSA");
      assertThat(token.time()).isCloseTo(InstantSource.system().instant(), within());
      assertThat(token.serialNumber()).isPositive();
      assertRefused(
          "ledger.time-stamp-of-other-data",
          () -> token.verify(Hash.ofLeaf("other"), List.of(), chain.roots()));
      assertRefused(
          "ledger.untrusted-authority",
          () -> token.verify(Hash.sha256(DATA), List.of(), List.of()));
    }
  }

  @Test
  void S_73_openssl_accepts_the_reply_kept() throws Exception {
    try (var authority = OpensslAuthority.start(temp, P_256.split(" "))) {
      Files.write(temp.resolve("c.tsr"), stamp(authority));
      Files.write(temp.resolve("c"), DATA);
      Files.write(temp.resolve("d"), "another".getBytes(UTF_8));

      assertThat(verify("c")).isZero();
      assertThat(verify("d")).isNotZero();
    }
  }

  @Test
  void S_73_refuses_another_root_and_every_altered_byte_that_counts() throws Exception {
    try (var authority = OpensslAuthority.start(temp, P_256.split(" "))) {
      var chain = CertificateChain.parse(Files.readAllBytes(authority.root()));
      var reply = stamp(authority);
      var time = TimeStampToken.parseReply(reply).time();
      forAll(
          reply.length,
          (random, size) -> {
            var altered = reply.clone();
            altered[size - 1] ^= (byte) (1 << random.nextInt(8));
            try {
              var token = TimeStampToken.parseReply(altered);
              var signer = token.verify(Hash.sha256(DATA), List.of(), chain.roots());
              // What the signature does not cover may change, what it says may not.
              assertThat(token.time()).isEqualTo(time);
              assertThat(signer.getSubjectX500Principal()).hasToString("CN=Test TSA");
            } catch (LedgerRefused refused) {
              assertThat(refused.key()).startsWith("ledger.");
            }
          });
      var elsewhere = Files.createDirectory(temp.resolve("other"));
      try (var other = OpensslAuthority.start(elsewhere, P_256.split(" "))) {
        var foreign = CertificateChain.parse(Files.readAllBytes(other.root()));
        assertRefused(
            "ledger.untrusted-authority",
            () ->
                TimeStampToken.parseReply(reply)
                    .verify(Hash.sha256(DATA), List.of(), foreign.roots()));
      }
    }
  }

  @Test
  void a_refusal_of_the_authority_is_told_apart() {
    var declined = new byte[] {0x30, 5, 0x30, 3, 2, 1, 2};

    assertRefused("ledger.time-stamp-declined", () -> TimeStampToken.parseReply(declined));
    assertRefused("ledger.malformed-time-stamp", () -> TimeStampToken.parseReply(new byte[0]));
    assertRefused(
        "ledger.malformed-time-stamp",
        () -> TimeStampToken.parseReply(new byte[TimeStampToken.MAX_LENGTH + 1]));
  }

  private byte[] stamp(OpensslAuthority authority) throws Exception {
    try (var http = HttpClient.newHttpClient()) {
      return new TimeStampClient(http, authority.address(), new SecureRandom()).stamp(DATA);
    }
  }

  private int verify(String data) throws Exception {
    return OpensslAuthority.run(
        temp, "openssl", "ts", "-verify", "-data", data, "-in", "c.tsr", "-CAfile", "root.pem");
  }

  private static org.assertj.core.data.TemporalUnitOffset within() {
    return org.assertj.core.api.Assertions.within(1, ChronoUnit.HOURS);
  }

  private static void assertRefused(String key, ThrowingCallable call) {
    assertThatExceptionOfType(LedgerRefused.class)
        .isThrownBy(call)
        .satisfies(refused -> assertThat(refused.key()).isEqualTo(key));
  }

  @Test
  void a_request_reads_as_a_request_to_openssl() throws Exception {
    org.junit.jupiter.api.Assumptions.assumeTrue(
        OpensslAuthority.run(temp, "openssl", "version") == 0, "openssl is not installed");
    Files.write(temp.resolve("q"), TimeStampRequest.of(DATA, new SecureRandom()).encoded());
    OpensslAuthority.require(temp, "openssl", "ts", "-query", "-in", "q", "-text");

    assertThat(Files.readString(temp.resolve("log")))
        .contains("Hash Algorithm: sha256", "Certificate required: yes");
  }
}
