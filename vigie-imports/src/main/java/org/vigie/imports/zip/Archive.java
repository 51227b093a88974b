package org.vigie.imports.zip;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.vigie.imports.ImportLimits;
import org.vigie.imports.ImportRefused;
import org.vigie.imports.Source;

/**
 * A zip file whose directory was checked before anything was inflated. Protects against archives
 * that inflate without end, that name files outside themselves, and whose directory and contents
 * disagree. Does not protect against what the files in it hold.
 */
public final class Archive {

  /**
   * One file in it.
   *
   * @param name as the directory writes it, harmless
   * @param method 0 stored, 8 deflated
   * @param compressed bytes in the archive
   * @param size bytes when inflated, as claimed
   * @param crc the checksum of the inflated bytes
   * @param headerAt where its local header is
   * @param encrypted whether it needs a password
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

  private Archive(Source source, List<Entry> entries, ImportLimits limits) {
    this.source = source;
    this.entries = entries;
    this.inflation = new Inflation(limits);
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
   * @throws ImportRefused with {@code import.zip-broken}, {@code -too-many-entries}, {@code
   *     -unsafe-name}, {@code -duplicate-name}, {@code -symlink}, {@code -overlap}, {@code -ratio}
   * @throws IOException if its bytes cannot be had
   */
  public static Archive open(Source source, ImportLimits limits) throws ImportRefused, IOException {
    var entries = new Directory(source, limits).read();
    return new Archive(source, entries, limits);
  }

  /** Files that can be read, those that look like text by their name first, then by name. */
  public List<Entry> likelyFirst() {
    var readable = new ArrayList<Entry>();
    for (var entry : entries) {
      if (!entry.name().endsWith("/") && !entry.encrypted() && entry.size() > 0) {
        readable.add(entry);
      }
    }
    readable.sort(Comparator.comparing(e -> e.fileName().endsWith(".txt") ? "" : e.name()));
    return readable;
  }

  /**
   * The one file that a message means by {@code name}: that path, a path that ends so, or the same
   * file name in any folder.
   */
  public Optional<Entry> meant(String name) {
    var wanted = name.substring(name.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    var readable = likelyFirst();
    return readable.stream()
        .filter(entry -> entry.name().equals(name))
        .findFirst()
        .or(() -> only(readable, entry -> entry.name().endsWith("/" + name)))
        .or(() -> only(readable, entry -> entry.fileName().equals(wanted)));
  }

  private static Optional<Entry> only(List<Entry> entries, Predicate<Entry> fitting) {
    var found = entries.stream().filter(fitting).toList();
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  /** All file names without their folders, lower case. */
  public Set<String> fileNames() {
    var names = new HashSet<String>();
    for (var entry : entries) {
      names.add(entry.fileName());
    }
    return names;
  }

  /** The inflated bytes of one file. Reading throws {@link ZipLimit} past a limit. */
  public Source source(Entry entry) {
    return new EntrySource(source, entry, inflation);
  }
}
