package org.vigie.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.kernel.Secret;

class TotpTest {

  private static final String DIGITS = "1234567890";
  private static final Instant NOW = Instant.ofEpochSecond(1_111_111_109L);

  /** RFC 6238 appendix B. */
  @ParameterizedTest
  @CsvSource({
    "59,94287082,46119246,90693936",
    "1111111109,07081804,68084774,25091201",
    "1111111111,14050471,67062674,99943326",
    "1234567890,89005924,91819424,93441116",
    "2000000000,69279037,90698825,38618901",
    "20000000000,65353130,77737706,47863826"
  })
  void passes_the_vectors_of_RFC_6238(long second, String sha1, String sha256, String sha512) {
    assertThat(vector(20).code("HmacSHA1", second / 30, 8)).isEqualTo(sha1);
    assertThat(vector(32).code("HmacSHA256", second / 30, 8)).isEqualTo(sha256);
    assertThat(vector(64).code("HmacSHA512", second / 30, 8)).isEqualTo(sha512);
  }

  @Test
  void takes_the_present_code_and_its_neighbours_and_none_twice() {
    var totp = vector(20);
    var code = totp.code(NOW);
    var step = totp.check(code, NOW, -1).orElseThrow();
    assertThat(code).hasSize(6);
    assertThat(totp.check(code.substring(0, 3) + " " + code.substring(3), NOW, -1)).hasValue(step);
    assertThat(totp.check(code, NOW.plusSeconds(30), -1)).hasValue(step);
    assertThat(totp.check(code, NOW.minusSeconds(30), -1)).hasValue(step);
    assertThat(totp.check(code, NOW.plusSeconds(90), -1)).isEmpty();
    assertThat(totp.check(code, NOW, step)).isEmpty();
    assertThat(totp.check("000000", NOW, -1)).isEmpty();
    assertThat(totp.check("", NOW, -1)).isEmpty();
  }

  @Test
  void shows_its_secret_as_apps_read_it() {
    var totp = vector(20);
    assertThat(totp.secretText()).isEqualTo("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
    assertThat(totp.uri("Vigie", "quay 7"))
        .isEqualTo(
            "otpauth://totp/Vigie:quay%207?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Vigie");
    assertThat(totp.toString()).isEqualTo("Totp");
  }

  private static Totp vector(int length) {
    try (var secret = Secret.take(Bytes.of(DIGITS.repeat(7).substring(0, length)))) {
      return Totp.ofSecret(secret);
    }
  }
}
