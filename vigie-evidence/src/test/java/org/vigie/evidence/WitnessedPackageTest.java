package org.vigie.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.ledger.Checkpoint;
import org.vigie.ledger.CustodyLog;
import org.vigie.ledger.Hash;
import org.vigie.ledger.LedgerRefused;
import org.vigie.ledger.NoteKey;
import org.vigie.ledger.NoteSigner;
import org.vigie.ledger.PublicationSchedule;
import org.vigie.ledger.SignatureType;
import org.vigie.ledger.SignedNote;
import org.vigie.ledger.SplitProof;
import org.vigie.ledger.store.MemoryLogStore;
import org.vigie.ledger.timestamp.CertificateChain;

/** What witnesses signed, carried in packages and receipts and named by the check. */
@SuppressWarnings("NullAway.Init")
class WitnessedPackageTest {

  private static final NoteSigner WITNESS =
      Packages.signer("vigie.invalid/north", SignatureType.ED25519_COSIGNATURE, 7);
  private static final NoteSigner STRANGER =
      Packages.signer("vigie.invalid/south", SignatureType.ED25519_COSIGNATURE, 8);

  @TempDir Path temp;

  private final Salt salt = Salt.random(new SecureRandom());
  private Instant now = Packages.PUBLISHED;
  private CustodyLog log;
  private IntakeRecord record;

  @BeforeEach
  void publishes_an_entry() throws Exception {
    record = Packages.record(Packages.CHAT, "");
    var store = new MemoryLogStore();
    log = CustodyLog.open(store, List.of(Packages.signer(1)), new SecureRandom(), () -> now);
    log.submit(record.commit(salt));
    publish();
  }

  private void publish() {
    assertThat(log.publishIfDue(PublicationSchedule.HOURLY)).isPresent();
    now = now.plusSeconds(3600);
  }

  private void cosign(long size) throws LedgerRefused {
    var line = WITNESS.sign(log.checkpoint(size).text(), now);
    log.cosign(size, List.of(line), List.of(WITNESS.key()));
  }

  private Path write(List<NoteKey> witnesses) throws Exception {
    var index = log.find(record.commit(salt)).orElseThrow();
    var intake =
        new Intake(record, salt, log.proveWitnessed(index), log.proveLater(index).orElse(null));
    var keys = new ArrayList<>(log.keys());
    keys.addAll(witnesses);
    var contents =
        new EvidencePackage(
            "dossier-1",
            Packages.EXPORTED,
            "",
            "",
            List.of(Packages.item("E-1", "txt", "text/plain", Packages.CHAT, null, intake)),
            List.of(),
            new LogMaterial(keys, List.of(), new CertificateChain(List.of())),
            null);
    return Packages.write(temp, "a.zip", Packages.zip(contents));
  }

  private static List<String> keys(List<CheckResult> results) {
    return results.stream().map(CheckResult::key).toList();
  }

  @Test
  void S_72_cosignatures_travel_in_a_package_and_count_when_the_reader_knows_the_witness()
      throws Exception {
    cosign(16);
    var zip = write(log.witnessKeys());

    assertThat(PackageCheck.check(zip)).noneMatch(CheckResult::isFailure);
    assertThat(keys(PackageCheck.check(zip))).contains("witness.compare");
    var known = PackageCheck.check(List.of(zip), List.of(), List.of(WITNESS.key()));
    assertThat(known).noneMatch(CheckResult::isFailure);
    assertThat(keys(known)).contains("witness.known").doesNotContain("witness.compare");
    assertThat(PackageCheck.check(List.of(zip), List.of(), List.of(STRANGER.key())))
        .filteredOn(CheckResult::isFailure)
        .extracting(CheckResult::key)
        .containsExactly("witness.missing");
  }

  @Test
  void a_line_whose_key_did_not_come_along_is_named_as_unchecked() throws Exception {
    cosign(16);
    var zip = write(List.of());

    assertThat(PackageCheck.check(zip)).noneMatch(CheckResult::isFailure);
    assertThat(keys(PackageCheck.check(zip))).contains("witness.unchecked");
    assertThat(keys(PackageCheck.check(List.of(zip), List.of(), List.of(WITNESS.key()))))
        .contains("witness.known")
        .doesNotContain("witness.unchecked");
    assertThat(run("--witness", WITNESS.key().text(), zip.toString()))
        .contains("ok  ", "vigie.invalid/north, whose key you gave, cosigned 1 checkpoint(s)");
    assertThat(run("--witness", "north", zip.toString())).contains("Usage");
  }

  @Test
  void where_the_stamped_checkpoint_has_no_witness_a_later_one_is_added() throws Exception {
    log.keepTimeStamp(16, new byte[] {1}, Instant.EPOCH);
    publish();
    cosign(32);
    var zip = write(log.witnessKeys());

    var results = PackageCheck.check(List.of(zip), List.of(), List.of(WITNESS.key()));
    assertThat(results).noneMatch(CheckResult::isFailure);
    assertThat(results).filteredOn(r -> r.key().equals("proof")).hasSize(2);
    assertThat(keys(results)).contains("witness.known", "log.one-history");
  }

  @Test
  void a_receipt_carries_the_cosignature() throws Exception {
    cosign(16);
    var index = log.find(record.commit(salt)).orElseThrow();
    var keys = new ArrayList<>(log.keys());
    keys.addAll(log.witnessKeys());
    var text = Receipt.of(record.commit(salt), keys, log.proveWitnessed(index), List.of()).text();
    var file = Files.writeString(temp.resolve("receipt.txt"), text);

    assertThat(keys(PackageCheck.check(List.of(file), List.of(), List.of(WITNESS.key()))))
        .containsExactly(
            "receipt", "receipt.proof", "receipt.time", "witness.known", "key.compare");
    assertThat(keys(PackageCheck.check(List.of(file), List.of(), List.of(STRANGER.key()))))
        .contains("receipt.witness.missing");
    Files.writeString(file, text.replace("vigie.invalid/north", "vigie.invalid/nurth"));
    assertThat(PackageCheck.check(file)).anyMatch(CheckResult::isFailure);
  }

  @Test
  void S_72_the_proof_of_two_histories_is_checked_by_anyone() throws Exception {
    var own = log.checkpoint(16);
    var other = new Checkpoint(log.keys().getFirst().name(), 16, Hash.ofLeaf("another"));
    var second = SignedNote.sign(other.text(), List.of(Packages.signer(1)), now);
    var proof = new SplitProof(log.keys().getFirst(), own, second, List.of());
    var file = Files.writeString(temp.resolve("split.txt"), proof.text());

    assertThat(keys(PackageCheck.check(file))).containsExactly("split", "key.compare");
    var twice = new SplitProof(log.keys().getFirst(), own, own, List.of());
    Files.writeString(file, twice.text());
    assertThat(keys(PackageCheck.check(file))).containsExactly("split.none");
    Files.writeString(file, proof.text().replace("\n16\n", "\n17\n"));
    assertThat(keys(PackageCheck.check(file))).containsExactly("split.refused");
  }

  private static String run(String... arguments) {
    var out = new ByteArrayOutputStream();
    var print = new PrintStream(out, true, UTF_8);
    new VerifyCommand(print, print, Locale.ENGLISH, "verify").run(List.of(arguments));
    return out.toString(UTF_8);
  }
}
