package org.vigie.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against an authority that openssl plays, with a root of its own. */
class TimeStampsTest {

  private static final String CONFIG =
      """
      [tsa]
      default_tsa=t
      [t]
      serial=%1$s/serial
      crypto_device=builtin
      signer_digest=sha256
      default_policy=1.2.3.4.1
      digests=sha256
      accuracy=secs:1
      ordering=no
      tsa_name=yes
      ess_cert_id_chain=no
      ess_cert_id_alg=sha256
      certs=%1$s/tsa.pem
      """;

  @TempDir static Path folder;

  private final SecureRandom random = new SecureRandom();
  private final byte[] digest = Digests.sha256(Bytes.of("a checkpoint"));

  @BeforeAll
  static void foundAuthority() throws Exception {
    assumeTrue(Commands.exist("openssl"), "openssl is not installed");
    Files.writeString(folder.resolve("tsa.cnf"), CONFIG.formatted(folder));
    Files.writeString(folder.resolve("serial"), "01");
    Files.writeString(
        folder.resolve("leaf.ext"),
        "extendedKeyUsage=critical,timeStamping\nkeyUsage=critical,digitalSignature\n");
    for (var root : List.of("root", "stranger")) {
      openssl(
          "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 30 -subj /CN="
              + root
              + " -keyout "
              + root
              + ".key -out "
              + root
              + ".pem");
    }
    openssl(
        "req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj /CN=tsa -keyout tsa.key -out tsa.csr");
    openssl(
        "x509 -req -in tsa.csr -CA root.pem -CAkey root.key -CAcreateserial -days 30"
            + " -extfile leaf.ext -out tsa.pem");
    openssl(
        "x509 -req -in tsa.csr -CA root.pem -CAkey root.key -CAcreateserial -days 30 -out plain.pem");
  }

  @Test
  void are_accepted_under_a_trusted_root_or_the_very_certificate() throws Exception {
    var request = TimeStamps.request(digest, random);
    var reply = reply(request);
    for (var trusted : List.of("root.pem", "tsa.pem")) {
      var stamp = TimeStamps.accept(request, reply, certificates(trusted));
      assertThat(stamp.policy()).isEqualTo("1.2.3.4.1");
      assertThat(stamp.authority()).contains("CN=tsa");
      assertThat(stamp.at())
          .isAfter(
              Files.getLastModifiedTime(folder.resolve("tsa.cnf")).toInstant().minusSeconds(60));
      assertThat(TimeStamps.verify(digest, reply, certificates(trusted))).isEqualTo(stamp);
    }
  }

  @Test
  void are_refused_under_a_stranger_s_root_or_none() throws Exception {
    var request = TimeStamps.request(digest, random);
    var reply = reply(request);
    for (var trusted : List.of(certificates("stranger.pem"), List.<X509Certificate>of())) {
      assertThatThrownBy(() -> TimeStamps.accept(request, reply, trusted))
          .hasMessage("seal.timestamp-untrusted");
    }
  }

  @Test
  void are_refused_for_other_data_another_request_or_any_change() throws Exception {
    var request = TimeStamps.request(digest, random);
    var reply = reply(request);
    var root = certificates("root.pem");
    var other = Digests.sha256(Bytes.of("another checkpoint"));
    assertThatThrownBy(() -> TimeStamps.verify(other, reply, root))
        .hasMessage("seal.timestamp-other-data");
    assertThatThrownBy(() -> TimeStamps.accept(TimeStamps.request(digest, random), reply, root))
        .hasMessage("seal.timestamp-other-data");
    for (var at = 0; at < reply.length; at += 7) {
      var cut = java.util.Arrays.copyOf(reply, at);
      assertThatThrownBy(() -> TimeStamps.verify(digest, cut, root))
          .isInstanceOf(SealRefused.class);
    }
    var last = reply.clone();
    last[last.length - 1] ^= 1;
    assertThatThrownBy(() -> TimeStamps.verify(digest, last, root)).isInstanceOf(SealRefused.class);
  }

  @Test
  void openssl_refused_requests_are_not_granted() throws Exception {
    var request = TimeStamps.request(digest, random);
    // openssl answers a request for an unknown digest algorithm with a refusal, not with an error.
    Files.writeString(
        folder.resolve("strict.cnf"),
        CONFIG.formatted(folder).replace("digests=sha256", "digests=sha512"));
    Files.write(folder.resolve("strict.tsq"), request);
    openssl(
        "ts -reply -config strict.cnf -queryfile strict.tsq -signer tsa.pem -inkey tsa.key -out strict.tsr");
    var reply = Files.readAllBytes(folder.resolve("strict.tsr"));
    assertThatThrownBy(() -> TimeStamps.verify(digest, reply, certificates("root.pem")))
        .hasMessage("seal.timestamp-not-granted");
  }

  private byte[] reply(byte[] request) throws Exception {
    Files.write(folder.resolve("r.tsq"), request);
    openssl("ts -reply -config tsa.cnf -queryfile r.tsq -signer tsa.pem -inkey tsa.key -out r.tsr");
    return Files.readAllBytes(folder.resolve("r.tsr"));
  }

  private static void openssl(String arguments) throws IOException, InterruptedException {
    Commands.run(folder, new byte[0], ("openssl " + arguments).split(" ", -1));
  }

  private static List<X509Certificate> certificates(String name)
      throws IOException, GeneralSecurityException {
    try (InputStream in = Files.newInputStream(folder.resolve(name))) {
      return List.of(
          (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in));
    }
  }
}
