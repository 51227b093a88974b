package org.vigie.evidence;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vigie.evidence.archive.ArchiveRefused;
import org.vigie.evidence.archive.ZipArchive;
import org.vigie.evidence.archive.ZipEntry;

/** A package as a zip. */
final class ZipFiles implements PackageFiles {

  private final ZipArchive archive;
  private final SortedMap<String, Content> contents = new TreeMap<>();
  private final Map<String, Long> crcs = new HashMap<>();
  private final List<CheckResult> faults = new ArrayList<>();
  private final String folder;

  ZipFiles(Path file) throws IOException, ArchiveRefused {
    archive = ZipArchive.open(file);
    var entries = archive.entries();
    folder = entries.isEmpty() ? "" : firstSegment(entries);
    var seen = new HashSet<String>();
    var last = "";
    for (var i = 0; i < entries.size(); i++) {
      var name = entries.get(i).name();
      if (name.compareTo(last) <= 0) {
        faults.add(CheckResult.failed("zip.order", name));
      }
      last = name;
      if (!seen.add(name.toLowerCase(Locale.ROOT))) {
        faults.add(CheckResult.failed("zip.twice", name));
      }
      add(i, entries.get(i));
    }
    for (var name : archive.misplaced()) {
      faults.add(
          name.isEmpty() ? CheckResult.failed("zip.end") : CheckResult.failed("zip.header", name));
    }
  }

  /** The folder most entries are in: one altered name must not make strangers of all others. */
  private static String firstSegment(List<ZipEntry> entries) {
    var counts = new HashMap<String, Integer>();
    entries.forEach(e -> counts.merge(segment(e.name()), 1, Integer::sum));
    return counts.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
  }

  private static String segment(String name) {
    var slash = name.indexOf('/');
    return slash < 0 ? "" : name.substring(0, slash);
  }

  private void add(int index, ZipEntry entry) {
    var name = entry.name();
    var path = name.startsWith(folder + "/") ? name.substring(folder.length() + 1) : "";
    if (!PackageNames.isPath(path)) {
      faults.add(CheckResult.failed("file.impossible", name));
      return;
    }
    contents.putIfAbsent(path, () -> archive.content(index));
    crcs.putIfAbsent(path, entry.crc());
  }

  @Override
  public SortedMap<String, Content> contents() {
    return contents;
  }

  @Override
  public List<CheckResult> faults() {
    return faults;
  }

  @Override
  public Optional<String> folderName() {
    return Optional.of(folder);
  }

  @Override
  public long statedCrc(String path) {
    return crcs.getOrDefault(path, -1L);
  }

  @Override
  public void close() throws IOException {
    archive.close();
  }
}
