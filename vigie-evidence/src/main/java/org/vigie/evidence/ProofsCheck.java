package org.vigie.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.ledger.Hash;
import org.vigie.ledger.LeafCommitment;
import org.vigie.ledger.LedgerRefused;
import org.vigie.ledger.NoteKey;
import org.vigie.ledger.SignedNote;
import org.vigie.ledger.TlogProof;
import org.vigie.ledger.timestamp.CertificateChain;

/** Checks what the log and the authorities say about the items of a package. */
final class ProofsCheck {

  private static final int MAX_FILE = 512 * 1024;

  private final Map<String, Content> contents;
  private final Map<String, Fingerprint> found;
  private final CheckpointsSeen checkpoints;
  private final KeysSeen keysSeen;
  private final WitnessesSeen witnesses;
  private final List<CheckResult> results;
  private final List<NoteKey> keys = new ArrayList<>();
  private final Set<String> used = new HashSet<>();

  ProofsCheck(
      Map<String, Content> contents,
      Map<String, Fingerprint> found,
      CheckpointsSeen checkpoints,
      KeysSeen keysSeen,
      WitnessesSeen witnesses,
      List<CheckResult> results) {
    this.contents = contents;
    this.found = found;
    this.checkpoints = checkpoints;
    this.keysSeen = keysSeen;
    this.witnesses = witnesses;
    this.results = results;
  }

  void run(Manifest manifest) throws IOException {
    readKeys();
    for (var item : manifest.items()) {
      checkItem(item);
    }
    checkStamps();
    checkSignature(manifest);
    for (var path : contents.keySet()) {
      if (path.startsWith(PackageNames.PROOFS) && !used.contains(path)) {
        results.add(CheckResult.failed("file.added", path, PackageNames.MANIFEST));
      }
    }
  }

  private void readKeys() throws IOException {
    var file = bytes(PackageNames.LOG_KEYS);
    if (file == null) {
      return;
    }
    for (var line : new String(file, UTF_8).split("\n", -1)) {
      try {
        if (!line.isEmpty()) {
          keys.add(NoteKey.parse(line));
        }
      } catch (LedgerRefused e) {
        results.add(CheckResult.failed("key.malformed", PackageNames.LOG_KEYS));
      }
    }
  }

  private void checkItem(Manifest.Listed item) throws IOException {
    if (item.inLog().equals("no")) {
      results.add(CheckResult.note("proof.none", item.exhibit()));
      return;
    }
    var stem = PackageNames.PROOFS + item.exhibit();
    var record = required(stem + ".json");
    var salt = required(stem + ".salt");
    if (record == null || salt == null) {
      return;
    }
    try {
      var entry = LeafCommitment.commit(Salt.of(salt).bytes(), record);
      if (!agrees(IntakeRecord.parse(record), item)) {
        results.add(CheckResult.failed("record.other", item.exhibit()));
      } else if (item.inLog().equals("waiting")) {
        results.add(CheckResult.note("proof.waiting", item.exhibit()));
      } else {
        checkProofs(item, entry, stem);
      }
    } catch (EvidenceRefused | IllegalArgumentException e) {
      results.add(CheckResult.failed("record.malformed", item.exhibit()));
    }
  }

  private boolean agrees(IntakeRecord record, Manifest.Listed item) {
    var file = found.get(item.path());
    return file != null
        && record.sha256().equals(file.sha256())
        && record.sha512().equals(file.sha512())
        && record.length() == file.length()
        && record.received().equals(item.received());
  }

  /** The proof, and under a later checkpoint a second one if there is one. */
  private void checkProofs(Manifest.Listed item, LeafCommitment entry, String stem)
      throws IOException {
    var counts = checkProof(item, entry, required(stem + ".tlog-proof"));
    if (contents.containsKey(stem + PackageNames.WITNESSED)) {
      counts |= checkProof(item, entry, required(stem + PackageNames.WITNESSED));
    }
    if (witnesses.asked() && !counts) {
      results.add(CheckResult.failed("witness.missing", item.exhibit()));
    }
  }

