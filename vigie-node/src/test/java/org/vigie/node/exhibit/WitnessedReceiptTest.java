package org.vigie.node.exhibit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.evidence.CheckResult;
import org.vigie.evidence.PackageCheck;
import org.vigie.kernel.Secret;
import org.vigie.ledger.NoteSigner;
import org.vigie.ledger.PublicationSchedule;
import org.vigie.ledger.SignatureType;
import org.vigie.node.store.HouseLogs;

/** A receipt of a house whose log another house cosigns. */
class WitnessedReceiptTest {

  @Test
  void S_72_carries_the_cosignature_and_the_reader_who_knows_the_witness_can_ask_for_it(
      @TempDir Path folder) throws Exception {
    var seed = new byte[NoteSigner.SEED_LENGTH];
    Arrays.fill(seed, (byte) 6);
    var type = SignatureType.ED25519_COSIGNATURE;
    var witness = NoteSigner.ofSeed("vigie.invalid/north", type, Secret.take(seed));
    var scene = new Scene();
    var receipts = new Receipts(HouseLogs.of(scene.log));
    var exhibit = scene.receive("note.txt", "invented words");
    assertThat(scene.log.publishIfDue(PublicationSchedule.HOURLY)).isPresent();

    var before = (Receipts.State.There) receipts.of(exhibit, scene.now());
    assertThat(before.witnesses()).isZero();
    var line = witness.sign(scene.log.checkpoint().text(), scene.now());
    scene.log.cosign(16, List.of(line), List.of(witness.key()));
    var after = (Receipts.State.There) receipts.of(exhibit, scene.now());
    assertThat(after.witnesses()).isEqualTo(1);

    var file = Files.writeString(folder.resolve("receipt.txt"), after.receipt().text());
    assertThat(PackageCheck.check(List.of(file), List.of(), List.of(witness.key())))
        .noneMatch(CheckResult::isFailure)
        .extracting(CheckResult::key)
        .contains("witness.known");
  }
}
