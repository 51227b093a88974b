package org.vigie.imports.zip;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.vigie.imports.ImportLimits;
import org.vigie.imports.ImportRefused;
import org.vigie.imports.Source;
import org.vigie.imports.archive.Budget;
import org.vigie.imports.archive.Container;

/**
 * A zip file whose directory was checked before anything was inflated. Protects against archives
 * that inflate without end, that name files outside themselves, and whose directory and contents
 * disagree. Does not protect against what the files in it hold.
 */
public final class Archive implements Container {

  /**
   * One file in it.
   *
   * @param name as the directory writes it, harmless
   * @param method 0 stored, 8 deflated
   * @param compressed bytes in the archive
   * @param size bytes when inflated, as claimed
   * @param crc the checksum of the inflated bytes
   * @param headerAt where its local header is
   * @param encrypted whether it needs a password, or a way of unpacking that nobody knows here
   */
  public record Entry(
      String name,
      int method,
      long compressed,
      long size,
      long crc,
      long headerAt,
      boolean encrypted) {

    /** The name without its folders, lower case. */
    String fileName() {
      return name.substring(name.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    }
  }

  private final Source source;
  private final List<Entry> entries;
  private final Inflation inflation;

  private Archive(Source source, List<Entry> entries, Inflation inflation) {
    this.source = source;
    this.entries = entries;
    this.inflation = inflation;
  }

  /** Whether a document begins like a zip file. */
  public static boolean recognises(byte[] head) {
    return head.length >= 4
        && head[0] == 'P'
        && head[1] == 'K'
        && ((head[2] == 3 && head[3] == 4) || (head[2] == 5 && head[3] == 6));
  }

  /**
   * Reads and checks the directory.
   *
   * @param budget what may come out of it and others
   * @throws ImportRefused with {@code import.zip-broken}, {@code -too-many-entries}, {@code
   *     -unsafe-name}, {@code -duplicate-name}, {@code -symlink}, {@code -overlap}, {@code -ratio}
   * @throws IOException if its bytes cannot be had
   */
  public static Archive open(Source source, ImportLimits limits, Budget budget)
      throws ImportRefused, IOException {
    var entries = new Directory(source, limits).read();
    return new Archive(source, entries, new Inflation(limits, budget));
  }

  @Override
  public List<Member> members() {
    var readable = new ArrayList<Entry>();
    for (var entry : entries) {
      if (!entry.name().endsWith("/") && !entry.encrypted() && entry.size() > 0) {
        readable.add(entry);
      }
    }
    readable.sort(Comparator.comparing(e -> e.fileName().endsWith(".txt") ? "" : e.name()));
    return readable.stream().map(e -> new Member(e.name(), e.headerAt(), source(e))).toList();
  }

  @Override
  public List<String> leftOut() {
    return entries.stream().filter(Entry::encrypted).map(Entry::name).toList();
  }

  @Override
  public Set<String> fileNames() {
    var names = new HashSet<String>();
    for (var entry : entries) {
      names.add(entry.fileName());
    }
    return names;
  }

  private Source source(Entry entry) {
    return new EntrySource(source, entry, inflation);
  }
}
