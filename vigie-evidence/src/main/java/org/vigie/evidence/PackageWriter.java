package org.vigie.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.vigie.evidence.archive.ZipEntry;
import org.vigie.evidence.archive.ZipWriter;
import org.vigie.evidence.json.JsonRefused;
import org.vigie.ledger.Hash;
import org.vigie.ledger.LedgerRefused;
import org.vigie.ledger.NoteSigner;
import org.vigie.ledger.SignedNote;

/**
 * Writes a package, as a zip to a stream or as a folder. Contents are streamed and never kept in
 * memory or on disk; the same facts give the same bytes. Each content is read twice.
 */
public final class PackageWriter {

  private final EvidencePackage contents;
  private final SortedMap<String, Content> files = new TreeMap<>();
  private final SortedMap<String, Fingerprint> fingerprints = new TreeMap<>();

  private PackageWriter(EvidencePackage contents) {
    this.contents = contents;
  }

  /**
   * Reads every content once and prepares the package.
   *
   * @param signer signs the list of all hashes, so that a package altered as a whole is noticed by
   *     those who know the key; null leaves the signature out
   * @throws IOException when a content cannot be read
   * @throws EvidenceRefused {@code evidence.same-name} if two files would share a name
   */
  public static PackageWriter prepare(EvidencePackage contents, @Nullable NoteSigner signer)
      throws IOException, EvidenceRefused {
    var writer = new PackageWriter(contents);
    writer.addPayload();
    writer.addProofs();
    writer.addLists(signer);
    return writer;
  }

  private void add(String path, byte[] bytes) throws IOException, EvidenceRefused {
    add(path, Content.of(bytes));
  }

  private void add(String path, Content content) throws IOException, EvidenceRefused {
    if (files.put(path, content) != null) {
      throw new EvidenceRefused("evidence.same-name");
    }
    fingerprints.put(path, Fingerprint.of(content));
  }

  private void addPayload() throws IOException, EvidenceRefused {
    var names = new HashSet<String>();
    for (var item : contents.items()) {
      if (!names.add(item.exhibit().toLowerCase(Locale.ROOT))) {
        throw new EvidenceRefused("evidence.same-name");
      }
      add(item.path(), item.content());
    }
    names.clear();
    for (var document : contents.documents()) {
      if (!names.add(document.name().toLowerCase(Locale.ROOT))) {
        throw new EvidenceRefused("evidence.same-name");
      }
      add(document.path(), document.content());
    }
  }

  private void addProofs() throws IOException, EvidenceRefused {
    for (var item : contents.items()) {
      var intake = item.intake();
      if (intake != null) {
        requireSame(item, intake.record());
        var stem = PackageNames.PROOFS + item.exhibit();
        add(stem + ".json", intake.record().canonical());
        add(stem + ".salt", intake.salt().bytes());
        var proof = intake.proof();
        if (proof != null) {
          add(stem + ".tlog-proof", proof.text().getBytes(UTF_8));
        }
        var later = intake.later();
        if (later != null) {
          add(stem + PackageNames.WITNESSED, later.text().getBytes(UTF_8));
        }
      }
    }
    for (var stamped : contents.log().stamped()) {
      var path = PackageNames.CHECKPOINTS + size(stamped.note());
      add(path, stamped.note().encoded().getBytes(UTF_8));
      var replies = stamped.replies();
      for (var i = 0; i < replies.size(); i++) {
        add(PackageNames.stamp(path, i), replies.get(i));
      }
    }
  }

  private static long size(SignedNote note) {
    try {
      return note.checkpoint().size();
    } catch (LedgerRefused e) {
      throw new IllegalArgumentException("Only checkpoints are stamped", e);
    }
  }

  /** A package must not leave whose bytes are not those that were received. */
  private void requireSame(Item item, IntakeRecord record) throws EvidenceRefused {
    var found = fingerprints.get(item.path());
    if (found == null
        || !record.sha256().equals(found.sha256())
        || record.length() != found.length()) {
      throw new EvidenceRefused("evidence.not-as-received");
    }
  }

