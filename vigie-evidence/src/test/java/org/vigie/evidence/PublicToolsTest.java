package org.vigie.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gov.loc.repository.bagit.domain.Version;
import gov.loc.repository.bagit.reader.BagReader;
import gov.loc.repository.bagit.verify.BagVerifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.ledger.SignedNote;
import org.vigie.ledger.timestamp.CertificateChain;
import org.vigie.ledger.timestamp.TimeStampRequest;

/** The commands of VERIFY.txt, in a shell, with nothing of ours. */
class PublicToolsTest {

  private static final String AUTHORITY =
      """
      set -e
      openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout root.key \
        -out root.pem -days 30 -subj "/CN=Test root"
      openssl req -new -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout tsa.key \
        -out tsa.csr -subj "/CN=Test TSA"
      printf 'extendedKeyUsage=critical,timeStamping\\nkeyUsage=critical,digitalSignature\\n' > ext
      openssl x509 -req -in tsa.csr -CA root.pem -CAkey root.key -CAcreateserial -days 30 \
        -extfile ext -out tsa.pem
      printf '[tsa]\\ndefault_tsa=t\\n[t]\\nserial=serial\\nsigner_digest=sha256\\n' > ts.cnf
      printf 'default_policy=1.2.3.4.1\\ndigests=sha256\\ness_cert_id_alg=sha256\\n' >> ts.cnf
      echo 01 > serial
      openssl ts -reply -config ts.cnf -queryfile q.tsq -signer tsa.pem -inkey tsa.key -out r.tsr
      """;

  private static final String SIGNATURE =
      """
      set -e
      sed '1,/^$/d' proofs/E-001.tlog-proof > ../checkpoint
      head -n 3 ../checkpoint > ../text
      sed -n '5s/.* //p' ../checkpoint | base64 -d | tail -c +5 > ../sig
      (printf '\\060\\052\\060\\005\\006\\003\\053\\145\\160\\003\\041\\000'; \
        head -n 1 log-keys.txt | cut -d+ -f3- | base64 -d | tail -c 32) > ../key
      openssl pkeyutl -verify -pubin -keyform DER -inkey ../key -rawin \
        -in ../text -sigfile ../sig
      """;

  private static final String STAMP =
      "openssl ts -verify -data checkpoints/16 -in checkpoints/16.tsr -CAfile tsa-chain.pem";

  @TempDir Path temp;

  private Path folder = Path.of("");

  @BeforeEach
  void write() throws Exception {
    require("openssl version");
    var contents =
        Packages.sample((log, note) -> {
          stamp(note);
          var reply = Files.readAllBytes(temp.resolve("r.tsr"));
          var chain = CertificateChain.parse(Files.readAllBytes(temp.resolve("root.pem")));
          return new LogMaterial(log.keys(), List.of(new StampedCheckpoint(note, reply)), chain);
        });
    folder = PackageWriter.prepare(contents, Packages.signer(1)).writeFolder(temp);
  }

  private void stamp(SignedNote note) throws Exception {
    var request = TimeStampRequest.of(note.encoded().getBytes(UTF_8), new SecureRandom());
    Files.write(temp.resolve("q.tsq"), request.encoded());
    assertThat(shell(temp, AUTHORITY)).as("see the log of the shell").isZero();
  }

  @Test
  void S_73_the_commands_of_the_text_hold_and_so_does_our_own_check() throws Exception {
    assertThat(Packages.failures(folder)).isEmpty();
    assertThat(PackageCheck.check(folder)).extracting(CheckResult::key).contains("stamp");
    assertThat(shell(folder, "sha256sum -c --strict SHA256SUMS"))
        .as("see the log of the shell")
        .isZero();
    assertThat(shell(folder, "sha256sum -c --strict manifest-sha256.txt"))
        .as("see the log of the shell")
        .isZero();
    assertThat(shell(folder, "sha512sum -c --strict manifest-sha512.txt"))
        .as("see the log of the shell")
        .isZero();
    assertThat(shell(folder, SIGNATURE)).as("see the log of the shell").isZero();
    assertThat(shell(folder, STAMP)).as("see the log of the shell").isZero();
    assertThat(shell(folder, "cat proofs/E-001.salt proofs/E-001.json | sha256sum")).isZero();
    var salt = Salt.of(Files.readAllBytes(folder.resolve("proofs/E-001.salt")));
    var record = Packages.record(Packages.CHAT, "");
    assertThat(log()).startsWith(record.commit(salt).value().toString());
  }

