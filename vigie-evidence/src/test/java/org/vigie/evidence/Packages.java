package org.vigie.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.kernel.Secret;
import org.vigie.ledger.CustodyLog;
import org.vigie.ledger.Hash;
import org.vigie.ledger.LedgerRefused;
import org.vigie.ledger.NoteSigner;
import org.vigie.ledger.PublicationSchedule;
import org.vigie.ledger.SignatureType;
import org.vigie.ledger.SignedNote;
import org.vigie.ledger.store.MemoryLogStore;
import org.vigie.ledger.timestamp.CertificateChain;

/** A house with a log and three invented exhibits, for tests. */
final class Packages {

  static final Instant RECEIVED = Instant.parse("2026-03-01T09:17:23Z");
  static final Instant PUBLISHED = Instant.parse("2026-03-01T10:00:05Z");
  static final Instant EXPORTED = Instant.parse("2026-04-02T08:00:00Z");
  static final byte[] CHAT = "01/03/2026, 09:01 - +852 5555 0134: hello\n".getBytes(UTF_8);
  static final byte[] IMAGE = {(byte) 0x89, 'P', 'N', 'G', 1, 2, 3, 4};
  static final byte[] READING = "{\"n\":1,\"text\":\"hello\"}\n".getBytes(UTF_8);
  static final byte[] LETTER = "%PDF-1.7 a letter".getBytes(UTF_8);

  private static final SecureRandom RANDOM = new SecureRandom();

  private Packages() {}

  static NoteSigner signer(int number) {
    return signer("vigie.example/custody/1", SignatureType.ED25519, number);
  }

  static NoteSigner signer(String name, SignatureType type, int number) {
    var seed = new byte[NoteSigner.SEED_LENGTH];
    Arrays.fill(seed, (byte) number);
    try (var secret = Secret.take(seed)) {
      return NoteSigner.ofSeed(name, type, secret);
    }
  }

  static IntakeRecord record(byte[] bytes, String tool) throws IOException {
    var print = Fingerprint.of(Content.of(bytes));
    return new IntakeRecord(
        print.sha256(), print.sha512(), print.length(), RECEIVED, "upload", tool);
  }

  static CustodyLog log(List<NoteSigner> signers, List<IntakeRecord> records, List<Salt> salts)
      throws LedgerRefused {
    var log = CustodyLog.open(new MemoryLogStore(), signers, RANDOM, () -> PUBLISHED);
    for (var i = 0; i < records.size(); i++) {
      log.submit(records.get(i).commit(salts.get(i)));
    }
    var published = log.publishIfDue(PublicationSchedule.HOURLY);
    if (published.isEmpty()) {
      throw new AssertionError("A new log is due at once");
    }
    return log;
  }

  static CustodyLog log(List<IntakeRecord> records, List<Salt> salts) throws LedgerRefused {
    var cosigner = signer("vigie.example/time", SignatureType.ED25519_COSIGNATURE, 2);
    return log(List.of(signer(1), cosigner), records, salts);
  }

  static Intake intake(CustodyLog log, IntakeRecord record, Salt salt) throws LedgerRefused {
    var index = log.find(record.commit(salt)).orElseThrow();
    return new Intake(record, salt, log.proveEarliest(index));
  }

  /** The whole package; the stamp is made by whoever wants one. */
  static EvidencePackage sample(Stamp stamp) throws Exception {
    var records = List.of(record(CHAT, ""), record(IMAGE, ""), record(READING, "reader 1.0"));
    var salts = List.of(Salt.random(RANDOM), Salt.random(RANDOM), Salt.random(RANDOM));
    var log = log(records, salts);
    var note = log.checkpoint();
    return new EvidencePackage(
        "dossier-7f3a",
        EXPORTED,
        "A prosecutor / Un procureur",
        "complaint",
        List.of(
            quoted(
                item(
                    "E-001",
                    "txt",
                    "text/plain",
                    CHAT,
                    null,
                    intake(log, records.get(0), salts.get(0)))),
            obtained(
                item(
                    "E-002",
                    "png",
                    "image/png",
                    IMAGE,
                    null,
                    intake(log, records.get(1), salts.get(1)))),
            item(
                "E-003",
                "json",
                "application/json",
                READING,
                new Derivation("E-001", "reader 1.0"),
                intake(log, records.get(2), salts.get(2))),
            item("E-004", "bin", "application/octet-stream", new byte[0], null, null)),
        List.of(new Document("letter.pdf", "application/pdf", Content.of(LETTER), "the letter")),
        stamp.material(log, note),
        Content.of("not really a jar".getBytes(UTF_8)));
  }

  static EvidencePackage sample() throws Exception {
    return sample(
        (log, _) -> new LogMaterial(log.keys(), List.of(), new CertificateChain(List.of())));
  }

  /** Gets a checkpoint stamped. */
  @FunctionalInterface
  interface Stamp {
    LogMaterial material(CustodyLog log, SignedNote note) throws Exception;
  }

  /** The same, its only line quoted. */
  private static Item quoted(Item item) {
    return new Item(
        item.exhibit(),
        item.extension(),
        item.mediaType(),
        item.content(),
        item.provenance(),
        item.custody(),
        item.intake(),
        List.of(new Quoted(1, 1, 0, CHAT.length, Hash.sha256(CHAT))));
  }

  /** The same, with what was said of how it came. */
  private static Item obtained(Item item) {
    var known = item.provenance();
    var said = new Obtained("shared", "screenshot", "other-party", "knew", "~2026-02", "E-001");
    return new Item(
        item.exhibit(),
        item.extension(),
        item.mediaType(),
        item.content(),
        new Provenance(
            known.received(),
            known.method(),
            known.original(),
            known.derivedFrom(),
            known.unchecked(),
            said),
        item.custody(),
        item.intake());
  }

  static Item item(
      String exhibit,
      String extension,
      String mediaType,
      byte[] bytes,
      @Nullable Derivation source,
      @Nullable Intake intake) {
    var provenance =
        new Provenance(
            RECEIVED, "exported by the person", source == null, source, Provenance.UNCHECKED);
    return new Item(
        exhibit,
        extension,
        mediaType,
        Content.of(bytes),
        provenance,
        List.of(
            new CustodyEvent(RECEIVED, "received", "caseworker"),
            new CustodyEvent(EXPORTED, "exported", "caseworker")),
        intake);
  }

  static byte[] zip(EvidencePackage contents) throws Exception {
    var out = new ByteArrayOutputStream();
    PackageWriter.prepare(contents, signer(1)).writeZip(out);
    return out.toByteArray();
  }

  static Path write(Path folder, String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  static List<CheckResult> failures(Path file) throws IOException, EvidenceRefused {
    return PackageCheck.check(file).stream().filter(CheckResult::isFailure).toList();
  }
}
