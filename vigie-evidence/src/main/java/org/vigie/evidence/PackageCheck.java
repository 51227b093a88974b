package org.vigie.evidence;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.vigie.evidence.archive.ArchiveRefused;
import org.vigie.ledger.LogBeginning;
import org.vigie.ledger.NoteKey;
import org.vigie.ledger.SplitProof;

/**
 * Checks packages and receipts offline. Protects against any changed, missing, added or reordered
 * byte, and against a log that shows two histories to those whose packages are checked together;
 * does not protect against keepers, authority and log who lie in concert, and says nothing about
 * the truth of what was kept.
 */
public final class PackageCheck {

  private static final int SNIFF = 64 * 1024;

  private PackageCheck() {}

  /**
   * Checks one package (folder or zip) or receipt.
   *
   * @throws IOException when it cannot be read
   * @throws EvidenceRefused {@code evidence.not-a-package} if it is something else
   */
  public static List<CheckResult> check(Path file) throws IOException, EvidenceRefused {
    return check(List.of(file), List.of());
  }

  /**
   * Checks several, and their checkpoints against each other.
   *
   * @param trusted vkeys the reader knows from elsewhere; if any, the logs' own keys must be among
   *     them
   */
  public static List<CheckResult> check(List<Path> files, List<String> trusted)
      throws IOException, EvidenceRefused {
    return check(files, trusted, List.of());
  }

  /**
   * Checks several, and asks of each proof that a witness signed its checkpoint.
   *
   * @param trusted as above
   * @param witnesses keys the reader has from the witnesses themselves; if any, each proof must
   *     rest on a checkpoint that one of them cosigned
   */
  public static List<CheckResult> check(
      List<Path> files, List<String> trusted, List<NoteKey> witnesses)
      throws IOException, EvidenceRefused {
    var results = new ArrayList<CheckResult>();
    var checkpoints = new CheckpointsSeen();
    var keys = new KeysSeen(trusted);
    var cosigned = new WitnessesSeen(witnesses);
    for (var file : files) {
      results.addAll(checkOne(file, checkpoints, keys, cosigned));
    }
    results.addAll(checkpoints.results());
    results.addAll(cosigned.results());
    results.addAll(keys.results());
    return results;
  }

  private static List<CheckResult> checkOne(
      Path file, CheckpointsSeen seen, KeysSeen keys, WitnessesSeen witnesses)
      throws IOException, EvidenceRefused {
    if (Files.isDirectory(file)) {
      try (var files = new FolderFiles(file)) {
        return new FilesCheck(files, seen, keys, witnesses).run();
      }
    }
    if (!Files.isRegularFile(file)) {
      throw new EvidenceRefused("evidence.not-a-package");
    }
    var head = head(file);
    if (head.startsWith(Receipt.HEADER)) {
      // Leniently: bytes that are no text are a receipt that was altered, not one that cannot be
      // read.
      var text = new String(Files.readAllBytes(file), UTF_8);
      return ReceiptCheck.check(text, seen, keys, witnesses);
    }
    if (head.startsWith(SplitProof.HEADER)) {
      return SplitCheck.check(new String(Files.readAllBytes(file), UTF_8), keys);
    }
    if (head.startsWith(LogBeginning.HEADER)) {
      return SuccessionCheck.check(new String(Files.readAllBytes(file), UTF_8), seen, keys);
    }
    try (var files = new ZipFiles(file)) {
      return new FilesCheck(files, seen, keys, witnesses).run();
    } catch (ArchiveRefused e) {
      // Of a zip that cannot be walked through, only its remains tell that it was a package.
      if (isOurs(head) || isOurs(tail(file))) {
        return List.of(CheckResult.failed("zip.damaged"));
      }
      throw new EvidenceRefused("evidence.not-a-package");
    }
  }

  private static boolean isOurs(String part) {
    return part.contains("/" + PackageNames.SUMS)
        || part.contains("/" + PackageNames.MANIFEST)
        || part.contains("/" + PackageNames.BAGIT);
  }

  private static String head(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      return new String(in.readNBytes(SNIFF), ISO_8859_1);
    }
  }

  private static String tail(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      in.skipNBytes(Math.max(0, Files.size(file) - SNIFF));
      return new String(in.readNBytes(SNIFF), ISO_8859_1);
    }
  }
}
