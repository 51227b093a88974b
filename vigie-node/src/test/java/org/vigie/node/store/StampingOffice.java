package org.vigie.node.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.vigie.ledger.LedgerRefused;
import org.vigie.ledger.timestamp.CertificateChain;

/** A time-stamping authority in a folder: {@code openssl ts}, with a root of its own. */
public final class StampingOffice {

  private static final String CONFIGURATION =
      """
      [tsa]
      default_tsa=t
      [t]
      serial=serial
      crypto_device=builtin
      signer_digest=sha256
      default_policy=1.2.3.4.1
      digests=sha256
      accuracy=secs:1
      ess_cert_id_alg=sha256
      """;

  private final Path folder;

  private StampingOffice(Path folder) {
    this.folder = folder;
  }

  /** Opens one in an empty folder, or skips the test where OpenSSL is missing. */
  public static StampingOffice in(Path folder) throws IOException {
    Assumptions.assumeTrue(Files.exists(Path.of("/usr/bin/openssl")), "openssl is not installed");
    var office = new StampingOffice(Files.createDirectories(folder));
    Files.writeString(folder.resolve("ts.cnf"), CONFIGURATION);
    Files.writeString(folder.resolve("serial"), "01\n");
    Files.writeString(
        folder.resolve("ext.cnf"),
        "extendedKeyUsage=critical,timeStamping\nkeyUsage=critical,digitalSignature\n");
    office.run(
        "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout root.key"
            + " -out root.pem -days 3650 -subj /CN=Test-root");
    office.newCertificate(100);
    return office;
  }

  /** Signs with a new key from now on. */
  public void newCertificate(int days) throws IOException {
    run(
        "openssl req -new -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout tsa.key"
            + " -out tsa.csr -subj /CN=Test-authority");
    run(
        "openssl x509 -req -in tsa.csr -CA root.pem -CAkey root.key -CAcreateserial -days "
            + days
            + " -extfile ext.cnf -out tsa.pem");
  }

  /** The reply on {@code data}. */
  public byte[] stamp(byte[] data) throws IOException {
    Files.write(folder.resolve("data"), data);
    run("openssl ts -query -data data -sha256 -cert -out q.tsq");
    return reply();
  }

  /** The reply to a request, as it comes over a line. */
  public byte[] answer(byte[] query) throws IOException {
    Files.write(folder.resolve("q.tsq"), query);
    return reply();
  }

  private byte[] reply() throws IOException {
    run(
        "openssl ts -reply -config ts.cnf -queryfile q.tsq -signer tsa.pem -inkey tsa.key"
            + " -out r.tsr");
    return Files.readAllBytes(folder.resolve("r.tsr"));
  }

  /** The file with its root. */
  public Path root() {
    return folder.resolve("root.pem");
  }

  /** The certificate it signs with now. */
  public X509Certificate certificate() throws IOException, LedgerRefused {
    return CertificateChain.parse(Files.readAllBytes(folder.resolve("tsa.pem")))
        .certificates()
        .getFirst();
  }

  private void run(String command) throws IOException {
    try {
      var process =
          new ProcessBuilder(command.split(" ", -1))
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("log").toFile())
              .start();
      if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IOException(Files.readString(folder.resolve("log"), UTF_8));
      }
    } catch (InterruptedException stopped) {
      throw new IOException(stopped);
    }
  }
}
