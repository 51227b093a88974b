package org.vigie.imports.detect;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.imports.ExportReader;
import org.vigie.imports.ImportLimits;
import org.vigie.imports.ImportRefused;
import org.vigie.imports.Source;
import org.vigie.imports.archive.ArchiveLimit;
import org.vigie.imports.archive.Budget;
import org.vigie.imports.archive.Container;
import org.vigie.imports.archive.Forward;
import org.vigie.imports.tar.GzipFile;
import org.vigie.imports.tar.TarFile;
import org.vigie.imports.zip.Archive;

/**
 * What an archive holds that can be read, also in archives within it. All files of the foremost
 * format are parts of one document; files of other formats are what came along, and are named.
 * Archives within are opened only where nothing better lies beside them: they may be files that
 * people sent each other.
 */
final class Inside implements Closeable {

  private static final int PROBE = 16;
  private static final int MOST_WITHIN = 64;
  private static final int MOST_NAMED = 10;

  private final List<ExportReader> readers;
  private final ImportLimits limits;
  private final Budget budget;
  private final List<Closeable> opened = new ArrayList<>();
  private final List<Part> parts = new ArrayList<>();
  private final List<String> others = new ArrayList<>();
  private final List<String> closed = new ArrayList<>();
  private @Nullable ImportRefused refused;
  private @Nullable ExportReader reader;
  private int rank = Integer.MAX_VALUE;
  private int foremost;
  private int entries;
  private boolean cutOff;

  /** Looks for files that one of {@code readers} knows, in a document of {@code length} bytes. */
  Inside(List<ExportReader> readers, ImportLimits limits, long length) {
    this.readers = readers;
    this.limits = limits;
    this.budget = new Budget(limits.outOf(length));
  }

  /** Whether a document begins like an archive. */
  static boolean recognises(byte[] head) {
    return Archive.recognises(head) || GzipFile.recognises(head) || TarFile.recognises(head);
  }

  /** Looks into an archive that begins with {@code head}. */
  void open(Source source, byte[] head) throws ImportRefused, IOException {
    open("", source, head, 1);
  }

  private void open(String prefix, Source source, byte[] head, int depth)
      throws ImportRefused, IOException {
    if (GzipFile.recognises(head)) {
      compressed(prefix, source, depth);
      return;
    }
    require(depth <= limits.depth());
    if (Archive.recognises(head)) {
      look(prefix, Archive.open(source, limits, budget), depth);
    } else {
      look(prefix, TarFile.open(source, limits), depth);
    }
  }

  private void require(boolean deepAtMost) throws ImportRefused {
    if (!deepAtMost) {
      throw new ImportRefused("import.zip-too-deep", limits.depth());
    }
  }

  /** A tar file compressed as a whole counts as one archive, a single file as none. */
  private void compressed(String prefix, Source source, int depth)
      throws ImportRefused, IOException {
    require(depth <= limits.depth() + 1);
    var file = GzipFile.open(source, limits, budget);
    opened.add(file);
    if (TarFile.recognises(head(file.content()))) {
      require(depth <= limits.depth());
      look(prefix, TarFile.open(file.content(), limits), depth);
    } else {
      look(prefix, file, depth);
    }
  }

  private void look(String prefix, Container container, int depth) throws IOException {
    cutOff |= !container.isWhole();
    // In the order in which they lie there: a sealed archive is read from its beginning on.
    var members = new ArrayList<>(container.members());
    entries += members.size();
    if (entries > limits.entries()) {
      throw new ArchiveLimit("import.zip-too-many-entries", limits.entries());
    }
    container.leftOut().forEach(name -> closed.add(prefix + name));
    members.sort(Comparator.comparingLong(Container.Member::at));
    var companions = container.fileNames();
    var archives = new ArrayList<Container.Member>();
    var before = foremost;
    var found = false;
    for (var member : members) {
      if (!MediaFiles.isNamedSo(member.name())) {
        found |= look(prefix, member, companions, archives);
      }
    }
    for (var member : found ? List.<Container.Member>of() : members) {
      if (MediaFiles.isNamedSo(member.name())) {
        look(prefix, member, companions, archives);
      }
    }
    var beside = foremost > before;
    for (var i = 0; i < archives.size(); i++) {
      var name = prefix + archives.get(i).name();
      if (beside || i >= MOST_WITHIN) {
        closed.add(name);
      } else {
        within(name, archives.get(i).source(), depth + 1);
      }
    }
  }

