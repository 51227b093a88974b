package org.vigie.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.vigie.evidence.json.JsonReader;
import org.vigie.evidence.json.JsonRefused;

/** Checks the files of one package: places, hashes, lists, then what they say. */
final class FilesCheck {

  private static final Set<String> REQUIRED =
      Set.of(
          PackageNames.BAGIT,
          PackageNames.BAG_INFO,
          PackageNames.MANIFEST_256,
          PackageNames.MANIFEST_512,
          PackageNames.TAG_MANIFEST,
          PackageNames.SUMS,
          PackageNames.MANIFEST,
          PackageNames.LOG_KEYS,
          PackageNames.HOW_TO);

  private final PackageFiles files;
  private final CheckpointsSeen checkpoints;
  private final KeysSeen keys;
  private final WitnessesSeen witnesses;
  private final List<CheckResult> results = new ArrayList<>();
  private final TreeMap<String, Fingerprint> found = new TreeMap<>();

  FilesCheck(
      PackageFiles files, CheckpointsSeen checkpoints, KeysSeen keys, WitnessesSeen witnesses) {
    this.files = files;
    this.checkpoints = checkpoints;
    this.keys = keys;
    this.witnesses = witnesses;
  }

  List<CheckResult> run() throws IOException, EvidenceRefused {
    var contents = files.contents();
    if (!contents.containsKey(PackageNames.SUMS)
        && !contents.containsKey(PackageNames.MANIFEST)
        && !contents.containsKey(PackageNames.BAGIT)) {
      throw new EvidenceRefused("evidence.not-a-package");
    }
    results.addAll(files.faults());
    if (results.isEmpty()) {
      results.add(CheckResult.ok("layout"));
    }
    for (var file : contents.entrySet()) {
      read(file.getKey(), file.getValue());
    }
    for (var path : REQUIRED) {
      if (!contents.containsKey(path)) {
        results.add(CheckResult.failed("file.missing", path, ""));
      }
    }
    checkLists();
    checkManifest();
    return results;
  }

  private void read(String path, Content content) throws IOException {
    var fingerprint = Fingerprint.of(content);
    found.put(path, fingerprint);
    var stated = files.statedCrc(path);
    if (stated >= 0 && stated != fingerprint.crc()) {
      results.add(CheckResult.failed("file.changed", path, "zip"));
    }
    if (!PackageNames.isExpected(path)) {
      results.add(CheckResult.failed("file.added", path, "name"));
    }
  }

  private void checkLists() throws IOException {
    checkList(
        PackageNames.SUMS,
        path -> !path.equals(PackageNames.SUMS) && !path.equals(PackageNames.SUMS_NOTE),
        f -> f.sha256().toString());
    Predicate<String> payload = path -> path.startsWith(PackageNames.PAYLOAD);
    checkList(PackageNames.MANIFEST_256, payload, f -> f.sha256().toString());
    checkList(PackageNames.MANIFEST_512, payload, Fingerprint::sha512);
    checkList(PackageNames.TAG_MANIFEST, PackageNames::isListedTag, f -> f.sha256().toString());
  }

  /** The list as it would be written of the files found, line by line and then as a whole. */
  private void checkList(String list, Predicate<String> listed, Function<Fingerprint, String> hash)
      throws IOException {
    var content = files.contents().get(list);
    if (content == null) {
      return;
    }
    var before = results.size();
    var bytes = small(content);
    var stated = Sums.parse(bytes);
    for (var file : found.entrySet()) {
      var line = stated.remove(file.getKey());
      if (listed.test(file.getKey())) {
        compare(list, file.getKey(), line, hash.apply(file.getValue()));
      } else if (line != null) {
        results.add(CheckResult.failed("list.altered", list));
      }
    }
    stated.keySet().forEach(path -> results.add(CheckResult.failed("file.missing", path, list)));
    if (!MessageDigest.isEqual(bytes, Sums.write(found, listed, hash))
        && results.size() == before) {
      results.add(CheckResult.failed("list.altered", list));
    }
    if (results.size() == before) {
      results.add(CheckResult.ok("list", list));
    }
  }

  private void compare(String list, String path, @Nullable String stated, String hash) {
    if (stated == null) {
      results.add(CheckResult.failed("file.added", path, list));
    } else if (!stated.equals(hash)) {
      results.add(CheckResult.failed("file.changed", path, list));
    }
  }

  private static byte[] small(Content content) throws IOException {
    try (var in = content.open()) {
      return in.readNBytes(JsonReader.MAX_LENGTH + 1);
    }
  }

