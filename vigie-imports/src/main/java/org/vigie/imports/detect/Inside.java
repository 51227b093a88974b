package org.vigie.imports.detect;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vigie.imports.ExportReader;
import org.vigie.imports.ImportRefused;
import org.vigie.imports.MessageSink;
import org.vigie.imports.ReadOptions;
import org.vigie.imports.ReadReport;
import org.vigie.imports.zip.Archive;

/**
 * What an archive holds that can be read. All files of the foremost format are read one after
 * another as one document; files of other formats are what came along, and are named.
 */
final class Inside {

  private static final int PROBE = 16;
  private static final int MOST_NAMED = 10;
  private static final Pattern DIGITS = Pattern.compile("\\d{1,9}");

  private final Archive archive;
  private final List<Archive.Entry> archives = new ArrayList<>();
  private final List<Archive.Entry> parts = new ArrayList<>();
  private final List<String> others = new ArrayList<>();
  private @Nullable ExportReader reader;
  private int rank = Integer.MAX_VALUE;

  Inside(Archive archive, List<ExportReader> readers) throws IOException {
    this.archive = archive;
    // In the order in which they lie there: a sealed archive is read from its beginning on.
    var entries = new ArrayList<>(archive.likelyFirst());
    entries.sort(Comparator.comparingLong(Archive.Entry::headerAt));
    for (var entry : entries) {
      if (!MediaFiles.isNamedSo(entry.name())) {
        look(entry, readers);
      }
    }
    if (parts.isEmpty() && archives.isEmpty()) {
      for (var entry : entries) {
        if (MediaFiles.isNamedSo(entry.name())) {
          look(entry, readers);
        }
      }
    }
  }

  private void look(Archive.Entry entry, List<ExportReader> readers) throws IOException {
    var source = archive.source(entry);
    byte[] head;
    try (var in = source.open(0)) {
      var probe = in.readNBytes(PROBE);
      if (Archive.recognises(probe)) {
        archives.add(entry);
        return;
      }
      if (MediaFiles.recognises(probe)) {
        return;
      }
      var rest = in.readNBytes(Exports.HEAD - probe.length);
      head = Arrays.copyOf(probe, probe.length + rest.length);
      System.arraycopy(rest, 0, head, probe.length, rest.length);
    }
    for (var i = 0; i < readers.size(); i++) {
      if (readers.get(i).recognises(head)) {
        var by = readers.get(i);
        take(entry, by, by.foremost() ? i : readers.size() + i);
        return;
      }
    }
  }

  private void take(Archive.Entry entry, ExportReader by, int itsRank) {
    if (itsRank < rank) {
      parts.forEach(p -> others.add(p.name()));
      parts.clear();
      rank = itsRank;
      reader = by;
    }
    if (itsRank == rank) {
      parts.add(entry);
    } else {
      others.add(entry.name());
    }
  }

  /** Archives within it. */
  List<Archive.Entry> archives() {
    return archives;
  }

  /** The files that will be read. */
  List<Archive.Entry> parts() {
    return parts;
  }

  /** Reads them all. */
  ReadReport read(ReadOptions options, MessageSink sink) throws ImportRefused, IOException {
    var by = reader;
    if (by == null) {
      throw new IllegalStateException("nothing to read");
    }
    if (parts.size() == 1) {
      var only = parts.getFirst();
      return by.read(archive.source(only), options, sink).within(only.name(), more());
    }
    Comparator<Archive.Entry> byNumber = Comparator.comparingLong(Inside::number);
    parts.sort(
        Comparator.comparing(Inside::folder)
            .thenComparing(by.newestFirst() ? byNumber.reversed() : byNumber)
            .thenComparing(Archive.Entry::name));
    var joined = new Joined(sink);
    for (var part : parts) {
      joined.read(by, archive.source(part), part.name(), options);
    }
    return joined.report(more());
  }

  private static String folder(Archive.Entry entry) {
    return entry.name().substring(0, entry.name().lastIndexOf('/') + 1);
  }

  /** The last number in a name; names without one come last. */
  private static long number(Archive.Entry entry) {
    var name = entry.name().substring(entry.name().lastIndexOf('/') + 1);
    var digits = DIGITS.matcher(name);
    var last = -1L;
    while (digits.find()) {
      last = Long.parseLong(digits.group());
    }
    return last;
  }

  private List<String> more() {
    if (others.isEmpty()) {
      return List.of();
    }
    var named = String.join(", ", others.subList(0, Math.min(MOST_NAMED, others.size())));
    return List.of(
        others.size() + " more files in the zip can be read on their own and were not: " + named);
  }
}