  /** An archive that cannot be opened is named; the others are opened all the same. */
  private void within(String name, Source source, int depth) throws IOException {
    try {
      var kept = new Forward(source.length(), () -> source.open(0));
      opened.add(kept);
      open(name + "/", kept, head(kept), depth);
    } catch (ArchiveLimit limit) {
      refuse(name, limit.refusal());
    } catch (ImportRefused no) {
      refuse(name, no);
    }
  }

  private void refuse(String name, ImportRefused why) {
    closed.add(name);
    refused = refused == null ? why : refused;
  }

  /** Looks at one file; whether it is one that can be read or an archive. */
  private boolean look(
      String prefix,
      Container.Member member,
      Set<String> companions,
      List<Container.Member> archives)
      throws IOException {
    byte[] head;
    try (var in = member.source().open(0)) {
      var probe = in.readNBytes(PROBE);
      if (Archive.recognises(probe) || GzipFile.recognises(probe)) {
        archives.add(member);
        return true;
      }
      if (MediaFiles.recognises(probe)) {
        return false;
      }
      var rest = in.readNBytes(Exports.HEAD - probe.length);
      head = Arrays.copyOf(probe, probe.length + rest.length);
      System.arraycopy(rest, 0, head, probe.length, rest.length);
    }
    if (TarFile.recognises(head)) {
      archives.add(member);
      return true;
    }
    for (var i = 0; i < readers.size(); i++) {
      var by = readers.get(i);
      if (by.recognises(head)) {
        take(new Part(prefix + member.name(), member.source(), companions), by, i);
        return true;
      }
    }
    return false;
  }

  private void take(Part part, ExportReader by, int place) {
    var itsRank = by.foremost() ? place : readers.size() + place;
    foremost += by.foremost() ? 1 : 0;
    if (itsRank < rank) {
      parts.forEach(p -> others.add(p.name()));
      parts.clear();
      rank = itsRank;
      reader = by;
    }
    if (itsRank == rank) {
      parts.add(part);
    } else {
      others.add(part.name());
    }
  }

  /** The reader of all parts; null when there are none. */
  @Nullable ExportReader reader() {
    return reader;
  }

  /** The files that will be read, in the order in which they were found. */
  List<Part> parts() {
    return parts;
  }

  /** Why an archive within was not opened, if one was not. */
  @Nullable ImportRefused refused() {
    return refused;
  }

  /** Sentences on what is not read. */
  List<String> warnings() {
    var all = new ArrayList<String>();
    if (!others.isEmpty()) {
      all.add(
          others.size()
              + " more files in the archive can be read on their own and were not: "
              + named(others));
    }
    if (!closed.isEmpty()) {
      all.add(
          closed.size()
              + " links, archives or locked files in the archive were not opened: "
              + named(closed));
    }
    if (cutOff) {
      all.add("the archive has no end; files may be missing from it");
    }
    return all;
  }

  private static String named(List<String> names) {
    return String.join(", ", names.subList(0, Math.min(MOST_NAMED, names.size())));
  }

  private static byte[] head(Source source) throws IOException {
    try (var in = source.open(0)) {
      return in.readNBytes(Exports.HEAD);
    }
  }

  @Override
  public void close() throws IOException {
    for (var one : opened.reversed()) {
      one.close();
    }
  }
}