  @Test
  void S_73_the_text_gives_the_commands_tested_here() {
    var text = new String(HowToCheck.text(), UTF_8);

    assertThat(text).contains("sha256sum -c SHA256SUMS", "openssl ts -verify -data checkpoints/16");
    var flat = text.replace("\\\n", " ").replaceAll("\\s+", " ");
    for (var line : SIGNATURE.lines().skip(1).toList()) {
      assertThat(flat).contains(line.replace("../", "/tmp/").replaceAll("\\s+", " ").strip());
    }
  }

  @Test
  void S_73_each_altered_file_is_caught_by_sha256sum_alone() throws Exception {
    List<Path> files;
    try (var walk = Files.walk(folder)) {
      files = walk.filter(Files::isRegularFile).toList();
    }
    for (var file : files) {
      var kept = Files.readAllBytes(file);
      var altered = kept.length == 0 ? new byte[1] : kept.clone();
      altered[altered.length / 2] ^= 1;
      Files.write(file, altered);
      if (!file.getFileName().toString().equals("SHA256SUMS.note")) {
        assertThat(shell(folder, "sha256sum -c --strict SHA256SUMS"))
            .as(file.toString())
            .isNotZero();
      }
      assertThat(Packages.failures(folder)).as(file.toString()).isNotEmpty();
      Files.write(file, kept);
    }
  }

  @Test
  void S_73_an_altered_checkpoint_is_caught_by_openssl_alone() throws Exception {
    var checkpoint = folder.resolve("checkpoints/16");
    var text = Files.readString(checkpoint);
    Files.writeString(checkpoint, text.replace("\n16\n", "\n17\n"));
    var proof = folder.resolve("proofs/E-001.tlog-proof");
    Files.writeString(proof, Files.readString(proof).replace("\n16\n", "\n17\n"));

    assertThat(shell(folder, STAMP)).isNotZero();
    assertThat(shell(folder, SIGNATURE)).isNotZero();
    assertThat(Packages.failures(folder).toString()).contains("stamp.refused", "proof.refused");
  }

  @Test
  void S_73_it_is_a_bag_by_the_Library_of_Congress_library() throws Exception {
    var bag = new BagReader().read(folder);
    try (var verifier = new BagVerifier()) {
      assertThat(bag.getVersion()).isEqualTo(new Version(1, 0));
      assertThat(bag.getPayLoadManifests()).hasSize(2);
      verifier.isComplete(bag, false);
      verifier.isValid(bag, false);

      for (var changed : List.of("data", "manifest-sha512.txt", "bag-info.txt")) {
        var file = someFile(folder.resolve(changed));
        var kept = Files.readAllBytes(file);
        var altered = kept.clone();
        altered[altered.length / 2] ^= 1;
        Files.write(file, altered);
        assertThatThrownBy(() -> verifier.isValid(new BagReader().read(folder), false))
            .as(changed)
            .isInstanceOf(Exception.class);
        Files.write(file, kept);
      }
      Files.delete(someFile(folder.resolve("data")));
      assertThatThrownBy(() -> verifier.isComplete(new BagReader().read(folder), false))
          .isInstanceOf(Exception.class);
    }
  }

  private static Path someFile(Path under) throws IOException {
    try (var walk = Files.walk(under)) {
      return walk.filter(Files::isRegularFile).sorted().findFirst().orElseThrow();
    }
  }

  @Test
  void S_73_it_is_a_bag_by_the_Library_of_Congress_tool() throws Exception {
    require("python3 -c 'import bagit'");

    assertThat(shell(temp, "python3 -m bagit --validate " + folder.getFileName()))
        .as("see the log of the shell")
        .isZero();
  }

  @Test
  void S_73_a_sealed_package_is_opened_by_age() throws Exception {
    require("age --version && age-keygen --version && unzip -v");
    var zip = temp.resolve("package.zip");
    try (var out = Files.newOutputStream(zip)) {
      PackageWriter.prepare(Packages.sample(), null).writeZip(out);
    }

    assertThat(
            shell(
                temp,
                "age-keygen -o k && age -R <(age-keygen -y k) -o p.age package.zip"
                    + " && age -d -i k -o q.zip p.age && cmp package.zip q.zip"
                    + " && unzip -q q.zip -d opened && cd opened/dossier-7f3a"
                    + " && sha256sum -c --strict SHA256SUMS"))
        .as("see the log of the shell")
        .isZero();
  }

  private void require(String command) throws Exception {
    Assumptions.assumeTrue(shell(temp, command) == 0, "not installed: " + command);
  }

  private String log() throws IOException {
    return Files.readString(temp.resolve("shell.log"), UTF_8);
  }

  private int shell(Path folder, String script) throws IOException, InterruptedException {
    var process =
        new ProcessBuilder("bash", "-c", script)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(temp.resolve("shell.log").toFile())
            .start();
    if (!process.waitFor(120, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      return -1;
    }
    return process.exitValue();
  }
}
