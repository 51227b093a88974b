package org.vigie.imports.tar;

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
import org.vigie.imports.archive.ArchiveLimit;
import org.vigie.imports.archive.Container;
import org.vigie.imports.archive.EntryNames;
import org.vigie.imports.archive.Slice;

/**
 * A tar file (POSIX.1-2017, pax; ustar, GNU and older ones read as well) whose headers were all
 * checked before anything in it is read. Protects against names that lead out of it and against
 * links: they are never followed, only named. Does not protect against what its files hold.
 */
public final class TarFile implements Container {

  private static final int BLOCK = 512;
  private static final int LONGEST_HEADER = 64 * 1024;

  /** Headers of links, folders and long names come on top of those of files. */
  private static final int HEADERS_A_FILE = 4;

  private final Source source;
  private final ImportLimits limits;
  private final List<Member> files = new ArrayList<>();
  private final List<String> leftOut = new ArrayList<>();
  private final Set<String> names = new HashSet<>();
  private boolean whole;
  private PaxHeaders next = new PaxHeaders();
  private final PaxHeaders always = new PaxHeaders();

  private TarFile(Source source, ImportLimits limits) {
    this.source = source;
    this.limits = limits;
  }

  /** Whether a document begins like one: a header whose checksum holds. */
  public static boolean recognises(byte[] head) {
    return head.length >= BLOCK && new TarHeader(head).isValid();
  }

  /**
   * Reads and checks all headers.
   *
   * @throws ImportRefused {@code import.zip-broken}, {@code -too-many-entries}, {@code
   *     -unsafe-name}, {@code -duplicate-name}
   * @throws IOException if its bytes cannot be had
   */
  public static TarFile open(Source source, ImportLimits limits) throws ImportRefused, IOException {
    var tar = new TarFile(source, limits);
    tar.walk();
    return tar;
  }

  private void walk() throws ImportRefused, IOException {
    var at = 0L;
    for (var count = 0; at + BLOCK <= source.length(); count++) {
      if (count > limits.entries() * HEADERS_A_FILE) {
        throw new ImportRefused("import.zip-too-many-entries", limits.entries());
      }
      var header = new TarHeader(bytes(at, BLOCK));
      if (header.isEmpty()) {
        whole = true;
        return;
      }
      if (!header.isValid()) {
        throw broken();
      }
      at = entry(header, at + BLOCK);
    }
    if (at != source.length()) {
      throw broken();
    }
  }

  /** Takes one entry; where the next header is. */
  private long entry(TarHeader header, long at) throws ImportRefused, IOException {
    var type = header.type();
    var special = "xgLK".indexOf(type) >= 0;
    var size = special ? header.size() : next.size(always.size(header.size()));
    if (size < 0 || size > source.length() - at) {
      throw broken();
    }
    if (special) {
      describe(type, at, size);
    } else {
      file(header, type, at, size);
      next = new PaxHeaders();
    }
    return Math.min(source.length(), at + (size + BLOCK - 1) / BLOCK * BLOCK);
  }

  /** What says more of the next entry, or of all. */
  private void describe(char type, long at, long size) throws ImportRefused, IOException {
    if (size > LONGEST_HEADER) {
      throw broken();
    }
    var text = bytes(at, (int) size);
    if (type == 'L') {
      next.name(text);
    } else if (type != 'K' && !(type == 'g' ? always : next).read(text)) {
      throw broken();
    }
  }

  private void file(TarHeader header, char type, long at, long size) throws ImportRefused {
    var name = next.name(always.name(header.name()));
    while (name.startsWith("./")) {
      name = name.substring(2);
    }
    if (type == '5' || name.isEmpty() || name.equals(".") || name.endsWith("/")) {
      return;
    }
    EntryNames.check(name);
    if (!names.add(name)) {
      throw new ImportRefused("import.zip-duplicate-name");
    }
    if (names.size() > limits.entries()) {
      throw new ImportRefused("import.zip-too-many-entries", limits.entries());
    }
    if ("0\0007".indexOf(type) < 0 || next.isSparse()) {
      leftOut.add(name);
    } else if (size > 0) {
      files.add(new Member(name, at, new Slice(source, at, size)));
    }
  }

  private byte[] bytes(long at, int length) throws ImportRefused, IOException {
    try (var in = source.open(at)) {
      var all = in.readNBytes(length);
      if (all.length < length) {
        throw broken();
      }
      return all;
    } catch (ArchiveLimit limit) {
      throw limit.refusal();
    }
  }

  private static ImportRefused broken() {
    return new ImportRefused("import.zip-broken");
  }

  @Override
  public List<Member> members() {
    var sorted = new ArrayList<>(files);
    sorted.sort(Comparator.comparing(f -> f.name().endsWith(".txt") ? "" : f.name()));
    return sorted;
  }

  @Override
  public Set<String> fileNames() {
    var all = new HashSet<String>();
    for (var name : names) {
      all.add(name.substring(name.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT));
    }
    return all;
  }

  @Override
  public boolean isWhole() {
    return whole;
  }

  @Override
  public List<String> leftOut() {
    return List.copyOf(leftOut);
  }
}