  /** Whether a witness whose key the reader gave signed it. */
  private boolean checkProof(Manifest.Listed item, LeafCommitment entry, byte @Nullable [] file) {
    if (file == null) {
      return false;
    }
    try {
      var proof = TlogProof.parse(new String(file, UTF_8));
      var signed = LogKeys.verify(proof, entry, witnesses.and(keys));
      checkpoints.add(proof.note().checkpoint());
      keysSeen.add(signed.logKey());
      results.add(
          CheckResult.ok(
              "proof",
              item.exhibit(),
              proof.note().checkpoint().origin(),
              Long.toString(proof.index()),
              Long.toString(proof.note().checkpoint().size())));
      signed.latest().ifPresent(at -> noteTime(item.exhibit(), at.toString()));
      return witnesses.add(proof.note(), signed);
    } catch (LedgerRefused e) {
      results.add(CheckResult.failed("proof.refused", item.exhibit(), e.key()));
      return false;
    }
  }

  private void noteTime(String exhibit, String at) {
    results.add(CheckResult.note("proof.time", exhibit, at));
  }

  private void checkStamps() throws IOException {
    for (var path : contents.keySet()) {
      if (path.startsWith(PackageNames.CHECKPOINTS) && !path.endsWith(".tsr")) {
        checkStamp(path);
      }
    }
    for (var path : contents.keySet()) {
      if (path.startsWith(PackageNames.CHECKPOINTS)
          && path.endsWith(".tsr")
          && !used.contains(path)) {
        var note = path.replaceAll("(\\.[0-9]+)?\\.tsr$", "");
        results.add(
            contents.containsKey(note)
                ? CheckResult.failed("file.added", path, note)
                : CheckResult.failed("file.missing", note, path));
      }
    }
  }

  private void checkStamp(String path) throws IOException {
    var note = bytes(path);
    var reply = required(PackageNames.stamp(path, 0));
    if (note == null || reply == null) {
      return;
    }
    try {
      var signed = SignedNote.parse(new String(note, UTF_8));
      var checkpoint = signed.checkpoint();
      keysSeen.add(LogKeys.verify(signed, keys).logKey());
      checkpoints.add(checkpoint);
      if (!path.equals(PackageNames.CHECKPOINTS + checkpoint.size())) {
        throw new LedgerRefused("ledger.another-checkpoint");
      }
      var chain = bytes(PackageNames.AUTHORITIES);
      var authorities = CertificateChain.parse(chain == null ? new byte[0] : chain);
      var size = Long.toString(checkpoint.size());
      results.addAll(Stamps.check(size, Hash.sha256(note), replies(path, reply), authorities));
    } catch (LedgerRefused e) {
      results.add(CheckResult.failed("stamp.refused", path, e.key()));
    }
  }

  /** The reply on a checkpoint and its renewals, as far as they follow one another. */
  private List<byte[]> replies(String path, byte[] first) throws IOException {
    var replies = new ArrayList<>(List.of(first));
    for (var i = 1; contents.containsKey(PackageNames.stamp(path, i)); i++) {
      var renewal = required(PackageNames.stamp(path, i));
      if (renewal != null) {
        replies.add(renewal);
      }
    }
    return replies;
  }

  private void checkSignature(Manifest manifest) throws IOException {
    var note = bytes(PackageNames.SUMS_NOTE);
    var sums = found.get(PackageNames.SUMS);
    if (manifest.signedBy().isEmpty() != (note == null)) {
      var key = note == null ? "file.missing" : "file.added";
      results.add(CheckResult.failed(key, PackageNames.SUMS_NOTE, PackageNames.MANIFEST));
    }
    if (note == null || sums == null) {
      return;
    }
    try {
      var signed = SignedNote.parse(new String(note, UTF_8));
      if (!signed.text().equals(PackageSignature.text(manifest.name(), sums.sha256()))) {
        throw new LedgerRefused("ledger.bad-signature");
      }
      var key = signed.verify(keys).getFirst().key();
      if (!key.name().equals(manifest.signedBy()) || signed.signatures().size() != 1) {
        throw new LedgerRefused("ledger.unknown-key");
      }
      keysSeen.add(key);
      results.add(CheckResult.ok("signature", key.name()));
    } catch (LedgerRefused e) {
      results.add(CheckResult.failed("signature.refused", PackageNames.SUMS_NOTE, e.key()));
    }
  }

  private byte @Nullable [] required(String path) throws IOException {
    used.add(path);
    var bytes = bytes(path);
    if (bytes == null) {
      results.add(CheckResult.failed("file.missing", path, PackageNames.MANIFEST));
    }
    return bytes;
  }

  private byte @Nullable [] bytes(String path) throws IOException {
    var content = contents.get(path);
    if (content == null) {
      return null;
    }
    try (var in = content.open()) {
      return in.readNBytes(MAX_FILE);
    }
  }
}