  private void checkManifest() throws IOException {
    var content = files.contents().get(PackageNames.MANIFEST);
    if (content == null) {
      return;
    }
    try {
      var bytes = small(content);
      var manifest = Manifest.parse(bytes);
      results.add(CheckResult.ok("manifest"));
      checkNames(manifest);
      checkItems(manifest);
      checkCrate(bytes);
      checkLines(bytes);
      QuotedCheck.check(manifest, files.contents(), results);
      var proofs = new ProofsCheck(files.contents(), found, checkpoints, keys, witnesses, results);
      proofs.run(manifest);
    } catch (EvidenceRefused e) {
      results.add(CheckResult.failed("manifest.malformed", PackageNames.MANIFEST));
    }
  }

  /** Packages of before had none; one that is there follows from the manifest. */
  private void checkCrate(byte[] manifest) throws IOException {
    var crate = files.contents().get(PackageNames.CRATE);
    if (crate == null) {
      return;
    }
    try {
      var lines = files.contents().get(PackageNames.LINES);
      var kept = lines == null ? Optional.<byte[]>empty() : Optional.of(small(lines));
      results.add(
          MessageDigest.isEqual(small(crate), RoCrate.of(manifest, kept))
              ? CheckResult.ok("crate", PackageNames.CRATE)
              : CheckResult.failed("crate.altered", PackageNames.CRATE));
    } catch (JsonRefused e) {
      results.add(CheckResult.failed("crate.altered", PackageNames.CRATE));
    }
  }

  /** Packages of before had none; one that is there follows from the manifest. */
  private void checkLines(byte[] manifest) throws IOException {
    var lines = files.contents().get(PackageNames.LINES);
    if (lines != null) {
      results.addAll(QuotedLines.check(small(lines), manifest));
    }
  }

  private void checkNames(Manifest manifest) throws IOException {
    if (!manifest.name().matches(PackageNames.SEGMENT)
        || !files.folderName().orElse(manifest.name()).equals(manifest.name())) {
      results.add(CheckResult.failed("folder.renamed", manifest.name()));
    }
    var declaration = files.contents().get(PackageNames.BAGIT);
    var info = files.contents().get(PackageNames.BAG_INFO);
    if (declaration == null || info == null) {
      return;
    }
    var before = results.size();
    compareTag(PackageNames.BAGIT, declaration, BagIt.DECLARATION.getBytes(UTF_8));
    compareTag(PackageNames.BAG_INFO, info, BagIt.info(manifest.name(), created(info), found));
    if (results.size() == before) {
      results.add(CheckResult.ok("bag"));
    }
  }

  private void compareTag(String path, Content content, byte[] expected) throws IOException {
    if (!MessageDigest.isEqual(small(content), expected)) {
      results.add(CheckResult.failed("bag.altered", path));
    }
  }

  /** The one fact of bag-info.txt that stands nowhere else: the day it was packed. */
  private static Instant created(Content info) throws IOException {
    for (var line : new String(small(info), UTF_8).split("\n", -1)) {
      if (line.startsWith("Bagging-Date: ")) {
        return day(line.substring("Bagging-Date: ".length()));
      }
    }
    return Instant.EPOCH;
  }

  private static Instant day(String text) {
    try {
      return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
    } catch (DateTimeException e) {
      return Instant.EPOCH;
    }
  }

  private void checkItems(Manifest manifest) {
    var unlisted = new TreeMap<>(found);
    unlisted.keySet().removeIf(path -> !path.startsWith(PackageNames.PAYLOAD));
    unlisted.remove(PackageNames.CRATE);
    unlisted.remove(PackageNames.LINES);
    manifest.items().forEach(item -> checkItem(item, unlisted, "item"));
    manifest.documents().forEach(document -> checkItem(document, unlisted, "document"));
    unlisted
        .keySet()
        .forEach(
            path -> results.add(CheckResult.failed("file.added", path, PackageNames.MANIFEST)));
  }

  private void checkItem(Manifest.Listed item, Map<String, Fingerprint> unlisted, String kind) {
    var file = unlisted.remove(item.path());
    if (file == null) {
      results.add(CheckResult.failed("file.missing", item.path(), PackageNames.MANIFEST));
    } else if (!file.sha256().toString().equals(item.sha256())
        || !file.sha512().equals(item.sha512())
        || file.length() != item.length()) {
      results.add(CheckResult.failed("file.changed", item.path(), PackageNames.MANIFEST));
    } else {
      results.add(CheckResult.ok(kind, item.exhibit(), Long.toString(item.length())));
    }
  }
}