  private void addLists(@Nullable NoteSigner signer) throws IOException, EvidenceRefused {
    var keys = new StringBuilder();
    contents.log().keys().forEach(key -> keys.append(key.text()).append('\n'));
    if (signer != null && !contents.log().keys().contains(signer.key())) {
      keys.append(signer.key().text()).append('\n');
    }
    add(PackageNames.LOG_KEYS, keys.toString().getBytes(UTF_8));
    if (!contents.log().authorities().certificates().isEmpty()) {
      add(PackageNames.AUTHORITIES, contents.log().authorities().pem());
    }
    add(PackageNames.HOW_TO, HowToCheck.text());
    var verifier = contents.verifier();
    if (verifier != null) {
      add(PackageNames.VERIFIER, verifier);
    }
    var signedBy = signer == null ? "" : signer.key().name();
    var manifest = ManifestWriter.write(contents, fingerprints, signedBy);
    add(PackageNames.MANIFEST, manifest);
    addCrate(manifest);
    addBag();
    add(PackageNames.SUMS, Sums.write(fingerprints, _ -> true, f -> f.sha256().toString()));
    if (signer != null) {
      var sums = expected(PackageNames.SUMS);
      var text = PackageSignature.text(contents.name(), sums.sha256());
      var note = SignedNote.sign(text, List.of(signer), Instant.EPOCH);
      add(PackageNames.SUMS_NOTE, note.encoded().getBytes(UTF_8));
    }
  }

  private void addCrate(byte[] manifest) throws IOException, EvidenceRefused {
    try {
      var lines = QuotedLines.of(manifest);
      if (lines.isPresent()) {
        add(PackageNames.LINES, lines.get());
      }
      add(PackageNames.CRATE, RoCrate.of(manifest, lines));
    } catch (JsonRefused impossible) {
      throw new IllegalStateException("our own manifest", impossible);
    }
  }

  /** RFC 8493. */
  private void addBag() throws IOException, EvidenceRefused {
    add(PackageNames.BAGIT, BagIt.DECLARATION.getBytes(UTF_8));
    add(PackageNames.BAG_INFO, BagIt.info(contents, fingerprints));
    var payload = new TreeMap<>(fingerprints);
    payload.keySet().removeIf(path -> !path.startsWith(PackageNames.PAYLOAD));
    add(PackageNames.MANIFEST_256, Sums.write(payload, _ -> true, f -> f.sha256().toString()));
    add(PackageNames.MANIFEST_512, Sums.write(payload, _ -> true, Fingerprint::sha512));
    add(
        PackageNames.TAG_MANIFEST,
        Sums.write(fingerprints, PackageNames::isListedTag, f -> f.sha256().toString()));
  }

  /** Name of the zip file. */
  public String zipName() {
    return contents.name() + ".zip";
  }

  /**
   * Writes the package as a zip; {@code out} stays open.
   *
   * @throws IOException when reading or writing fails, or a content is not what it was at first
   */
  public void writeZip(OutputStream out) throws IOException {
    var zip = new ZipWriter(out);
    for (var file : files.entrySet()) {
      var expected = expected(file.getKey());
      var name = contents.name() + "/" + file.getKey();
      zip.begin(new ZipEntry(name, expected.crc(), expected.length()));
      requireUnchanged(expected, Fingerprint.copy(file.getValue(), zip::content));
    }
    zip.finish();
  }

  /**
   * Writes the package as a new folder inside {@code parent}.
   *
   * @return the folder
   * @throws IOException also when the folder is already there
   */
  public Path writeFolder(Path parent) throws IOException {
    var folder = Files.createDirectory(parent.resolve(contents.name()));
    for (var file : files.entrySet()) {
      var target = folder.resolve(file.getKey());
      Files.createDirectories(target.resolveSibling(""));
      try (var out = Files.newOutputStream(target, StandardOpenOption.CREATE_NEW)) {
        var found = Fingerprint.copy(file.getValue(), (bytes, n) -> out.write(bytes, 0, n));
        requireUnchanged(expected(file.getKey()), found);
      }
    }
    return folder;
  }

  /** SHA-256 of the list of all hashes: names the package in a journal. */
  public Hash sumsHash() {
    return expected(PackageNames.SUMS).sha256();
  }

  private Fingerprint expected(String path) {
    var expected = fingerprints.get(path);
    if (expected == null) {
      throw new IllegalStateException("Every file was read when the package was prepared");
    }
    return expected;
  }

  private static void requireUnchanged(Fingerprint expected, Fingerprint found) throws IOException {
    if (!expected.equals(found)) {
      throw new IOException("A content changed while the package was being written");
    }
  }
}
